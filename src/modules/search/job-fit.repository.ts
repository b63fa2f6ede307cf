import { Injectable } from '@nestjs/common';
import { Database, vectorParameter } from '../../platform/database';
import { isOnTeam, matchScore } from '../jobs';
import type { FoundChunk } from './retrieval.repository';

/** How a resume fits a job, as numbers. */
export interface FitRow {
  readonly resumeId: string;
  readonly jobId: string;
  readonly similarityScore: number;
  /** Null when the job requires no skill. */
  readonly skillMatchScore: number | null;
  /** By the job's own weights. */
  readonly matchScore: number;
  readonly matchedSkills: readonly string[];
}

export interface JobRow {
  readonly jobId: string;
  readonly title: string;
  readonly company: string;
  readonly location: string | null;
  readonly status: string;
}

export interface StoredVector {
  readonly vector: readonly number[];
  readonly model: string;
}

const FIT = `
  SELECT r.id AS "resumeId", j.id AS "jobId",
    GREATEST(0, LEAST(1, 1 - (j.embedding <=> r.embedding))) AS "similarityScore",
    j.similarity_weight AS "similarityWeight",
    (SELECT sum(q.weight) FILTER (WHERE s.skill IS NOT NULL) / sum(q.weight)
     FROM job_skills q LEFT JOIN resume_skills s ON s.resume_id = r.id AND s.skill = q.skill
     WHERE q.job_id = j.id HAVING count(*) > 0) AS "skillShare",
    EXISTS (SELECT FROM job_skills q WHERE q.job_id = j.id) AS "hasSkills",
    ARRAY(SELECT q.skill FROM job_skills q JOIN resume_skills s ON s.resume_id = r.id AND s.skill = q.skill
      WHERE q.job_id = j.id ORDER BY q.position) AS "matchedSkills"
  FROM resumes r JOIN job_descriptions j ON j.embedding_model = r.embedding_model AND r.embedding IS NOT NULL`;

type RawFit = Omit<FitRow, 'skillMatchScore' | 'matchScore'> & {
  readonly skillShare: number | null;
  readonly hasSkills: boolean;
  readonly similarityWeight: number;
};

/** Vectors and skills of jobs beside those of resumes. */
@Injectable()
export class JobFitRepository {
  constructor(private readonly database: Database) {}

  /** Null when the job has no vector. */
  async jobVector(companyId: string, jobId: string): Promise<StoredVector | null> {
    return this.vectorOf(
      `SELECT embedding::text AS vector, embedding_model AS model FROM job_descriptions
       WHERE company_id = $1 AND id = $2 AND embedding IS NOT NULL`,
      [companyId, jobId],
    );
  }

  /** Null when the resume has no vector of this model. */
  async resumeVector(
    companyId: string,
    resumeId: string,
    model: string,
  ): Promise<StoredVector | null> {
    return this.vectorOf(
      `SELECT embedding::text AS vector, embedding_model AS model FROM resumes
       WHERE company_id = $1 AND id = $2 AND embedding IS NOT NULL AND embedding_model = $3`,
      [companyId, resumeId, model],
    );
  }

  /** A person's resumes with the models of their vectors; null for one without. */
  resumesOf(
    companyId: string,
    candidateId: string,
  ): Promise<{ id: string; model: string | null }[]> {
    return this.database.query(
      `SELECT id, CASE WHEN embedding IS NULL THEN NULL ELSE embedding_model END AS model
       FROM resumes WHERE company_id = $1 AND candidate_id = $2 ORDER BY created_at, id`,
      [companyId, candidateId],
    );
  }

  /** The numbers of these resumes for one job. */
  fitsOfJob(companyId: string, jobId: string, resumeIds: readonly string[]): Promise<FitRow[]> {
    return this.fits(
      `${FIT} WHERE r.company_id = $1 AND j.company_id = $1 AND j.id = $2 AND r.id = ANY($3)`,
      [companyId, jobId, resumeIds],
    );
  }

