import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { ACTIVE_AT_END } from './applications.repository';
import { filterValues, isAskedJob, type RecordFilter } from './record-filter';

/** Of one job or one recruiter: what is going on at the period's end, and what the period brought. */
export interface PipelineRow {
  /** Null for applications that are nobody's. */
  readonly id: string | null;
  readonly name: string | null;
  readonly department: string | null;
  readonly pending: number;
  readonly reviewing: number;
  readonly shortlisted: number;
  readonly interviewing: number;
  readonly offered: number;
  readonly active: number;
  readonly applications: number;
  readonly hired: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

/** Rows (job_id, match_id, state): going on at the end, begun, and ended in the period. */
const EVENTS = `
  events AS (
    SELECT job_id, match_id, status AS state FROM (${ACTIVE_AT_END}) AS active
    UNION ALL
    SELECT job_id, match_id, 'begun' FROM application_records
    WHERE company_id = $1 AND started_at >= $2 AND started_at < $3 AND ${isAskedJob('job_id')}
    UNION ALL
    SELECT job_id, match_id, status FROM application_records
    WHERE company_id = $1 AND status IN ('hired', 'rejected', 'withdrawn') AND status_since >= $2 AND status_since < $3
      AND ${isAskedJob('job_id')})`;

/** SQL: a column per state; `count` counts the rows or adds up their cases. */
const states = (count: 'count(*)' | 'sum(cases)'): string =>
  [
    'pending',
    'reviewing',
    'shortlisted',
    'interviewing',
    'offered',
    'begun',
    'hired',
    'rejected',
    'withdrawn',
  ]
    .map((state) => `COALESCE(${count} FILTER (WHERE state = '${state}'), 0)::integer AS ${state}`)
    .join(', ');

const COUNTS = `pending, reviewing, shortlisted, interviewing, offered,
  pending + reviewing + shortlisted + interviewing + offered AS active, begun AS applications, hired, rejected,
  withdrawn`;

@Injectable()
export class PipelineRepository {
  constructor(private readonly database: Database) {}

  /** Jobs with anything in them, the fullest first; all of them without a limit. */
  byJob(filter: RecordFilter, limit: number | null): Promise<PipelineRow[]> {
    return this.database.query(
      `WITH ${EVENTS}, counted AS (SELECT job_id, ${states('count(*)')} FROM events GROUP BY job_id)
       SELECT j.id, j.title AS name, j.department, ${COUNTS}
       FROM counted JOIN job_descriptions j ON j.id = job_id
       ORDER BY active DESC, lower(j.title), j.id LIMIT $5`,
      [...filterValues(filter), limit],
    );
  }

  /** By whom a candidate is assigned to, else the job's recruiter. */
  byRecruiter(filter: RecordFilter, limit: number | null): Promise<PipelineRow[]> {
    return this.database.query(
      `WITH ${EVENTS},
       jobs AS (SELECT e.job_id, e.state, m.assigned_to, count(*) AS cases
         FROM events e LEFT JOIN match_results m ON m.id = e.match_id AND m.assigned_to IS NOT NULL GROUP BY 1, 2, 3),
       counted AS (
         SELECT COALESCE(assigned_to, j.recruiter_id) AS recruiter_id, ${states('sum(cases)')}
         FROM jobs JOIN job_descriptions j ON j.id = jobs.job_id GROUP BY 1)
       SELECT u.id, u.full_name AS name, NULL AS department, ${COUNTS}
       FROM counted LEFT JOIN users u ON u.id = recruiter_id
       ORDER BY active DESC, lower(u.full_name), u.id LIMIT $5`,
      [...filterValues(filter), limit],
    );
  }
}
