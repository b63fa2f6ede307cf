import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { MatchStatusChanged } from '../../matching/matching.events';
import { isMailedStatus, statusEmailKind, statusWord } from '../domain/status-email';
import { EmailSettingsService } from '../settings/email-settings.service';
import { CANCELLATIONS } from './email';
import { EmailQueue } from './email-queue';
import { EmailsRepository } from './emails.repository';
import { RecipientsRepository } from './recipients.repository';

/** Tells candidates of decisions about them, once each, when the company's grace period has passed. */
@Injectable()
export class StatusEmails implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly settings: EmailSettingsService,
    private readonly recipients: RecipientsRepository,
    private readonly emails: EmailsRepository,
    private readonly queue: EmailQueue,
  ) {}

  onModuleInit(): void {
    this.events.on(MatchStatusChanged, (change) => this.tell(change));
  }

  private async tell(change: MatchStatusChanged): Promise<void> {
    const { companyId, changeId, candidateId, jobId, resumeId, to } = change;
    const takenBack = await this.emails.cancelInGrace(
      companyId,
      { jobId, resumeId },
      CANCELLATIONS.superseded,
    );
    const knownStatus = takenBack ?? change.from;
    const { mailedStatuses, gracePeriodSeconds } = await this.settings.get(companyId);
    if (knownStatus === to || !isMailedStatus(to) || !mailedStatuses.includes(to)) {
      return;
    }
    const facts = await this.recipients.application(companyId, { candidateId, jobId });
    if (facts === null) {
      return;
    }
    await this.queue.add({
      companyId,
      kind: statusEmailKind(to),
      to: { candidateId },
      cause: `status-change:${changeId}`,
      variables: {
        candidate_name: facts.candidateName ?? '',
        job_title: facts.jobTitle,
        company_name: facts.employer,
        status: statusWord(to),
      },
      jobId,
      resumeId,
      delaySeconds: gracePeriodSeconds,
      knownStatus,
    });
  }
}
