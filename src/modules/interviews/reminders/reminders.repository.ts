import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { NOT_INTERVIEWED } from '../interviews.errors';
import { DEFAULT_SETTINGS } from './interview-settings.repository';

export interface DueInterview {
  readonly id: string;
  readonly companyId: string;
}

export interface ClaimedReminder {
  readonly startsAt: Date;
  readonly offsetHours: number;
}

/** The longest that a company can set, so that the index finds the few that may be due. */
const LONGEST_OFFSET_DAYS = 14;
/** What was due so long ago is not caught up on, such as before a company had reminders. */
const CATCH_UP_DAYS = 3;

const OFFSETS = `LEFT JOIN interview_settings s ON s.company_id = i.company_id
  CROSS JOIN LATERAL unnest(coalesce(s.reminder_hours, $1::integer[])) AS before (hours)`;

/** Due, and not before the time was set: then the invitation has just said the same. */
const IS_DUE = `i.status = 'scheduled' AND i.starts_at > now()
  AND i.starts_at - before.hours * interval '1 hour' <= now()
  AND i.starts_at - before.hours * interval '1 hour' > i.planned_at
  AND NOT EXISTS (SELECT FROM match_results m WHERE m.id = i.match_id AND m.status = ANY($2))
  AND NOT EXISTS (SELECT FROM interview_reminders r WHERE r.interview_id = i.id AND r.kind = 'interview'
    AND r.starts_at = i.starts_at AND r.offset_hours = before.hours)`;

const AFTER = `LEFT JOIN interview_settings s ON s.company_id = i.company_id
  CROSS JOIN LATERAL (SELECT CASE WHEN s.company_id IS NULL THEN $1::integer
    ELSE s.scorecard_reminder_hours END AS hours) AS after`;

const IS_OVERDUE = `i.status IN ('scheduled', 'completed') AND after.hours IS NOT NULL
  AND i.ends_at + after.hours * interval '1 hour' <= now()
  AND i.ends_at + after.hours * interval '1 hour' > now() - interval '${CATCH_UP_DAYS} days'
  AND NOT EXISTS (SELECT FROM interview_reminders r WHERE r.interview_id = i.id AND r.kind = 'scorecard'
    AND r.starts_at = i.starts_at)`;

const beforeValues = [DEFAULT_SETTINGS.reminderHours, NOT_INTERVIEWED] as const;
const afterValues = [DEFAULT_SETTINGS.scorecardReminderHours] as const;

/**
 * Reminders that are due, and `interview_reminders`, which says which were sent. What is due follows from the
 * interview and the settings as they are at that moment, so a change of either needs nothing done.
 */
@Injectable()
export class RemindersRepository {
  constructor(private readonly database: Database) {}

  dueBefore(limit: number): Promise<DueInterview[]> {
    return this.database.query(
      `SELECT DISTINCT i.id, i.company_id AS "companyId" FROM interviews i ${OFFSETS}
       WHERE i.starts_at <= now() + interval '${LONGEST_OFFSET_DAYS} days' AND ${IS_DUE} LIMIT $3`,
      [...beforeValues, limit],
    );
  }

  dueAfter(limit: number): Promise<DueInterview[]> {
    return this.database.query(
      `SELECT i.id, i.company_id AS "companyId" FROM interviews i ${AFTER}
       WHERE i.starts_at BETWEEN now() - interval '${LONGEST_OFFSET_DAYS + CATCH_UP_DAYS + 1} days' AND now()
         AND ${IS_OVERDUE} LIMIT $2`,
      [...afterValues, limit],
    );
  }

  /**
   * Notes what is due before the interview as sent; null when it is not any more. Several that are due at
   * once, since nobody looked for long, are one. Call it in a transaction that holds the interview.
   */
  async claimBefore(interviewId: string): Promise<ClaimedReminder | null> {
    const claimed = await this.database.query<ClaimedReminder>(
      `INSERT INTO interview_reminders (interview_id, company_id, kind, starts_at, offset_hours)
       SELECT i.id, i.company_id, 'interview', i.starts_at, before.hours FROM interviews i ${OFFSETS}
       WHERE i.id = $3 AND ${IS_DUE}
       ON CONFLICT DO NOTHING RETURNING starts_at AS "startsAt", offset_hours AS "offsetHours"`,
      [...beforeValues, interviewId],
    );
    return claimed.toSorted((a, b) => a.offsetHours - b.offsetHours)[0] ?? null;
  }

  async claimAfter(interviewId: string): Promise<ClaimedReminder | null> {
    const [claimed] = await this.database.query<ClaimedReminder>(
      `INSERT INTO interview_reminders (interview_id, company_id, kind, starts_at, offset_hours)
       SELECT i.id, i.company_id, 'scorecard', i.starts_at, after.hours FROM interviews i ${AFTER}
       WHERE i.id = $2 AND ${IS_OVERDUE}
       ON CONFLICT DO NOTHING RETURNING starts_at AS "startsAt", offset_hours AS "offsetHours"`,
      [...afterValues, interviewId],
    );
    return claimed ?? null;
  }
}
