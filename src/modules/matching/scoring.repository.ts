import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { RequiredSkill } from '../skills';

/** What scoring needs of one job. */
export interface ScoredJob {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly minYearsExperience: number | null;
  readonly similarityWeight: number;
  readonly skills: readonly RequiredSkill[];
}

export interface FoundSkill {
  readonly skill: string;
  /** The named skill that implies it; null when the resume names it. */
  readonly impliedBy: string | null;
  readonly years: number | null;
}

/** What scoring needs of one resume, seen from one job. */
export interface ScoringFacts {
  readonly resumeId: string;
  readonly similarityScore: number;
  readonly embeddingModel: string;
  readonly yearsOfExperience: number | null;
  readonly headline: string | null;
  readonly matched: readonly FoundSkill[];
  readonly additional: readonly string[];
}

/** Reads jobs and resumes as numbers; the similarity is computed by pgvector. */
@Injectable()
export class ScoringRepository {
  constructor(private readonly database: Database) {}

  /**
   * The job, locked against changes until the transaction ends, so that no score of an older version is
   * written after the re-scoring of a newer one.
   */
  async findJob(companyId: string, jobId: string): Promise<ScoredJob | null> {
    const [job] = await this.database.query<Omit<ScoredJob, 'skills'>>(
      `SELECT id, title, version, min_years_experience AS "minYearsExperience",
         similarity_weight AS "similarityWeight"
       FROM job_descriptions WHERE company_id = $1 AND id = $2 AND embedding IS NOT NULL FOR SHARE`,
      [companyId, jobId],
    );
    if (job === undefined) {
      return null;
    }
    const skills = await this.database.query<RequiredSkill>(
      `SELECT skill, weight, must_have AS "mustHave" FROM job_skills WHERE job_id = $1 ORDER BY position`,
      [jobId],
    );
    return { ...job, skills };
  }

  /**
   * Resumes without a vector, or with another model's, are left out: they cannot be compared. Those
   * found cannot be deleted until the transaction ends, so that their results can be written; they are
   * locked in the order of their ids.
   */
  facts(companyId: string, job: ScoredJob, resumeIds: readonly string[]): Promise<ScoringFacts[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId",
         GREATEST(0, LEAST(1, 1 - (j.embedding <=> r.embedding))) AS "similarityScore",
         r.embedding_model AS "embeddingModel", r.years_of_experience AS "yearsOfExperience",
         r.profile #>> '{personal_info,headline}' AS headline,
         COALESCE((SELECT jsonb_agg(jsonb_build_object('skill', s.skill, 'impliedBy', s.implied_by, 'years', s.years) ORDER BY q.position)
           FROM resume_skills s JOIN job_skills q ON q.job_id = j.id AND q.skill = s.skill
           WHERE s.resume_id = r.id), '[]') AS matched,
         COALESCE((SELECT array_agg(s.skill ORDER BY s.skill) FROM resume_skills s
           WHERE s.resume_id = r.id AND s.implied_by IS NULL
             AND NOT EXISTS (SELECT 1 FROM job_skills q WHERE q.job_id = j.id AND q.skill = s.skill)), '{}') AS additional
       FROM resumes r JOIN job_descriptions j ON j.id = $2 AND j.embedding_model = r.embedding_model
       WHERE r.company_id = $1 AND r.id = ANY($3) AND r.embedding IS NOT NULL
       ORDER BY r.id FOR KEY SHARE OF r`,
      [companyId, job.id, resumeIds],
    );
  }

  /** How many resumes, of these or of the company's, have a vector of another model than the job. */
  async countIncomparable(
    companyId: string,
    jobId: string,
    resumeIds: readonly string[] | null,
  ): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM resumes r JOIN job_descriptions j ON j.id = $2 AND j.company_id = $1
       WHERE r.company_id = $1 AND r.embedding IS NOT NULL AND r.embedding_model IS DISTINCT FROM j.embedding_model
         AND ($3::uuid[] IS NULL OR r.id = ANY($3))`,
      [companyId, jobId, resumeIds],
    );
    return row?.count ?? 0;
  }

  /**
   * The resumes of the whole pool but those uploaded for the job that score best for it, best first. One
   * statement: no row per resume leaves the database but these. Skills and model are given and not joined,
   * so that the planner knows that there are many of each; else it takes nested loops.
   */
  async bestOfPool(
    companyId: string,
    job: Pick<ScoredJob, 'id' | 'skills'>,
    limit: number,
  ): Promise<string[]> {
    const total = job.skills.reduce((sum, { weight }) => sum + weight, 0);
    const rows = await this.database.query<{ id: string }>(
      `WITH job AS MATERIALIZED (
         SELECT embedding, embedding_model, similarity_weight FROM job_descriptions WHERE id = $2),
       found AS (
         SELECT s.resume_id, sum(asked.weight) AS weight
         FROM unnest($5::text[], $6::double precision[]) AS asked (skill, weight)
         JOIN resume_skills s ON s.skill = asked.skill
         WHERE s.company_id = $1 AND lower(s.skill) = ANY($7::text[]) GROUP BY s.resume_id)
       SELECT r.id
       FROM resumes r CROSS JOIN job j LEFT JOIN found f ON f.resume_id = r.id
       WHERE r.company_id = $1 AND r.embedding IS NOT NULL AND r.embedding_model = (SELECT embedding_model FROM job)
         AND r.id NOT IN (
           SELECT a.resume_id FROM match_results a WHERE a.job_id = $2 AND a.source = 'applied')
       ORDER BY CASE WHEN $3::double precision = 0 THEN 1 - (j.embedding <=> r.embedding)
         ELSE j.similarity_weight * GREATEST(0, 1 - (j.embedding <=> r.embedding))
           + (1 - j.similarity_weight) * COALESCE(f.weight, 0) / $3 END DESC, r.id
       LIMIT $4`,
      [
        companyId,
        job.id,
        total,
        limit,
        job.skills.map(({ skill }) => skill),
        job.skills.map(({ weight }) => weight),
        job.skills.map(({ skill }) => skill.toLowerCase()),
      ],
    );
    return rows.map((row) => row.id);
  }
}
