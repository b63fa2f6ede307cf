import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import {
  InterviewCancelled,
  InterviewEnded,
  InterviewRescheduled,
  InterviewScheduled,
  ScorecardSubmitted,
} from '../interviews/interviews.events';
import type { WebhookEvent } from './domain/webhook-events';
import { WebhookDeliveries } from './webhook-deliveries';

/** Tells endpoints of interviews: ids alone, since what is said in them is read by who is allowed to. */
@Injectable()
export class InterviewWebhooks implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  onModuleInit(): void {
    this.events.on(InterviewScheduled, (event) =>
      this.deliveries.tell(event.companyId, 'interview.scheduled', () => dataOf(event)),
    );
    this.events.on(InterviewRescheduled, (event) =>
      this.deliveries.tell(event.companyId, 'interview.rescheduled', () => dataOf(event)),
    );
    this.events.on(InterviewCancelled, (event) =>
      this.deliveries.tell(event.companyId, 'interview.cancelled', () => dataOf(event)),
    );
    this.events.on(InterviewEnded, (event) =>
      this.deliveries.tell(event.companyId, `interview.${event.status}`, () => dataOf(event)),
    );
    this.events.on(ScorecardSubmitted, (event) =>
      this.deliveries.tell(event.companyId, 'scorecard.submitted', () => ({
        scorecard_id: event.scorecardId,
        interview_id: event.interviewId,
        job_id: event.jobId,
        resume_id: event.resumeId,
        candidate_id: event.candidateId,
        author_id: event.authorId,
      })),
    );
  }
}

function dataOf(event: InterviewScheduled): WebhookEvent['data'] {
  return {
    interview_id: event.interviewId,
    job_id: event.jobId,
    resume_id: event.resumeId,
    candidate_id: event.candidateId,
    changed_by: event.changedBy,
  };
}
