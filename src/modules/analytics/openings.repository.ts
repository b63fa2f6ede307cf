import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { QuarterHours } from './domain/durations';
import { filterValues, isAskedJob, MEASURED, type RecordFilter } from './record-filter';

export interface JobCounts {
  /** Open at the period's end. */
  readonly openJobs: number;
  readonly openedJobs: number;
  readonly closedJobs: number;
}

/**
 * SQL: every change of the status of an asked job, with when the next one came. A job without a history was
 * always what it is.
 */
const JOB_STATES = `
  job_states AS (
    SELECT c.job_id, c.to_status AS status, c.created_at AS since,
      lead(c.created_at) OVER (PARTITION BY c.job_id ORDER BY c.created_at, c.id) AS until
    FROM job_status_changes c WHERE c.company_id = $1 AND ${isAskedJob('c.job_id')}
    UNION ALL
    SELECT j.id, j.status, j.created_at, NULL FROM job_descriptions j
    WHERE j.company_id = $1 AND ${isAskedJob('j.id')}
      AND NOT EXISTS (SELECT FROM job_status_changes c WHERE c.job_id = j.id))`;

/** SQL: jobs that were open at some time of the period. */
export const OPEN_JOBS = `${JOB_STATES},
  open_jobs AS (
    SELECT DISTINCT job_id FROM job_states
    WHERE status = 'open' AND since < $3 AND (until IS NULL OR until > $2))`;

/** When jobs were open, and how long until somebody was hired. */
@Injectable()
export class OpeningsRepository {
  constructor(private readonly database: Database) {}

  async countJobs(filter: RecordFilter): Promise<JobCounts> {
    const [counts] = await this.database.query<JobCounts>(
      `WITH ${JOB_STATES}
       SELECT (count(*) FILTER (WHERE status = 'open' AND since < $3 AND (until IS NULL OR until >= $3)))::integer AS "openJobs",
         (count(*) FILTER (WHERE status = 'open' AND since >= $2 AND since < $3))::integer AS "openedJobs",
         (count(*) FILTER (WHERE status = 'closed' AND since >= $2 AND since < $3))::integer AS "closedJobs"
       FROM job_states`,
      filterValues(filter),
    );
    return counts ?? { openJobs: 0, openedJobs: 0, closedJobs: 0 };
  }

  /** From each opening of a job to the first hire of it that stands, of those first hires in the period. */
  async timeToFill(filter: RecordFilter): Promise<QuarterHours | null> {
    const [measured] = await this.database.query<QuarterHours>(
      `WITH ${JOB_STATES},
       openings AS (
         SELECT job_id, quarter_hour(since) AS opened,
           lead(quarter_hour(since)) OVER (PARTITION BY job_id ORDER BY since) AS opened_again
         FROM job_states WHERE status = 'open'),
       filled AS (
         SELECT o.job_id, o.opened, min(h.status_since) AS hired
         FROM openings o JOIN application_records h ON h.job_id = o.job_id
           AND quarter_hour(h.status_since) >= o.opened
           AND (o.opened_again IS NULL OR quarter_hour(h.status_since) < o.opened_again)
         WHERE h.company_id = $1 AND h.status = 'hired' GROUP BY 1, 2),
       timed AS (
         SELECT 'filled' AS key, quarters_between(opened, hired) AS quarters FROM filled
         WHERE hired >= $2 AND hired < $3), ${MEASURED}
       SELECT count, mean, median, p90 FROM measured`,
      filterValues(filter),
    );
    return measured ?? null;
  }
}
