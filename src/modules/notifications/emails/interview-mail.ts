import { DateTime } from 'luxon';
import { type CalendarPerson, calendarText } from '../../../platform/calendar';
import type { EmailVariables } from '../domain/email-kinds';

export interface InterviewFacts {
  readonly id: string;
  readonly companyId: string;
  readonly jobId: string;
  /** Null when the mail is to outlive the resume. */
  readonly resumeId: string | null;
  readonly candidateId: string;
  readonly candidateName: string | null;
  readonly candidateAddress: string | null;
  readonly jobTitle: string;
  readonly employer: string;
  readonly interviewType: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly location: string | null;
  readonly meetingUrl: string | null;
  /** For the interviewers. */
  readonly notes: string | null;
  readonly icalUid: string;
  readonly icalSequence: number;
  readonly changedAt: Date;
  readonly isOver: boolean;
  readonly organizerName: string | null;
  /** Null when whoever arranged it is gone and the company names no address for answers. */
  readonly organizerAddress: string | null;
  readonly attendees: readonly InterviewerFacts[];
}

export interface InterviewerFacts {
  readonly userId: string;
  readonly name: string;
  readonly address: string;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  phone: 'phone interview',
  video: 'video interview',
  onsite: 'interview on site',
  technical: 'technical interview',
  panel: 'panel interview',
  behavioral: 'behavioral interview',
  final: 'final interview',
};

const MINUTE_MS = 60_000;

/** In the words and on the clock of the interview's zone. */
export function interviewVariables(facts: InterviewFacts): EmailVariables<'interview_invitation'> {
  const start = DateTime.fromJSDate(facts.startsAt, { zone: facts.timeZone }).setLocale('en');
  const place = [facts.location, facts.meetingUrl].filter((one) => one !== null);
  return {
    candidate_name: facts.candidateName ?? '',
    job_title: facts.jobTitle,
    company_name: facts.employer,
    interview_type: TYPE_WORDS[facts.interviewType] ?? 'interview',
    interview_date: start.toFormat('cccc, d LLLL yyyy'),
    interview_time: start.toFormat('HH:mm'),
    time_zone: facts.timeZone,
    duration_minutes: String((facts.endsAt.getTime() - facts.startsAt.getTime()) / MINUTE_MS),
    location: place.join(', '),
    interviewers: facts.attendees.map(({ name }) => name).join(', '),
  };
}

/** What interviewers may still be told when the candidate's data go: that of nobody. */
export function withoutPerson(facts: InterviewFacts): InterviewFacts {
  return { ...facts, resumeId: null, candidateName: null, notes: null };
}

interface Entry {
  readonly method: 'REQUEST' | 'CANCEL';
  /** Where answers go when nobody of the company is named for them. */
  readonly fallbackAddress: string;
}

/** The candidate's entry: it names neither the interviewers' addresses nor their notes. */
export function candidateCalendar(facts: InterviewFacts, entry: Entry): string {
  const address = facts.candidateAddress;
  return invitation(facts, entry, {
    summary: `Interview: ${facts.jobTitle} at ${facts.employer}`,
    lines: [withInterviewers(facts)],
    attendees: address === null ? [] : [{ name: facts.candidateName, address }],
  });
}

/** The entry of one interviewer, who also sees the others. */
export function interviewerCalendar(
  facts: InterviewFacts,
  entry: Entry,
  recipient: CalendarPerson,
): string {
  const others = facts.attendees.filter(({ address }) => address !== recipient.address);
  return invitation(facts, entry, {
    summary: `Interview: ${facts.candidateName ?? 'a candidate'} for ${facts.jobTitle}`,
    lines: [withInterviewers(facts), facts.notes],
    attendees: [recipient, ...others],
  });
}

function withInterviewers({ attendees }: InterviewFacts): string | null {
  return attendees.length === 0 ? null : `With: ${attendees.map(({ name }) => name).join(', ')}`;
}

function invitation(
  facts: InterviewFacts,
  { method, fallbackAddress }: Entry,
  words: {
    readonly summary: string;
    readonly lines: readonly (string | null)[];
    readonly attendees: readonly CalendarPerson[];
  },
): string {
  const { meetingUrl, location } = facts;
  const where = meetingUrl === null ? null : `Where: ${meetingUrl}`;
  const event = {
    uid: facts.icalUid,
    sequence: facts.icalSequence,
    isCancelled: method === 'CANCEL',
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    changedAt: facts.changedAt,
    summary: words.summary,
    description: [...words.lines, where].filter((line) => line !== null).join('\n'),
    location: location ?? meetingUrl,
    url: meetingUrl,
    organizer: {
      name: facts.organizerName ?? facts.employer,
      address: facts.organizerAddress ?? fallbackAddress,
    },
    attendees: words.attendees,
  };
  return calendarText({ method, events: [event] });
}
