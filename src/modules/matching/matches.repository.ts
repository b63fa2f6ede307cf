import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { MatchEntity } from './match.entity';

/** A result as people see it, with its place among the job's results. */
export interface MatchRow extends MatchEntity {
  readonly rank: number;
  readonly candidateId: string;
  readonly candidateName: string | null;
  readonly headline: string | null;
  readonly fileName: string;
  readonly location: string | null;
  readonly yearsOfExperience: number | null;
  readonly stageName: string | null;
  /** Where the person came from: with this resume and for this job, as far as it is known. */
  readonly origin: Origin | null;
}

export interface Origin {
  readonly kind: string;
  readonly referrerId: string | null;
  readonly referrerName: string | null;
  readonly detail: string | null;
}

/** Who stands where in a job's ranking. */
export type RankedPerson = Pick<
  MatchRow,
  'resumeId' | 'candidateId' | 'candidateName' | 'matchScore'
>;

export type ScoredMatch = Omit<
  MatchEntity,
  'id' | 'companyId' | 'status' | 'stageId' | 'assignedTo' | 'createdAt' | 'updatedAt'
>;

/** Lists of texts come as JSON, which Node reads ten times as fast as PostgreSQL's arrays. */
const SELECT_MATCH = `
  SELECT m.id, m.company_id AS "companyId", m.job_id AS "jobId", m.resume_id AS "resumeId",
    r.candidate_id AS "candidateId", m.source, m.similarity_score AS "similarityScore",
    m.skill_match_score AS "skillMatchScore", m.similarity_weight AS "similarityWeight",
    m.match_score AS "matchScore", m.explanation,
    to_json(m.key_strengths) AS "keyStrengths", to_json(m.matched_skills) AS "matchedSkills",
    to_json(m.missing_skills) AS "missingSkills", to_json(m.additional_skills) AS "additionalSkills", m.status, m.job_version AS "jobVersion",
    m.engine_version AS "engineVersion", m.embedding_model AS "embeddingModel",
    m.created_at AS "createdAt", m.updated_at AS "updatedAt", c.full_name AS "candidateName",
    r.profile #>> '{personal_info,headline}' AS headline, r.file_name AS "fileName", c.location, r.years_of_experience AS "yearsOfExperience", m.stage_id AS "stageId",
    (SELECT s.name FROM job_stages s WHERE s.id = m.stage_id) AS "stageName", m.assigned_to AS "assignedTo",
    (SELECT jsonb_build_object('kind', o.kind, 'referrerId', o.referrer_id, 'referrerName',
       COALESCE((SELECT u.full_name FROM users u WHERE u.id = o.referrer_id), o.referrer_name), 'detail', o.detail)
     FROM candidate_sources o WHERE o.candidate_id = r.candidate_id
     ORDER BY o.job_id IS DISTINCT FROM m.job_id, o.resume_id IS DISTINCT FROM m.resume_id, o.created_at, o.id
     LIMIT 1) AS origin`;

/** One more than the number of the job's results that come before this row of `match_results m`. */
export const RANK = `(SELECT count(*)::integer + 1 FROM match_results b
  WHERE b.job_id = m.job_id AND (b.match_score > m.match_score
    OR (b.match_score = m.match_score AND b.resume_id < m.resume_id)))`;

