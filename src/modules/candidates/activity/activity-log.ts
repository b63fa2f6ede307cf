import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

/** What can have happened around a candidate or a job. A module that tells of more adds its kinds here. */
export const ACTIVITY_KINDS = [
  'status_changed',
  'stage_changed',
  'assigned',
  'note_added',
  'tag_added',
  'tag_removed',
  'source_added',
  'merged',
  'merge_undone',
  'job_status_changed',
  'team_changed',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export interface Activity {
  readonly companyId: string;
  readonly kind: ActivityKind;
  readonly candidateId?: string;
  readonly jobId?: string;
  /** Null when no person of the company did it. */
  readonly actorId: string | null;
  /** The note, interview or decision that it is about. */
  readonly subjectId?: string;
  /** Words and ids for people to read; nothing that must be erased apart from the row. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Where modules tell what happened, for the feeds of people and jobs. Call it in the transaction of what it
 * tells: the row goes with the candidate, and moves with them when they are merged.
 */
@Injectable()
export class ActivityLog {
  constructor(private readonly database: Database) {}

  record(activity: Activity): Promise<void> {
    return this.recordAll([activity]);
  }

  /** In one statement, for what concerns many people at once. */
  async recordAll(activities: readonly Activity[]): Promise<void> {
    await this.database.query(
      `INSERT INTO activity_events (id, company_id, candidate_id, job_id, actor_id, kind, subject_id, data,
         created_at)
       SELECT id, "companyId", "candidateId", "jobId", "actorId", kind, "subjectId", COALESCE(data, '{}'),
         clock_timestamp()
       FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, "companyId" uuid, "candidateId" uuid, "jobId" uuid,
         "actorId" uuid, kind text, "subjectId" uuid, data jsonb)`,
      [JSON.stringify(activities.map((activity) => ({ ...activity, id: randomUUID() })))],
    );
  }

  /** What is gone has no entry any more, such as a note that was deleted. */
  async forget(companyId: string, subjectId: string): Promise<void> {
    await this.database.execute(
      'DELETE FROM activity_events WHERE company_id = $1 AND subject_id = $2',
      [companyId, subjectId],
    );
  }
}
