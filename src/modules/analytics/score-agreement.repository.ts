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

/** Where an application stands after somebody took it further, and after somebody ended it. */
const ADVANCED = ['shortlisted', 'interviewing', 'offered', 'hired'];
const REJECTED = ['rejected'];

/**
 * Of each application the last decision in the time, with its score of that moment; then, for each
 * ranking, in how many pairs of an advanced and a rejected candidate the advanced one stands higher, which
 * is the Mann-Whitney statistic: of each advanced one the rejected ones below it, ties by half. It needs one sort
 * instead of all pairs. The last decisions are read off an index in its own order, backwards.
 */
const RANKINGS = `
  WITH decided AS MATERIALIZED (
    SELECT DISTINCT ON (match_id) match_id, job_version, engine_version COLLATE "C" AS engine_version, match_score,
      to_status = ANY($5::text[]) AS is_advanced
    FROM match_status_changes
    WHERE company_id = $1 AND created_at >= $2 AND created_at < $3 AND to_status = ANY($5::text[] || $6::text[])
    ORDER BY match_id DESC, created_at DESC, id DESC),
  scores AS (
    SELECT a.job_id, d.job_version, d.engine_version, d.match_score,
      (count(*) FILTER (WHERE d.is_advanced))::double precision AS advanced,
      (count(*) FILTER (WHERE NOT d.is_advanced))::double precision AS rejected
    FROM decided d JOIN application_records a ON a.match_id = d.match_id
    WHERE $4::uuid IS NULL OR a.job_id = $4
    GROUP BY a.job_id, d.job_version, d.engine_version, d.match_score),
  placed AS (
    SELECT *, sum(rejected) OVER (PARTITION BY job_id, job_version, engine_version ORDER BY match_score)
      - rejected / 2 AS rejected_below
    FROM scores)
  SELECT job_id AS "jobId", sum(advanced) AS advanced, sum(rejected) AS rejected,
    sum(advanced * rejected_below) AS "pairsWithRanking"
  FROM placed GROUP BY job_id, job_version, engine_version ORDER BY job_id`;

/** Reads decisions beside the scores that they were taken on. */
@Injectable()
export class ScoreAgreementRepository {
  constructor(private readonly database: Database) {}

  /** Every ranking on which somebody decided. */
  rankings(
    companyId: string,
    filter: DecisionFilter,
  ): Promise<(RankedDecisions & { readonly jobId: string })[]> {
    return this.database.query(RANKINGS, valuesOf(companyId, filter));
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

function valuesOf(companyId: string, { from, to, jobId }: DecisionFilter): unknown[] {
  return [companyId, from, to, jobId, ADVANCED, REJECTED];
}
