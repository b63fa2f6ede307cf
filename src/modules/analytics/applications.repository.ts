import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { QuarterHours } from './domain/durations';
import { ACTIVE_STATUSES, type FurthestCount, STEPS } from './domain/funnel';
import { ENDED, filterValues, isAskedJob, MEASURED, type RecordFilter } from './record-filter';

export interface BegunCounts {
  readonly applications: number;
  /** Of these found in the pool, not sent in. */
  readonly sourced: number;
}

export interface StatusCount {
  readonly status: string;
  readonly count: number;
}

export interface OriginRow {
  readonly origin: string;
  readonly applications: number;
  readonly advanced: number;
  readonly interviewed: number;
  readonly hired: number;
  readonly meanScore: number;
}

const BEGUN = `company_id = $1 AND started_at >= $2 AND started_at < $3 AND ${isAskedJob('job_id')}`;

/** Counts `application_records`, which triggers keep of results and decisions. */
@Injectable()
export class ApplicationsRepository {
  constructor(private readonly database: Database) {}

  async begun(filter: RecordFilter): Promise<BegunCounts> {
    const [counts] = await this.database.query<BegunCounts>(
      `SELECT count(*)::integer AS applications, (count(*) FILTER (WHERE source = 'matched'))::integer AS sourced
       FROM application_records WHERE ${BEGUN}`,
      filterValues(filter),
    );
    return counts ?? { applications: 0, sourced: 0 };
  }

  /** How far those came that began in the period, and how they stand now. */
  furthest(filter: RecordFilter): Promise<FurthestCount[]> {
    return this.database.query(
      `SELECT CASE status WHEN 'hired' THEN 5 ELSE furthest END AS step,
         CASE WHEN status IN ${ENDED} THEN status WHEN removed_at IS NULL THEN 'active' ELSE 'removed' END AS outcome,
         count(*)::integer AS count
       FROM application_records WHERE ${BEGUN} GROUP BY 1, 2`,
      filterValues(filter),
    );
  }

  /** Those that began in the period, by how the person came. */
  byOrigin(filter: RecordFilter): Promise<OriginRow[]> {
    return this.database.query(
      `SELECT COALESCE(origin, 'unknown') AS origin, count(*)::integer AS applications,
         (count(*) FILTER (WHERE furthest >= hiring_step('shortlisted')))::integer AS advanced,
         (count(*) FILTER (WHERE furthest >= hiring_step('interviewing')))::integer AS interviewed,
         (count(*) FILTER (WHERE status = 'hired'))::integer AS hired,
         (avg(score) / 100)::double precision AS "meanScore"
       FROM application_records WHERE ${BEGUN} GROUP BY 1 ORDER BY 2 DESC, 1`,
      filterValues(filter),
    );
  }

  /** From the beginning to the hire, of the hires in the period that stand. */
  async timeToHire(filter: RecordFilter): Promise<QuarterHours | null> {
    const [measured] = await this.database.query<QuarterHours>(
      `WITH timed AS (
         SELECT 'hired' AS key, quarters_between(started_at, status_since) AS quarters FROM application_records
         WHERE company_id = $1 AND status = 'hired' AND status_since >= $2 AND status_since < $3
           AND ${isAskedJob('job_id')}), ${MEASURED}
       SELECT count, mean, median, p90 FROM measured`,
      filterValues(filter),
    );
    return measured ?? null;
  }

  /**
   * Applications that were going on at the period's end, by status. Most have not moved since; the stays of
   * the others say where they were.
   */
  activeAtEnd(filter: RecordFilter): Promise<StatusCount[]> {
    return this.database.query(
      `SELECT status, count(*)::integer AS count FROM (${ACTIVE_AT_END}) AS active GROUP BY status`,
      filterValues(filter),
    );
  }
}

const listed = (statuses: readonly string[]): string => `('${statuses.join("', '")}')`;
const ACTIVE = listed(ACTIVE_STATUSES);
/** Naming every status lets an index on the status and its time be used. */
const ALL = listed([...STEPS, 'rejected', 'withdrawn']);

/** SQL: rows (status, job_id, match_id) of the applications that were going on at $3; $2 is not used for them. */
export const ACTIVE_AT_END = `
  SELECT status, job_id, match_id FROM application_records
  WHERE company_id = $1 AND $2::timestamptz IS NOT NULL AND ${isAskedJob('job_id')}
    AND status IN ${ACTIVE} AND status_since < $3 AND (removed_at IS NULL OR removed_at >= $3)
  UNION ALL
  SELECT s.status, s.job_id, r.match_id FROM application_records r JOIN application_stays s ON s.record_id = r.id
  WHERE r.company_id = $1 AND r.status IN ${ALL} AND r.status_since >= $3 AND r.started_at < $3 AND ${isAskedJob('r.job_id')}
    AND s.status IN ${ACTIVE} AND s.entered_at < $3 AND s.left_at >= $3`;
