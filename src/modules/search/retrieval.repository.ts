import { Injectable } from '@nestjs/common';
import { Database, VectorIndex, vectorParameter, type VectorScan } from '../../platform/database';
import type { Word } from './domain/ts-query';
import { FILTER, filterParameters, type SearchScope } from './filter-sql';

export interface FoundResume {
  readonly resumeId: string;
  readonly score: number;
}

export interface FoundChunk {
  readonly resumeId: string;
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly similarityScore: number;
}

export interface QueryVector {
  readonly vector: Float32Array | readonly number[];
  readonly model: string;
}

const FROM = 'FROM resumes r JOIN candidates c ON c.id = r.candidate_id';

const CHUNKS = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
    GREATEST(0, LEAST(1, 1 - (k.embedding <=> $15::vector))) AS "similarityScore"
  FROM resume_chunks k JOIN resumes r ON r.id = k.resume_id JOIN candidates c ON c.id = r.candidate_id
  WHERE ${condition} AND k.company_id = $1 AND k.embedding_model = $16 AND ${FILTER}
    AND ($17::text[] IS NULL OR k.section = ANY($17::text[]))
  ORDER BY ${nearestFirst('k.embedding <=> $15::vector')} LIMIT $18`;

const RESUMES = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT r.id AS "resumeId", GREATEST(0, LEAST(1, 1 - (r.embedding <=> $15::vector))) AS score
  ${FROM} WHERE ${condition} AND ${FILTER} AND r.embedding_model = $16 AND r.embedding IS NOT NULL
  ORDER BY ${nearestFirst('r.embedding <=> $15::vector')} LIMIT $17`;

/** The same without filters, for searches that have none: half of a short search is planning. */
const ALL_CHUNKS = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
    GREATEST(0, LEAST(1, 1 - (k.embedding <=> $2::vector))) AS "similarityScore"
  FROM resume_chunks k WHERE ${condition} AND k.company_id = $1 AND k.embedding_model = $3
  ORDER BY ${nearestFirst('k.embedding <=> $2::vector')} LIMIT $4`;

const ALL_RESUMES = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT r.id AS "resumeId", GREATEST(0, LEAST(1, 1 - (r.embedding <=> $2::vector))) AS score
  FROM resumes r WHERE ${condition} AND r.company_id = $1 AND r.embedding_model = $3 AND r.embedding IS NOT NULL
  ORDER BY ${nearestFirst('r.embedding <=> $2::vector')} LIMIT $4`;

/**
 * Of the query's weight, for a text to be found by words: two of three words as rare as each other are
 * enough, one of two is not. Above half, or a single word of a sentence is a vote like the whole sentence;
 * from 0.6 to 1 hybrid search answers alike (docs/matching.md), and more words find somebody at the low end.
 */
const LEAST_SHARE = 0.6;

/** The lists of resumes that searches are made of: by vector, by text, by skill, by filter alone. */
@Injectable()
export class RetrievalRepository {
  constructor(
    private readonly database: Database,
    private readonly index: VectorIndex,
  ) {}

  /** The words of each text as the full-text index has them. */
  async words(texts: readonly string[]): Promise<ReadonlyMap<string, readonly Word[]>> {
    const rows = await this.database.query<{ text: string; words: Word[] }>(
      `SELECT text, (
         SELECT COALESCE(jsonb_agg(jsonb_build_object('word', word,
           'stem', COALESCE((ts_lexize('shortlist_stem', word))[1], word)) ORDER BY at), '[]')
         FROM regexp_split_to_table(search_text(text), ' ') WITH ORDINALITY AS split (word, at) WHERE word <> '') AS words
       FROM unnest($1::text[]) AS text`,
      [[...new Set(texts)]],
    );
    return new Map(rows.map((row) => [row.text, row.words]));
  }

  /** The chunks closest to a vector, closest first; `sections` limits them to parts of a resume. */
  async chunks(
    scope: SearchScope,
    query: QueryVector & { readonly limit: number; readonly sections?: readonly string[] },
  ): Promise<FoundChunk[]> {
    const { limit, model, sections = null } = query;
    const vector = vectorParameter(query.vector);
    const isPlain = isUnfiltered(scope) && sections === null;
    const statement = isPlain ? ALL_CHUNKS : CHUNKS;
    const parameters = isPlain
      ? [scope.companyId, vector, model, limit]
      : [...filterParameters(scope), vector, model, sections, limit];
    const { companyId } = scope;
    return this.index.nearest({ table: 'resume_chunks', companyId, statement, parameters, limit });
  }

  /** Every chunk of these resumes that a vector can be compared with, closest first. */
  chunksOf(
    companyId: string,
    resumeIds: readonly string[],
    { vector, model }: QueryVector,
  ): Promise<FoundChunk[]> {
    return this.database.query(
      `SELECT k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
         GREATEST(0, LEAST(1, 1 - (k.embedding <=> $4::vector))) AS "similarityScore"
       FROM resume_chunks k WHERE k.company_id = $1 AND k.resume_id = ANY($2) AND k.embedding_model = $3
       ORDER BY "similarityScore" DESC, k.resume_id, k.char_start`,
      [companyId, resumeIds, model, vectorParameter(vector)],
    );
  }

