import { Injectable } from '@nestjs/common';
import { MAILED_STATUSES } from '../domain/status-email';
import { type EmailSettings, EmailSettingsRepository } from './email-settings.repository';

/** Until a company says otherwise, candidates hear of every decision about them, at once. */
const DEFAULTS: EmailSettings = {
  mailedStatuses: MAILED_STATUSES,
  gracePeriodSeconds: 0,
  senderName: null,
  replyTo: null,
};

/** What a company mails, when, and in whose name. */
@Injectable()
export class EmailSettingsService {
  constructor(private readonly repository: EmailSettingsRepository) {}

  async get(companyId: string): Promise<EmailSettings> {
    return (await this.repository.find(companyId)) ?? DEFAULTS;
  }

  /** Mail that is queued already keeps its time. */
  async update(companyId: string, changes: Partial<EmailSettings>): Promise<EmailSettings> {
    await this.repository.save(companyId, { ...(await this.get(companyId)), ...changes });
    return this.get(companyId);
  }
}
