import { EDUCATION_LEVELS } from '../skills';
import type { SearchFilters } from './domain/filters';

/**
 * People reached from $12 over shared employers at overlapping times, in at most $13 steps. UNION, not
 * UNION ALL: who was reached in as many steps before is not followed again.
 */
const COLLEAGUES = `
  WITH RECURSIVE reached (candidate_id, steps) AS (
    SELECT $12::uuid, 0
    UNION
    SELECT theirs.candidate_id, reached.steps + 1
    FROM reached
    JOIN positions own ON own.candidate_id = reached.candidate_id AND own.company_id = $1
    JOIN positions theirs ON theirs.employer_id = own.employer_id AND theirs.period && own.period
      AND theirs.candidate_id <> own.candidate_id
    WHERE reached.steps < $13::integer)
  SELECT candidate_id FROM reached WHERE candidate_id <> $12::uuid`;

const HOLDS_WORDS = (key: string, wanted: string): string =>
  `' ' || ${key} || ' ' LIKE '% ' || ${wanted} || ' %'`;

/** What `FILTER` is about. A resume has a person: the outer join is left out where no filter asks for them. */
export const FROM_RESUMES = 'FROM resumes r LEFT JOIN candidates c ON c.id = r.candidate_id';

/**
 * The condition on `resumes r` joined with `candidates c` that every search shares. Constant text: the
 * values are the parameters $1 to $14 of `filterParameters`, and PostgreSQL drops the parts whose
 * parameter is null when it plans. Further parameters of a query start at $15.
 */
export const FILTER = `r.company_id = $1
  AND ($2::text[] IS NULL OR r.id IN (
    SELECT s.resume_id FROM resume_skills s WHERE s.company_id = $1 AND lower(s.skill) = ANY($2::text[])
    GROUP BY s.resume_id HAVING count(DISTINCT lower(s.skill)) = cardinality($2::text[])))
  AND ($3::text[] IS NULL OR NOT EXISTS (
    SELECT FROM resume_skills s WHERE s.resume_id = r.id AND lower(s.skill) = ANY($3::text[])))
  AND ($4::double precision IS NULL OR r.years_of_experience >= $4)
  AND ($5::double precision IS NULL OR r.years_of_experience <= $5)
  AND ($6::text[] IS NULL OR r.id IN (
    SELECT p.resume_id FROM employers e JOIN positions p ON p.employer_id = e.id
    WHERE e.company_id = $1 AND EXISTS (
      SELECT FROM unnest($6::text[]) AS wanted WHERE ${HOLDS_WORDS('e.name_key', 'organisation_key(wanted)')})))
  AND ($7::text[] IS NULL OR r.id IN (
    SELECT p.resume_id FROM unnest($7::text[]) AS wanted
    JOIN positions p ON p.company_id = $1
      AND to_tsvector('shortlist_stem', search_text(p.title)) @@ plainto_tsquery('shortlist_stem', search_text(wanted))
    UNION ALL
    SELECT h.id FROM unnest($7::text[]) AS wanted
    JOIN resumes h ON h.company_id = $1
      AND h.search_vector @@ plainto_tsquery('shortlist_stem', search_text(wanted))
      AND to_tsvector('shortlist_stem', search_text(h.profile #>> '{personal_info,headline}'))
        @@ plainto_tsquery('shortlist_stem', search_text(wanted))))
  AND ($8::text[] IS NULL OR r.id IN (
    SELECT d.resume_id FROM educations d WHERE d.company_id = $1 AND EXISTS (
      SELECT FROM unnest($8::text[]) AS wanted WHERE ${HOLDS_WORDS('d.school_key', 'organisation_key(wanted)')})))
  AND ($9::text IS NULL OR ${HOLDS_WORDS("search_text(COALESCE(c.location, ''))", 'search_text($9)')})
  AND ($10::text[] IS NULL OR r.id IN (
    SELECT d.resume_id FROM educations d WHERE d.company_id = $1 AND d.level = ANY($10::text[])))
  AND ($11::text[] IS NULL OR r.language_keys @> to_jsonb($11::text[]))
  AND ($12::uuid IS NULL OR r.candidate_id IN (${COLLEAGUES}))
  AND ($14::tsquery IS NULL OR r.search_vector @@ $14::tsquery)`;

/** Whose resumes are searched, and which of them. */
export interface SearchScope {
  readonly companyId: string;
  readonly filters: SearchFilters;
  /** A condition on the text in the language of `::tsquery`; null without one. */
  readonly textQuery: string | null;
}

/** The values of `FILTER`'s parameters, in order. */
export function filterParameters({ companyId, filters, textQuery }: SearchScope): unknown[] {
  const { educationLevel: level } = filters;
  return [
    companyId,
    lowerCase(filters.skills),
    lowerCase(filters.excludedSkills),
    filters.minYears ?? null,
    filters.maxYears ?? null,
    filters.employers ?? null,
    filters.titles ?? null,
    filters.schools ?? null,
    filters.location ?? null,
    level === undefined ? null : EDUCATION_LEVELS.slice(EDUCATION_LEVELS.indexOf(level)),
    lowerCase(filters.languages),
    filters.workedWith?.candidateId ?? null,
    filters.workedWith?.steps ?? null,
    textQuery,
  ];
}

function lowerCase(values: readonly string[] | undefined): readonly string[] | null {
  return values === undefined ? null : [...new Set(values.map((value) => value.toLowerCase()))];
}
