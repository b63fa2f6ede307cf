import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

export interface InterviewSettings {
  /** So long before an interview all who take part are reminded of it. */
  readonly reminderHours: readonly number[];
  /** So long after it those are who owe a scorecard; null for never. */
  readonly scorecardReminderHours: number | null;
}

/** Until a company says otherwise. */
export const DEFAULT_SETTINGS: InterviewSettings = {
  reminderHours: [24],
  scorecardReminderHours: 24,
};

@Injectable()
export class InterviewSettingsRepository {
  constructor(private readonly database: Database) {}

  async get(companyId: string): Promise<InterviewSettings> {
    const [settings] = await this.database.query<InterviewSettings>(
      `SELECT reminder_hours AS "reminderHours", scorecard_reminder_hours AS "scorecardReminderHours"
       FROM interview_settings WHERE company_id = $1`,
      [companyId],
    );
    return settings ?? DEFAULT_SETTINGS;
  }

  /** The whole of them; a company has one row. */
  async save(companyId: string, settings: InterviewSettings): Promise<void> {
    await this.database.query(
      `INSERT INTO interview_settings (company_id, reminder_hours, scorecard_reminder_hours) VALUES ($1, $2, $3)
       ON CONFLICT (company_id) DO UPDATE SET reminder_hours = EXCLUDED.reminder_hours,
         scorecard_reminder_hours = EXCLUDED.scorecard_reminder_hours, updated_at = now()`,
      [companyId, settings.reminderHours, settings.scorecardReminderHours],
    );
  }
}