  /** The numbers of a person's resumes for every open job, or for those that a person manages or is on the team of. */
  fitsOfCandidate(
    companyId: string,
    candidateId: string,
    memberId: string | null,
  ): Promise<FitRow[]> {
    return this.fits(
      `${FIT} WHERE r.company_id = $1 AND j.company_id = $1 AND r.candidate_id = $2 AND j.status = 'open'
         AND ($3::uuid IS NULL OR ${isOnTeam('j', '$3')})`,
      [companyId, candidateId, memberId],
    );
  }

  /** The company's resumes that score best for a job by similarity and skills, best first: all are scored. */
  async bestByMatchScore(
    companyId: string,
    jobId: string,
    query: { readonly threshold: number; readonly limit: number },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH required AS (SELECT j.similarity_weight AS share, COALESCE(sum(q.weight), 0) AS total
         FROM job_descriptions j LEFT JOIN job_skills q ON q.job_id = j.id WHERE j.id = $2 GROUP BY j.id),
       found AS (SELECT s.resume_id, sum(q.weight) AS weight
         FROM job_skills q JOIN resume_skills s ON s.skill = q.skill AND s.company_id = $1
         WHERE q.job_id = $2 GROUP BY s.resume_id),
       scored AS MATERIALIZED (SELECT r.id, GREATEST(0, LEAST(1, 1 - (j.embedding <=> r.embedding))) AS similarity,
           COALESCE(f.weight, 0) AS weight
         FROM resumes r JOIN job_descriptions j ON j.id = $2 AND j.embedding_model = r.embedding_model AND r.embedding IS NOT NULL
         LEFT JOIN found f ON f.resume_id = r.id WHERE r.company_id = $1)
       SELECT id FROM scored CROSS JOIN required WHERE similarity >= $3
       ORDER BY CASE WHEN total = 0 THEN similarity ELSE share * similarity + (1 - share) * weight / total END DESC, id
       LIMIT $4`,
      [companyId, jobId, query.threshold, query.limit],
    );
    return rows.map((row) => row.id);
  }

  async jobs(companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, JobRow>> {
    const rows = await this.database.query<JobRow>(
      `SELECT id AS "jobId", title, company, location, status FROM job_descriptions
       WHERE company_id = $1 AND id = ANY($2)`,
      [companyId, ids],
    );
    return new Map(rows.map((row) => [row.jobId, row]));
  }

  /** Each resume's own chunk that is closest to a vector. */
  bestChunks(
    companyId: string,
    resumeIds: readonly string[],
    vector: readonly number[] | Float32Array,
  ): Promise<FoundChunk[]> {
    return this.database.query(
      `SELECT DISTINCT ON (k.resume_id) k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
         GREATEST(0, LEAST(1, 1 - (k.embedding <=> $3::vector))) AS "similarityScore"
       FROM resume_chunks k WHERE k.company_id = $1 AND k.resume_id = ANY($2)
       ORDER BY k.resume_id, k.embedding <=> $3::vector, k.position`,
      [companyId, resumeIds, vectorParameter(vector)],
    );
  }

  private async fits(sql: string, parameters: readonly unknown[]): Promise<FitRow[]> {
    const rows = await this.database.query<RawFit>(sql, parameters);
    return rows.map(({ skillShare, hasSkills, similarityWeight, ...fit }) => {
      const skills = hasSkills ? (skillShare ?? 0) : null;
      const { skillMatchScore, matchScore: score } = matchScore(
        fit.similarityScore,
        skills,
        similarityWeight,
      );
      return { ...fit, skillMatchScore, matchScore: score };
    });
  }

  private async vectorOf(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<StoredVector | null> {
    const [row] = await this.database.query<{ vector: string; model: string }>(sql, parameters);
    if (row === undefined) {
      return null;
    }
    // pgvector writes a vector as a JSON array of numbers.
    return { vector: JSON.parse(row.vector) as number[], model: row.model };
  }
}
