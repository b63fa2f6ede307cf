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
 * ranking, in how many pairs of an advanced and a rejected candidate the advanced one stands higher. That
 * is the Mann-Whitney statistic: the sum of the advanced ones' ranks less the least that it can be, with
 * ties sharing their ranks. It needs one sort instead of all pairs.
 */
const RANKINGS = `
  WITH decided AS (
    SELECT DISTINCT ON (c.match_id) m.job_id, c.job_version, c.engine_version, c.match_score,
      c.to_status = ANY($5::text[]) AS is_advanced
    FROM match_status_changes c JOIN match_results m ON m.id = c.match_id
    WHERE c.company_id = $1 AND c.created_at >= $2 AND c.created_at < $3
      AND ($4::uuid IS NULL OR m.job_id = $4) AND c.to_status = ANY($5::text[] || $6::text[])
    ORDER BY c.match_id, c.created_at DESC, c.id DESC),
  placed AS (
    SELECT *, rank() OVER (PARTITION BY job_id, job_version, engine_version ORDER BY match_score)
      + (count(*) OVER (PARTITION BY job_id, job_version, engine_version, match_score) - 1) / 2.0 AS place
    FROM decided),
  rankings AS (
    SELECT job_id, count(*) FILTER (WHERE is_advanced) AS advanced, count(*) FILTER (WHERE NOT is_advanced) AS rejected,
      COALESCE(sum(place) FILTER (WHERE is_advanced), 0) AS places
    FROM placed GROUP BY job_id, job_version, engine_version)`;

const RANKING = `job_id AS "jobId", advanced::integer, rejected::integer,
  (places - advanced * (advanced + 1) / 2.0)::double precision AS "pairsWithRanking"`;

/** Reads decisions beside the scores that they were taken on. */
@Injectable()
export class ScoreAgreementRepository {
  constructor(private readonly database: Database) {}

  /** Every ranking on which somebody decided. */
  rankings(
    companyId: string,
    filter: DecisionFilter,
  ): Promise<(RankedDecisions & { readonly jobId: string })[]> {
    return this.database.query(
      `${RANKINGS} SELECT ${RANKING} FROM rankings ORDER BY job_id`,
      valuesOf(companyId, filter),
    );
  }

  /** The jobs with decisions in the time, by title. */
  async jobs(
    companyId: string,
    filter: DecisionFilter,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<JobRow>> {
    const [title = null, id = null] = decodeCursor(query.cursor, ['string', 'uuid']) ?? [];
    const jobs = `${RANKINGS}, jobs AS (SELECT id AS "jobId", title, lower(title) AS key FROM job_descriptions
      WHERE company_id = $1 AND id IN (SELECT job_id FROM rankings))`;
    const rows = await this.database.query<JobRow & { key: string }>(
      `${jobs} SELECT "jobId", title, key FROM jobs
       WHERE $7::text IS NULL OR (key, "jobId") > ($7, $8::uuid) ORDER BY key, "jobId" LIMIT $9`,
      [...valuesOf(companyId, filter), title, id, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `${jobs} SELECT count(*)::integer AS total FROM jobs`,
      valuesOf(companyId, filter),
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
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