@Injectable()
export class MatchesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Inserts or refreshes; a refresh keeps the status, and a person's application stays one. What would
   * stay the same is not written. Rows are always written in the same order, so that two writers never
   * wait for each other. Answers the resumes that had no result for the job before.
   */
  async upsert(companyId: string, matches: readonly ScoredMatch[]): Promise<string[]> {
    const rows = matches.map((match) => ({ ...match, id: randomUUID() }));
    // A row that an update left behind names the transaction that locked it; a new one names none.
    const written = await this.database.query<{ resumeId: string; isNew: boolean }>(
      `INSERT INTO match_results (id, company_id, job_id, resume_id, source, similarity_score,
         skill_match_score, similarity_weight, match_score, explanation, key_strengths, matched_skills, missing_skills,
         additional_skills, status, job_version, engine_version, embedding_model)
       SELECT id, $1, "jobId", "resumeId", source, "similarityScore", "skillMatchScore",
         "similarityWeight", "matchScore", explanation, "keyStrengths", "matchedSkills", "missingSkills",
         "additionalSkills", 'pending', "jobVersion", "engineVersion", "embeddingModel"
       FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, "jobId" uuid, "resumeId" uuid,
         source text, "similarityScore" double precision, "skillMatchScore" double precision,
         "similarityWeight" double precision, "matchScore" double precision, explanation text,
         "keyStrengths" text[], "matchedSkills" text[], "missingSkills" text[], "additionalSkills" text[], "jobVersion" integer, "engineVersion" text,
         "embeddingModel" text)
       ORDER BY "jobId", "resumeId"
       ON CONFLICT ON CONSTRAINT match_results_job_resume_unique DO UPDATE SET
         source = CASE WHEN match_results.source = 'applied' THEN 'applied' ELSE EXCLUDED.source END,
         similarity_score = EXCLUDED.similarity_score, skill_match_score = EXCLUDED.skill_match_score,
         similarity_weight = EXCLUDED.similarity_weight, match_score = EXCLUDED.match_score,
         explanation = EXCLUDED.explanation,
         key_strengths = EXCLUDED.key_strengths, matched_skills = EXCLUDED.matched_skills,
         missing_skills = EXCLUDED.missing_skills, additional_skills = EXCLUDED.additional_skills,
         job_version = EXCLUDED.job_version, engine_version = EXCLUDED.engine_version,
         embedding_model = EXCLUDED.embedding_model, updated_at = now()
       WHERE (match_results.source, match_results.similarity_score, match_results.skill_match_score,
           match_results.similarity_weight, match_results.match_score, match_results.explanation, match_results.key_strengths,
           match_results.matched_skills, match_results.missing_skills, match_results.additional_skills,
           match_results.job_version, match_results.engine_version, match_results.embedding_model)
         IS DISTINCT FROM (CASE WHEN match_results.source = 'applied' THEN 'applied' ELSE EXCLUDED.source END,
           EXCLUDED.similarity_score, EXCLUDED.skill_match_score, EXCLUDED.similarity_weight,
           EXCLUDED.match_score, EXCLUDED.explanation,
           EXCLUDED.key_strengths, EXCLUDED.matched_skills, EXCLUDED.missing_skills, EXCLUDED.additional_skills,
           EXCLUDED.job_version, EXCLUDED.engine_version, EXCLUDED.embedding_model)
       RETURNING resume_id AS "resumeId", (xmax = 0) AS "isNew"`,
      [companyId, JSON.stringify(rows)],
    );
    return written.filter(({ isNew }) => isNew).map(({ resumeId }) => resumeId);
  }

  async find(companyId: string, jobId: string, resumeId: string): Promise<MatchRow | null> {
    const [row] = await this.database.query<MatchRow>(
      `${SELECT_MATCH}, ${RANK} AS rank
       FROM match_results m JOIN resumes r ON r.id = m.resume_id JOIN candidates c ON c.id = r.candidate_id
       WHERE m.company_id = $1 AND m.job_id = $2 AND m.resume_id = $3`,
      [companyId, jobId, resumeId],
    );
    return row ?? null;
  }

  /** Whose results a job has, best first. */
  ranking(companyId: string, jobId: string, limit: number): Promise<RankedPerson[]> {
    return this.database.query(
      `SELECT m.resume_id AS "resumeId", r.candidate_id AS "candidateId", c.full_name AS "candidateName",
         m.match_score AS "matchScore"
       FROM match_results m JOIN resumes r ON r.id = m.resume_id JOIN candidates c ON c.id = r.candidate_id
       WHERE m.company_id = $1 AND m.job_id = $2 ORDER BY m.match_score DESC, m.resume_id LIMIT $3`,
      [companyId, jobId, limit],
    );
  }

  async listOfResume(companyId: string, resumeId: string): Promise<MatchRow[]> {
    return this.database.query<MatchRow>(
      `${SELECT_MATCH}, ${RANK} AS rank
       FROM match_results m JOIN resumes r ON r.id = m.resume_id JOIN candidates c ON c.id = r.candidate_id
       WHERE m.company_id = $1 AND m.resume_id = $2 ORDER BY m.match_score DESC, m.job_id`,
      [companyId, resumeId],
    );
  }

  /** The jobs that a resume has a result for, in the one order in which results are written. */
  sourcesOfResume(
    companyId: string,
    resumeId: string,
  ): Promise<Pick<MatchEntity, 'jobId' | 'source'>[]> {
    return this.database.query(
      `SELECT job_id AS "jobId", source FROM match_results
       WHERE company_id = $1 AND resume_id = $2 ORDER BY job_id`,
      [companyId, resumeId],
    );
  }

  /** The rows of a page, in its order; without those that were deleted since it was read. */
  async ofEntries(
    companyId: string,
    jobId: string,
    entries: readonly { readonly resumeId: string; readonly rank: number }[],
  ): Promise<MatchRow[]> {
    return this.database.query<MatchRow>(
      `${SELECT_MATCH}, entry.rank
       FROM unnest($3::uuid[], $4::integer[]) WITH ORDINALITY AS entry (resume_id, rank, place)
       JOIN match_results m ON m.job_id = $2 AND m.resume_id = entry.resume_id
       JOIN resumes r ON r.id = m.resume_id JOIN candidates c ON c.id = r.candidate_id
       WHERE m.company_id = $1 ORDER BY entry.place`,
      [companyId, jobId, entries.map(({ resumeId }) => resumeId), entries.map(({ rank }) => rank)],
    );
  }

  /**
   * Removes the results that were found in the pool, but for those of the kept resumes and those that
   * somebody has ever decided on, is to look at, or arranged an interview for; their number. Call it in a
   * transaction.
   */
  async removeUndecided(
    companyId: string,
    jobId: string,
    kept: readonly string[],
  ): Promise<number> {
    // Apart from the deletion, which then sees what was arranged while it waited for the locks.
    const locked = await this.database.query<{ id: string }>(
      `SELECT id FROM match_results WHERE company_id = $1 AND job_id = $2 AND source = 'matched'
         AND resume_id <> ALL ($3::uuid[]) ORDER BY resume_id FOR UPDATE`,
      [companyId, jobId, kept],
    );
    return this.database.execute(
      `DELETE FROM match_results m WHERE m.id = ANY($1) AND m.status = 'pending' AND m.source = 'matched' AND m.assigned_to IS NULL
         AND NOT EXISTS (SELECT FROM match_status_changes c WHERE c.match_id = m.id)
         AND NOT EXISTS (SELECT FROM interviews i WHERE i.match_id = m.id)`,
      [locked.map(({ id }) => id)],
    );
  }

  /** The first of the ranked list. */
  async bestResumeIds(companyId: string, jobId: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT resume_id AS id FROM match_results WHERE company_id = $1 AND job_id = $2
       ORDER BY match_score DESC, resume_id LIMIT $3`,
      [companyId, jobId, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Resumes that have a result for the job, in batches of ids. */
  async resumeIds(jobId: string, afterId: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT resume_id AS id FROM match_results
       WHERE job_id = $1 AND ($2::uuid IS NULL OR resume_id > $2) ORDER BY resume_id LIMIT $3`,
      [jobId, afterId, limit],
    );
    return rows.map((row) => row.id);
  }

  /** The same for those whose result another version of the rules made. */
  async outdatedResumeIds(
    jobId: string,
    engineVersion: string,
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT resume_id AS id FROM match_results
       WHERE job_id = $1 AND engine_version <> $2 AND ($3::uuid IS NULL OR resume_id > $3)
       ORDER BY resume_id LIMIT $4`,
      [jobId, engineVersion, page.afterId, page.limit],
    );
    return rows.map((row) => row.id);
  }
}
