import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { JobDeletionStarted } from '../../jobs/jobs.events';
import { ResumeDeletionStarted } from '../../resumes/resumes.events';
import { InterviewCancelled } from '../interviews.events';
import { InterviewsRepository, type PlannedOf } from '../interviews.repository';

/** Cancels what is planned of a job or a resume that is being deleted, while it can still be told to anybody. */
@Injectable()
export class InterviewWithdrawals implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly repository: InterviewsRepository,
  ) {}

  onModuleInit(): void {
    this.events.on(JobDeletionStarted, ({ companyId, jobId, deletedBy }) =>
      this.withdraw({ companyId, jobId }, deletedBy, 'job_deleted'),
    );
    this.events.on(ResumeDeletionStarted, ({ companyId, resumeId, deletedBy }) =>
      this.withdraw({ companyId, resumeId }, deletedBy, 'resume_deleted'),
    );
  }

  private async withdraw(
    about: PlannedOf,
    changedBy: string,
    because: 'job_deleted' | 'resume_deleted',
  ): Promise<void> {
    for (const ids of await this.repository.holdPlanned(about)) {
      const { companyId, interviewId } = ids;
      const change = { status: 'cancelled', reason: null } as const;
      await this.repository.setStatus(companyId, interviewId, change);
      await this.events.publish(new InterviewCancelled({ ...ids, changedBy }, because));
    }
  }
}
