import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { Evidence } from '../resumes';
import type { ApplicationStatus } from './match.entity';

/** Where a resume names a skill, or one that implies it. */
export interface SkillEvidence {
  readonly skill: string;
  readonly impliedBy: string | null;
  readonly years: number | null;
  readonly lastUsed: string | null;
  readonly evidence: readonly Evidence[];
}

/** A part of a resume as near as it is to the job's text. */
export interface BestChunk extends Evidence {
  readonly section: string;
  readonly similarityScore: number;
}

/** A decision with what it was taken on. */
export interface StatusChangeRow {
  readonly fromStatus: ApplicationStatus;
  readonly toStatus: ApplicationStatus;
  readonly reason: string | null;
  readonly changedBy: string | null;
  readonly matchScore: number;
  readonly rank: number | null;
  readonly candidates: number | null;
  readonly engineVersion: string;
  readonly createdAt: Date;
}

/** Reads what stands behind one result. */
@Injectable()
export class ReasonsRepository {
  constructor(private readonly database: Database) {}

  evidence(
    companyId: string,
    resumeId: string,
    skills: readonly string[],
  ): Promise<SkillEvidence[]> {
    return this.database.query(
      `SELECT skill, implied_by AS "impliedBy", years, last_used AS "lastUsed", evidence
       FROM resume_skills WHERE company_id = $1 AND resume_id = $2 AND skill = ANY($3)`,
      [companyId, resumeId, skills],
    );
  }

  /** The parts of the resume that are closest to the job. */
  bestChunks(
    companyId: string,
    ids: { readonly jobId: string; readonly resumeId: string },
    limit: number,
  ): Promise<BestChunk[]> {
    return this.database.query(
      `SELECT k.section, k.char_start AS start, k.char_end AS end, k.text,
         GREATEST(0, LEAST(1, 1 - (j.embedding <=> k.embedding))) AS "similarityScore"
       FROM resume_chunks k
       JOIN job_descriptions j ON j.id = $2 AND j.company_id = $1 AND j.embedding_model = k.embedding_model
       WHERE k.company_id = $1 AND k.resume_id = $3 ORDER BY j.embedding <=> k.embedding, k.position LIMIT $4`,
      [companyId, ids.jobId, ids.resumeId, limit],
    );
  }

  /** The rank that the resume would have with each score, in their order; ties as in the ranked list. */
  async ranksWith(
    companyId: string,
    ids: { readonly jobId: string; readonly resumeId: string },
    scores: readonly number[],
  ): Promise<readonly number[]> {
    const rows = await this.database.query<{ rank: number }>(
      `SELECT (SELECT count(*)::integer + 1 FROM match_results m
         WHERE m.company_id = $1 AND m.job_id = $2 AND m.resume_id <> $3
           AND (m.match_score > given.score OR (m.match_score = given.score AND m.resume_id < $3))) AS rank
       FROM unnest($4::double precision[]) WITH ORDINALITY AS given (score, position) ORDER BY position`,
      [companyId, ids.jobId, ids.resumeId, scores],
    );
    return rows.map((row) => row.rank);
  }

  /** Decisions on a result, oldest first. */
  history(companyId: string, matchId: string): Promise<StatusChangeRow[]> {
    return this.database.query(
      `SELECT from_status AS "fromStatus", to_status AS "toStatus", reason, changed_by AS "changedBy",
         match_score AS "matchScore", rank, candidates, engine_version AS "engineVersion", created_at AS "createdAt"
       FROM match_status_changes WHERE company_id = $1 AND match_id = $2 ORDER BY created_at, id`,
      [companyId, matchId],
    );
  }
}
