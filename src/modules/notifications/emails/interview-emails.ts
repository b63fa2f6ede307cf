import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import { EventBus } from '../../../platform/events';
import type { MailAttachment } from '../../../platform/mail';
import {
  InterviewCancelled,
  InterviewReminderDue,
  InterviewRescheduled,
  InterviewScheduled,
  ScorecardsMissing,
} from '../../interviews/interviews.events';
import {
  candidateCalendar,
  type InterviewerFacts,
  interviewerCalendar,
  type InterviewFacts,
  interviewVariables,
  withoutPerson,
} from './interview-mail';
import { CANCELLATIONS } from './email';
import { EmailQueue } from './email-queue';
import { EmailsRepository } from './emails.repository';
import { InterviewFactsRepository } from './interview-facts.repository';
import { RecipientsRepository } from './recipients.repository';

/** What happened, as the middle of the mail's kind says it; a reminder changes no calendar. */
type Occasion = 'invitation' | 'rescheduled' | 'cancelled' | 'reminder';

interface Telling {
  readonly occasion: Occasion;
  readonly cause: string;
}

/** Tells candidates and interviewers of interviews, with an entry for their calendars. */
@Injectable()
export class InterviewEmails implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly facts: InterviewFactsRepository,
    private readonly recipients: RecipientsRepository,
    private readonly emails: EmailsRepository,
    private readonly queue: EmailQueue,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.events.on(InterviewScheduled, (event) => this.invite(event));
    this.events.on(InterviewRescheduled, (event) => this.tellOfChange(event));
    this.events.on(InterviewCancelled, (event) => this.tellOfEnd(event));
    this.events.on(InterviewReminderDue, (event) => this.remind(event));
    this.events.on(ScorecardsMissing, (event) => this.askForScorecards(event));
  }

  private async invite({ companyId, interviewId }: InterviewScheduled): Promise<void> {
    const facts = await this.facts.find(companyId, interviewId);
    if (facts !== null) {
      await this.tellAll(facts, { occasion: 'invitation', cause: causeOf(facts) });
    }
  }

  private async tellOfChange(event: InterviewRescheduled): Promise<void> {
    const { companyId, interviewId, change } = event;
    const facts = await this.facts.find(companyId, interviewId);
    if (facts === null || facts.isOver) {
      return;
    }
    const cause = causeOf(facts);
    if (change.concernsAll) {
      await this.takeRemindersBack(companyId, interviewId);
      await this.tellCandidate(facts, { occasion: 'rescheduled', cause });
    }
    for (const interviewer of facts.attendees) {
      const isNew = change.addedUserIds.includes(interviewer.userId);
      if (isNew || change.concernsAll) {
        const occasion = isNew ? 'invitation' : 'rescheduled';
        await this.tellInterviewer(facts, { occasion, cause }, interviewer);
      }
    }
    for (const userId of change.removedUserIds) {
      const { name, address } = (await this.recipients.find(companyId, {
        candidateId: null,
        userId,
      })) ?? { name: null, address: null };
      if (address !== null) {
        const interviewer = { userId, name: name ?? '', address };
        await this.tellInterviewer(facts, { occasion: 'cancelled', cause }, interviewer);
      }
    }
  }

  private async tellOfEnd(cancelled: InterviewCancelled): Promise<void> {
    const { companyId, interviewId, because } = cancelled;
    await this.takeRemindersBack(companyId, interviewId);
    const facts = await this.facts.find(companyId, interviewId);
    // Nobody needs to hear that what is over will not take place.
    if (facts === null || facts.isOver) {
      return;
    }
    const telling = { occasion: 'cancelled', cause: causeOf(facts) } as const;
    if (because === 'resume_deleted') {
      // Mail about a resume goes with it. This one goes with the person alone, who is told nothing once erased.
      await this.tellCandidate({ ...facts, resumeId: null }, telling);
      await this.tellInterviewers(withoutPerson(facts), telling);
      return;
    }
    await this.tellAll(facts, telling);
  }

  private async remind({ companyId, interviewId, cause }: InterviewReminderDue): Promise<void> {
    const facts = await this.facts.find(companyId, interviewId);
    if (facts !== null) {
      await this.tellAll(facts, { occasion: 'reminder', cause });
    }
  }

  private async askForScorecards(missing: ScorecardsMissing): Promise<void> {
    const { companyId, interviewId, cause, userIds } = missing;
    const facts = await this.facts.find(companyId, interviewId);
    if (facts === null) {
      return;
    }
    const { candidate_name, job_title, company_name, interview_date } = interviewVariables(facts);
    for (const { userId, name } of facts.attendees.filter((one) => userIds.includes(one.userId))) {
      await this.queue.add({
        ...aboutInterview(facts),
        kind: 'scorecard_reminder',
        to: { userId },
        cause,
        variables: {
          candidate_name,
          job_title,
          company_name,
          interview_date,
          interviewer_name: name,
        },
      });
    }
  }

  private async tellAll(facts: InterviewFacts, telling: Telling): Promise<void> {
    await this.tellCandidate(facts, telling);
    await this.tellInterviewers(facts, telling);
  }

  private async tellInterviewers(facts: InterviewFacts, telling: Telling): Promise<void> {
    for (const interviewer of facts.attendees) {
      await this.tellInterviewer(facts, telling, interviewer);
    }
  }

  private async tellCandidate(facts: InterviewFacts, { occasion, cause }: Telling): Promise<void> {
    await this.queue.add({
      ...aboutInterview(facts),
      kind: `interview_${occasion}`,
      to: { candidateId: facts.candidateId },
      cause,
      variables: interviewVariables(facts),
      attachments: this.attachments(occasion, (entry) => candidateCalendar(facts, entry)),
    });
  }

  private async tellInterviewer(
    facts: InterviewFacts,
    { occasion, cause }: Telling,
    interviewer: InterviewerFacts,
  ): Promise<void> {
    const { userId, name } = interviewer;
    await this.queue.add({
      ...aboutInterview(facts),
      kind: `interviewer_${occasion}`,
      to: { userId },
      cause,
      variables: { ...interviewVariables(facts), interviewer_name: name },
      attachments: this.attachments(occasion, (entry) =>
        interviewerCalendar(facts, entry, interviewer),
      ),
    });
  }

  private attachments(
    occasion: Occasion,
    calendar: (entry: Parameters<typeof candidateCalendar>[1]) => string,
  ): readonly MailAttachment[] {
    if (occasion === 'reminder') {
      return [];
    }
    const method = occasion === 'cancelled' ? 'CANCEL' : 'REQUEST';
    const content = calendar({ method, fallbackAddress: this.env.MAIL_FROM });
    const contentType = `text/calendar; charset=utf-8; method=${method}`;
    return [{ fileName: 'interview.ics', contentType, content, calendarMethod: method }];
  }

  private async takeRemindersBack(companyId: string, interviewId: string): Promise<void> {
    await this.emails.cancelOfInterview(
      companyId,
      interviewId,
      ['interview_reminder', 'interviewer_reminder'],
      CANCELLATIONS.interview_changed,
    );
  }
}

/** One for each state of the interview that calendars are told of. */
function causeOf({ id, icalSequence }: InterviewFacts): string {
  return `interview:${id}:${icalSequence}`;
}

function aboutInterview(facts: InterviewFacts): {
  companyId: string;
  jobId: string;
  resumeId?: string;
  interviewId: string;
} {
  const { companyId, jobId, resumeId, id: interviewId } = facts;
  return { companyId, jobId, interviewId, ...(resumeId === null ? {} : { resumeId }) };
}
