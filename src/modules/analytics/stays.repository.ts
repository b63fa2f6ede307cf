import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { StatusCount } from './applications.repository';
import {
  filterValues,
  isAskedJob,
  MEASURED,
  type MeasuredRow,
  type RecordFilter,
} from './record-filter';

/** A stage of a job with how many of the period's applications came so far. */
export interface StageReach {
  readonly stage: string;
  readonly status: string;
  readonly reached: number;
}

/** Counts `application_stays`: one row for each time that an application was in a status or stage. */
@Injectable()
export class StaysRepository {
  constructor(private readonly database: Database) {}

  /** Applications that came into each status for the first time in the period. */
  firstEntries(filter: RecordFilter): Promise<StatusCount[]> {
    return this.database.query(
      `SELECT status, count(*)::integer AS count FROM application_stays
       WHERE company_id = $1 AND entered_at >= $2 AND entered_at < $3 AND is_first AND ${isAskedJob('job_id')}
       GROUP BY status`,
      filterValues(filter),
    );
  }

  /** How long statuses lasted that were left for another one in the period, by status. */
  timeInStatus(filter: RecordFilter): Promise<MeasuredRow[]> {
    return this.database.query(
      `WITH timed AS (
         SELECT status AS key, quarters FROM application_stays
         WHERE company_id = $1 AND left_at >= $2 AND left_at < $3 AND quarters IS NOT NULL
           AND ${isAskedJob('job_id')}), ${MEASURED}
       SELECT key, count, mean, median, p90 FROM measured`,
      filterValues(filter),
    );
  }

  /** The same for the stages of jobs, by the name that they had. */
  timeInStage(filter: RecordFilter): Promise<MeasuredRow[]> {
    return this.database.query(
      `WITH timed AS (
         SELECT stage_name AS key, quarters_between(entered_at, left_at) AS quarters FROM application_stays
         WHERE company_id = $1 AND left_at >= $2 AND left_at < $3 AND next_status IS NOT NULL
           AND stage_name IS NOT NULL AND ${isAskedJob('job_id')}), ${MEASURED}
       SELECT key, count, mean, median, p90 FROM measured ORDER BY key`,
      filterValues(filter),
    );
  }

  /** In a job's order of today, without the stages at which applications end unhired. */
  stageReach(filter: RecordFilter): Promise<StageReach[]> {
    return this.database.query(
      `WITH stages AS (
         SELECT job_id, position, name, status FROM job_stages
         WHERE company_id = $1 AND ${isAskedJob('job_id')} AND status NOT IN ('rejected', 'withdrawn')),
       furthest AS (
         SELECT t.record_id, max(s.position) AS position
         FROM application_records r JOIN application_stays t ON t.record_id = r.id
         JOIN stages s ON s.job_id = r.job_id AND lower(s.name) = lower(t.stage_name)
         WHERE r.company_id = $1 AND r.started_at >= $2 AND r.started_at < $3
         GROUP BY t.record_id)
       SELECT s.name AS stage, s.status,
         (SELECT count(*) FROM furthest f WHERE f.position >= s.position)::integer AS reached
       FROM stages s ORDER BY s.position`,
      filterValues(filter),
    );
  }
}
