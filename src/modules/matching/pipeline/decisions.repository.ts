import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import { isOnTeam } from '../../jobs';
import type { ApplicationStatus, StatusChangeEntity } from '../match.entity';
import { type MatchRow, RANK } from '../matches.repository';

/** What a decision needs to know of the result that it is about. */
export type DecidedMatch = Pick<
  MatchRow,
  'id' | 'companyId' | 'jobId' | 'resumeId' | 'candidateId' | 'status' | 'stageId' | 'stageName'
>;

/** What a decision makes of an application. */
export interface Decision {
  readonly to: ApplicationStatus;
  readonly stage: { readonly id: string; readonly name: string } | null;
  readonly reason: string | null;
  readonly rejection: { readonly id: string; readonly name: string } | null;
}

/** A decision as people read it: with the name of who made it. */
export interface HistoryRow extends Omit<
  StatusChangeEntity,
  'companyId' | 'matchId' | 'engineVersion' | 'jobVersion'
> {
  readonly changedByName: string | null;
}

/** Where applications stand, and `match_status_changes`: how they came there. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Those of the resumes that have a result for the job, held against other decisions until the
   * transaction ends; in the one order in which results are written.
   */
  lock(companyId: string, jobId: string, resumeIds: readonly string[]): Promise<DecidedMatch[]> {
    return this.database.query(
      `SELECT m.id, m.company_id AS "companyId", m.job_id AS "jobId", m.resume_id AS "resumeId",
         r.candidate_id AS "candidateId", m.status, m.stage_id AS "stageId",
         (SELECT s.name FROM job_stages s WHERE s.id = m.stage_id) AS "stageName"
       FROM match_results m JOIN resumes r ON r.id = m.resume_id
       WHERE m.company_id = $1 AND m.job_id = $2 AND m.resume_id = ANY($3)
       ORDER BY m.resume_id FOR UPDATE OF m`,
      [companyId, jobId, resumeIds],
    );
  }

  /**
   * The id of the kept change; null when the status or the stage is no longer the expected one.
   * The history's times follow the order of the decisions: a transaction that waited for another's
   * lock began before the other's decision, so that its own beginning would be too early.
   */
  async change(match: DecidedMatch, decision: Decision, by: string): Promise<string | null> {
    const { to, stage, reason, rejection } = decision;
    const changed = await this.database.execute(
      `UPDATE match_results SET status = $4, stage_id = $5, updated_at = now()
       WHERE id = $1 AND status = $2 AND stage_id IS NOT DISTINCT FROM $3`,
      [match.id, match.status, match.stageId, to, stage?.id ?? null],
    );
    if (changed === 0) {
      return null;
    }
    const changeId = randomUUID();
    await this.database.query(
      `INSERT INTO match_status_changes (id, company_id, match_id, changed_by, from_status, to_status, reason,
         match_score, rank, candidates, engine_version, job_version, rejection_reason_id, rejection_reason,
         from_stage_id, from_stage_name, to_stage_id, to_stage_name, created_at)
       SELECT $1, m.company_id, m.id, $3, $4, $5, $6, m.match_score, ${RANK},
         (SELECT count(*) FROM match_results n WHERE n.job_id = m.job_id), m.engine_version,
         m.job_version, $7, $8, $9, $10, $11, $12, GREATEST(clock_timestamp(),
           (SELECT max(created_at) + interval '1 ms' FROM match_status_changes WHERE match_id = $2))
       FROM match_results m WHERE m.id = $2`,
      [
        changeId,
        match.id,
        by,
        match.status,
        to,
        reason,
        rejection?.id ?? null,
        rejection?.name ?? null,
        match.stageId,
        match.stageName,
        stage?.id ?? null,
        stage?.name ?? null,
      ],
    );
    return changeId;
  }

  /** False when it is theirs already. */
  async assign(matchId: string, userId: string | null): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE match_results SET assigned_to = $2, updated_at = now()
       WHERE id = $1 AND assigned_to IS DISTINCT FROM $2`,
      [matchId, userId],
    );
    return changed > 0;
  }

  /**
   * Takes somebody's candidates of a job, or of all jobs, out of their hands; `off_team` are those of jobs that they
   * neither manage nor are on the team of; of a job without a manager the database does not know, hence `IS NOT TRUE`.
   * Whom it concerns.
   */
  release(
    whose: { readonly companyId: string; readonly userId: string; readonly jobId: string | null },
    which: 'all' | 'off_team',
  ): Promise<Pick<DecidedMatch, 'jobId' | 'candidateId'>[]> {
    return this.database.query(
      `WITH held AS MATERIALIZED (
         SELECT m.id FROM match_results m JOIN job_descriptions j ON j.id = m.job_id
         WHERE m.company_id = $1 AND m.assigned_to = $2 AND ($3::uuid IS NULL OR m.job_id = $3)
           AND ($4 = 'all' OR ${isOnTeam('j', '$2')} IS NOT TRUE)
         ORDER BY m.job_id, m.resume_id FOR UPDATE OF m),
       released AS (
         UPDATE match_results m SET assigned_to = NULL, updated_at = now() FROM held WHERE m.id = held.id
         RETURNING m.job_id, m.resume_id)
       SELECT d.job_id AS "jobId", r.candidate_id AS "candidateId"
       FROM released d JOIN resumes r ON r.id = d.resume_id ORDER BY d.job_id, d.resume_id`,
      [whose.companyId, whose.userId, whose.jobId, which],
    );
  }

  /** Oldest first. */
  async history(
    companyId: string,
    matchId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<HistoryRow>> {
    const [at = null, id = null] = decodeCursor(query.cursor, ['timestamp', 'uuid']) ?? [];
    const rows = await this.database.query<HistoryRow>(
      `SELECT c.id, c.from_status AS "fromStatus", c.to_status AS "toStatus", c.reason,
         c.rejection_reason_id AS "rejectionReasonId", c.rejection_reason AS "rejectionReason",
         c.from_stage_id AS "fromStageId", c.from_stage_name AS "fromStageName",
         c.to_stage_id AS "toStageId", c.to_stage_name AS "toStageName", c.changed_by AS "changedBy",
         u.full_name AS "changedByName", c.match_score AS "matchScore", c.rank, c.candidates,
         c.created_at AS "createdAt"
       FROM match_status_changes c LEFT JOIN users u ON u.id = c.changed_by
       WHERE c.company_id = $1 AND c.match_id = $2
         AND ($3::timestamptz IS NULL OR (c.created_at, c.id) > ($3, $4::uuid))
       ORDER BY c.created_at, c.id LIMIT $5`,
      [companyId, matchId, at, id, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM match_status_changes WHERE company_id = $1 AND match_id = $2`,
      [companyId, matchId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.createdAt.toISOString(), row.id],
    });
  }
}
