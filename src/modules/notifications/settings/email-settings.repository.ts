import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { MailedStatus } from '../domain/status-email';

export interface EmailSettings {
  /** Statuses that candidates are told of. */
  readonly mailedStatuses: readonly MailedStatus[];
  readonly gracePeriodSeconds: number;
  /** Null: the company's name. */
  readonly senderName: string | null;
  readonly replyTo: string | null;
}

@Injectable()
export class EmailSettingsRepository {
  constructor(private readonly database: Database) {}

  async find(companyId: string): Promise<EmailSettings | null> {
    const [settings] = await this.database.query<EmailSettings>(
      `SELECT mailed_statuses AS "mailedStatuses", grace_period_seconds AS "gracePeriodSeconds",
         sender_name AS "senderName", reply_to AS "replyTo"
       FROM email_settings WHERE company_id = $1`,
      [companyId],
    );
    return settings ?? null;
  }

  /** The whole of them; a company has one row. */
  async save(companyId: string, settings: EmailSettings): Promise<void> {
    await this.database.query(
      `INSERT INTO email_settings (company_id, mailed_statuses, grace_period_seconds, sender_name, reply_to)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (company_id) DO UPDATE SET mailed_statuses = EXCLUDED.mailed_statuses,
         grace_period_seconds = EXCLUDED.grace_period_seconds, sender_name = EXCLUDED.sender_name,
         reply_to = EXCLUDED.reply_to, updated_at = now()`,
      [
        companyId,
        settings.mailedStatuses,
        settings.gracePeriodSeconds,
        settings.senderName,
        settings.replyTo,
      ],
    );
  }
}
