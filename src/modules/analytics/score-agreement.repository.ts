import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { RankedDecisions } from './domain/agreement';

export interface DecisionFilter {
  /** Included. */
  readonly from: Date;
  /** Excluded. */
  readonly to: Date;
  /** Null for all jobs. */
  readonly jobId: string | null;
}

export interface JobRow {
  readonly jobId: string;
  readonly title: string;
}

/**
 * Of each application the last decision in the time, with its score of that moment: read off an index of the
 * decisions in its own order, backwards. Then, for each ranking, in how many pairs of an advanced and a rejected
 * candidate the advanced one stands higher, which is the Mann-Whitney statistic: of each advanced one the rejected
 * ones below it, ties by half. It needs one sort instead of all pairs, and that by numbers alone: the versions of
 * the job and the engine go into one, since comparing them apart doubles what the sort takes.
 */
const RANKINGS = `
  WITH decided AS (
    SELECT DISTINCT ON (match_id) match_id, hashtextextended(engine_version, job_version) AS versions, match_score,
      to_status <> 'rejected' AS is_advanced
    FROM match_status_changes
    WHERE company_id = $1 AND created_at >= $2 AND created_at < $3
      AND to_status IN ('shortlisted', 'interviewing', 'offered', 'hired', 'rejected')
    ORDER BY match_id DESC, created_at DESC, id DESC),
  scores AS (
    SELECT a.job_id, d.versions, d.match_score,
      (count(*) FILTER (WHERE d.is_advanced))::double precision AS advanced,
      (count(*) FILTER (WHERE NOT d.is_advanced))::double precision AS rejected
    FROM decided d JOIN application_records a ON a.match_id = d.match_id
    WHERE a.company_id = $1 AND ($4::uuid IS NULL OR a.job_id = $4)
    GROUP BY a.job_id, d.versions, d.match_score),
  placed AS (
    SELECT *, sum(rejected) OVER (PARTITION BY job_id, versions ORDER BY match_score) - rejected / 2 AS rejected_below
    FROM scores)
  SELECT job_id AS "jobId", sum(advanced) AS advanced, sum(rejected) AS rejected,
    sum(advanced * rejected_below) AS "pairsWithRanking"
  FROM placed GROUP BY job_id, versions ORDER BY job_id`;

/** Reads decisions beside the scores that they were taken on. */
@Injectable()
export class ScoreAgreementRepository {
  constructor(private readonly database: Database) {}

  /** Every ranking on which somebody decided. */
  rankings(
    companyId: string,
    { from, to, jobId }: DecisionFilter,
  ): Promise<(RankedDecisions & { readonly jobId: string })[]> {
    return this.database.query(RANKINGS, [companyId, from, to, jobId]);
  }

  /** A page of these jobs, by title. */
  async jobs(
    companyId: string,
    ids: readonly string[],
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<JobRow>> {
    const [title = null, id = null] = decodeCursor(query.cursor, ['string', 'uuid']) ?? [];
    const rows = await this.database.query<JobRow & { key: string }>(
      `SELECT id AS "jobId", title, lower(title) AS key FROM job_descriptions
       WHERE company_id = $1 AND id = ANY($2) AND ($3::text IS NULL OR (lower(title), id) > ($3, $4::uuid))
       ORDER BY key, "jobId" LIMIT $5`,
      [companyId, ids, title, id, query.limit + 1],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: ids.length,
      key: (row) => [row.key, row.jobId],
    });
  }

  async hasJob(companyId: string, jobId: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT FROM job_descriptions WHERE company_id = $1 AND id = $2',
      [companyId, jobId],
    );
    return rows.length > 0;
  }
}
