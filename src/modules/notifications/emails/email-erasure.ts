import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { MailTransport } from '../../../platform/mail';
import {
  CandidateMergeUndone,
  CandidateRemoved,
  CandidatesMerged,
} from '../../candidates/candidates.events';
import { ResumeRemoved } from '../../resumes/resumes.events';
import { CANCELLATIONS } from './email';
import { EmailsRepository } from './emails.repository';

/** Forgets with the others: mail to people who are gone is not sent and says nothing about them any more. */
@Injectable()
export class EmailErasure implements OnModuleInit {
  private readonly log = new Logger(EmailErasure.name);

  constructor(
    private readonly events: EventBus,
    private readonly emails: EmailsRepository,
    private readonly database: Database,
    private readonly transport: MailTransport,
  ) {}

  onModuleInit(): void {
    this.events.on(ResumeRemoved, ({ companyId, resumeId }) => this.erase(companyId, { resumeId }));
    this.events.on(CandidateRemoved, ({ companyId, candidateId }) =>
      this.erase(companyId, { candidateId }),
    );
    this.events.on(CandidatesMerged, ({ companyId, keptId, mergedId }) =>
      this.emails.moveToCandidate(companyId, { from: mergedId, to: keptId }, null),
    );
    this.events.on(CandidateMergeUndone, ({ companyId, keptId, mergedId, resumeIds }) =>
      this.emails.moveToCandidate(companyId, { from: keptId, to: mergedId }, resumeIds),
    );
  }

  /** The files of the outbox go once the rows are gone for certain. */
  private async erase(
    companyId: string,
    about: { readonly candidateId: string } | { readonly resumeId: string },
  ): Promise<void> {
    const ids = await this.emails.erase(companyId, about, CANCELLATIONS.erased);
    this.database.afterCommit(() => {
      for (const id of ids) {
        this.transport.forget(id).catch((error: unknown) => {
          this.log.warn({ err: error, emailId: id }, 'mail not removed from the outbox');
        });
      }
    });
  }
}
