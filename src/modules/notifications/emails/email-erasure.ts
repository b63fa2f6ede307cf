import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
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
  constructor(
    private readonly events: EventBus,
    private readonly emails: EmailsRepository,
  ) {}

  onModuleInit(): void {
    this.events.on(ResumeRemoved, ({ companyId, resumeId }) =>
      this.emails.erase(companyId, { resumeId }, CANCELLATIONS.erased),
    );
    this.events.on(CandidateRemoved, ({ companyId, candidateId }) =>
      this.emails.erase(companyId, { candidateId }, CANCELLATIONS.erased),
    );
    this.events.on(CandidatesMerged, ({ companyId, keptId, mergedId }) =>
      this.emails.moveToCandidate(companyId, { from: mergedId, to: keptId }, null),
    );
    this.events.on(CandidateMergeUndone, ({ companyId, keptId, mergedId, resumeIds }) =>
      this.emails.moveToCandidate(companyId, { from: keptId, to: mergedId }, resumeIds),
    );
  }
}