  /** The resumes closest to a vector as a whole, closest first. */
  async resumes(
    scope: SearchScope,
    query: QueryVector & { readonly limit: number },
  ): Promise<FoundResume[]> {
    const { limit, model } = query;
    const vector = vectorParameter(query.vector);
    const isPlain = isUnfiltered(scope);
    const statement = isPlain ? ALL_RESUMES : RESUMES;
    const parameters = isPlain
      ? [scope.companyId, vector, model, limit]
      : [...filterParameters(scope), vector, model, limit];
    const { companyId } = scope;
    return this.index.nearest({ table: 'resumes', companyId, statement, parameters, limit });
  }

  /** Resumes that fulfil the scope's text condition, those first that hold it often and in weighty places. */
  byCondition(scope: SearchScope, limit: number): Promise<FoundResume[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId", ts_rank_cd(r.search_vector, $14::tsquery, 32) AS score
       ${FROM} WHERE ${FILTER} ORDER BY score DESC, r.id LIMIT $15`,
      [...filterParameters(scope), limit],
    );
  }

  /**
   * Resumes that hold any of the terms, best first: each term counts by its rarity in the company and by
   * the weightiest place that holds it. Who holds less than `LEAST_SHARE` of the query, weighed so, was
   * not found by its words; and words that most resumes have find nobody.
   */
  byTerms(scope: SearchScope, terms: readonly string[], limit: number): Promise<FoundResume[]> {
    return this.database.query(
      `WITH pool AS (SELECT GREATEST(count(*), 1)::double precision AS size FROM resumes WHERE company_id = $1),
       counted AS MATERIALIZED (
         SELECT term::tsquery AS term,
           (SELECT count(*) FROM resumes h WHERE h.company_id = $1 AND h.search_vector @@ term::tsquery) AS frequency
         FROM unnest($15::text[]) AS term),
       weighted AS MATERIALIZED (
         SELECT term, frequency, ln(1 + (size - frequency + 0.5) / (frequency + 0.5)) AS weight,
           sum(ln(1 + (size - frequency + 0.5) / (frequency + 0.5))) OVER () AS total,
           frequency <= size / 2 OR size < 50 OR min(frequency) FILTER (WHERE frequency > 0) OVER () > size / 2 AS is_telling
         FROM counted, pool)
       SELECT r.id AS "resumeId",
         sum(weight * (0.4 + 0.6 * ts_rank('{0.3, 0.5, 0.8, 1}', r.search_vector, term, 0))) AS score
       FROM weighted JOIN resumes r ON r.search_vector @@ term JOIN candidates c ON c.id = r.candidate_id
       WHERE ${FILTER} AND frequency > 0 AND is_telling
       GROUP BY r.id HAVING sum(weight) >= ${LEAST_SHARE} * max(total) ORDER BY score DESC, r.id LIMIT $16`,
      [...filterParameters(scope), terms, limit],
    );
  }

  /** Resumes that have any of the skills, those with more and rarer ones first. */
  bySkills(scope: SearchScope, skills: readonly string[], limit: number): Promise<FoundResume[]> {
    return this.database.query(
      `WITH pool AS (SELECT GREATEST(count(*), 1)::double precision AS size FROM resumes WHERE company_id = $1),
       found AS (SELECT s.resume_id, s.implied_by, s.years, count(*) OVER (PARTITION BY lower(s.skill)) AS frequency
         FROM resume_skills s WHERE s.company_id = $1 AND lower(s.skill) = ANY($15::text[]))
       SELECT r.id AS "resumeId", sum(ln(1 + (size - f.frequency + 0.5) / (f.frequency + 0.5))
         * (CASE WHEN f.implied_by IS NULL THEN 0.8 ELSE 0.5 END + 0.2 * COALESCE(f.years / (f.years + 3), 0))) AS score
       FROM found f CROSS JOIN pool JOIN resumes r ON r.id = f.resume_id JOIN candidates c ON c.id = r.candidate_id
       WHERE ${FILTER} GROUP BY r.id ORDER BY score DESC, r.id LIMIT $16`,
      [...filterParameters(scope), skills.map((skill) => skill.toLowerCase()), limit],
    );
  }

  /**
   * Resumes that pass the filters. The score is the strength of the evidence: for each skill asked for,
   * whether it is named and for how many years; without skills, the years of experience.
   */
  byFilters(scope: SearchScope, limit: number): Promise<FoundResume[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId", COALESCE(
         (SELECT avg(CASE WHEN s.implied_by IS NULL THEN 0.7 ELSE 0.4 END + 0.3 * COALESCE(s.years / (s.years + 3), 0))
          FROM resume_skills s WHERE s.resume_id = r.id AND lower(s.skill) = ANY($2::text[])),
         0.5 + 0.5 * COALESCE(r.years_of_experience / (r.years_of_experience + 5), 0)) AS score
       ${FROM} WHERE ${FILTER} ORDER BY score DESC, r.id LIMIT $15`,
      [...filterParameters(scope), limit],
    );
  }
}

function isUnfiltered({ filters, textQuery }: SearchScope): boolean {
  return textQuery === null && Object.values(filters).every((value) => value === undefined);
}
