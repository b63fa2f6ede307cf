import { Injectable } from '@nestjs/common';
import {
  type InterviewSettings,
  InterviewSettingsRepository,
} from './interview-settings.repository';

/** When a company reminds people. */
@Injectable()
export class InterviewSettingsService {
  constructor(private readonly repository: InterviewSettingsRepository) {}

  get(companyId: string): Promise<InterviewSettings> {
    return this.repository.get(companyId);
  }

  async update(companyId: string, changes: Partial<InterviewSettings>): Promise<InterviewSettings> {
    await this.repository.save(companyId, { ...(await this.get(companyId)), ...changes });
    return this.get(companyId);
  }
}
