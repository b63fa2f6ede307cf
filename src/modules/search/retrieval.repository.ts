import { Injectable } from '@nestjs/common';
import { Database, VectorIndex, vectorParameter, type VectorScan } from '../../platform/database';
import { FILTER, filterParameters, FROM_RESUMES, type SearchScope } from './filter-sql';

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

export interface WeighedSkill {
  /** Its canonical name in lower case. */
  readonly key: string;
  readonly weight: number;
}

export interface QueryVector {
  readonly vector: Float32Array | readonly number[];
  readonly model: string;
}

const CHUNKS = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
    GREATEST(0, LEAST(1, 1 - (k.embedding <=> $15::vector))) AS "similarityScore"
  FROM resume_chunks k JOIN resumes r ON r.id = k.resume_id JOIN candidates c ON c.id = r.candidate_id
  WHERE ${condition} AND k.company_id = $1 AND k.embedding_model = $16 AND ${FILTER}
    AND ($17::text[] IS NULL OR k.section = ANY($17::text[]))
  ORDER BY ${nearestFirst('k.embedding <=> $15::vector')} LIMIT $18`;

const RESUMES = ({ condition, nearestFirst }: VectorScan): string => `
  SELECT r.id AS "resumeId", GREATEST(0, LEAST(1, 1 - (r.embedding <=> $15::vector))) AS score
  ${FROM_RESUMES} WHERE ${condition} AND ${FILTER} AND r.embedding_model = $16 AND r.embedding IS NOT NULL
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

/** Of skills in parameter `first`, their weights, and how many resumes, in the two after it. */
const bySkills = (first: number, condition: string): string => `
  SELECT s.resume_id AS "resumeId", sum(asked.weight * (CASE WHEN s.implied_by IS NULL THEN 0.8::double precision ELSE 0.5 END
    + 0.2::double precision * COALESCE(s.years / (s.years + 3), 0))) AS score
  FROM resume_skills s JOIN unnest($${first}::text[], $${first + 1}::double precision[]) AS asked (key, weight)
    ON lower(s.skill) = asked.key
  WHERE s.company_id = $1 AND ${condition} GROUP BY s.resume_id ORDER BY score DESC, s.resume_id LIMIT $${first + 2}`;

const PASSING = `s.resume_id IN (SELECT r.id ${FROM_RESUMES} WHERE ${FILTER})`;

/** The lists of resumes that searches are made of: by vector, by skill, by filter alone. */
@Injectable()
export class RetrievalRepository {
  constructor(
    private readonly database: Database,
    private readonly index: VectorIndex,
  ) {}

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

  /**
   * Resumes that have any of the skills, those with more and weightier ones first. A skill that is only implied by
   * another one counts less, one of many years more.
   */
  bySkills(
    scope: SearchScope,
    skills: readonly WeighedSkill[],
    limit: number,
  ): Promise<FoundResume[]> {
    const asked = [skills.map(({ key }) => key), skills.map(({ weight }) => weight), limit];
    const isPlain = isUnfiltered(scope);
    return this.database.query(isPlain ? bySkills(2, 'true') : bySkills(15, PASSING), [
      ...(isPlain ? [scope.companyId] : filterParameters(scope)),
      ...asked,
    ]);
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
       ${FROM_RESUMES} WHERE ${FILTER} ORDER BY score DESC, r.id LIMIT $15`,
      [...filterParameters(scope), limit],
    );
  }
}

function isUnfiltered({ filters, textQuery }: SearchScope): boolean {
  return textQuery === null && Object.values(filters).every((value) => value === undefined);
}
