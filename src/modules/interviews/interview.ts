import type { Actor } from '../../common/http';
import type { ApplicationStatus } from '../matching';

export const INTERVIEW_TYPES = [
  'phone',
  'video',
  'onsite',
  'technical',
  'panel',
  'behavioral',
  'final',
  'other',
] as const;
export type InterviewType = (typeof INTERVIEW_TYPES)[number];

export const INTERVIEW_STATUSES = ['scheduled', 'completed', 'cancelled', 'no_show'] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

export interface Attendee {
  readonly userId: string;
  readonly fullName: string;
}

/** An interview with whom it is about and who takes part. */
export interface Interview {
  readonly id: string;
  readonly companyId: string;
  readonly matchId: string;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly candidateName: string | null;
  readonly applicationStatus: ApplicationStatus;
  readonly interviewType: InterviewType;
  readonly status: InterviewStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** In which people were told the time. */
  readonly timeZone: string;
  readonly location: string | null;
  readonly meetingUrl: string | null;
  /** For the interviewers. */
  readonly notes: string | null;
  readonly icalUid: string;
  readonly icalSequence: number;
  readonly cancelledReason: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly attendees: readonly Attendee[];
}

/** What people decide about an interview. */
export type InterviewFields = Pick<
  Interview,
  'interviewType' | 'startsAt' | 'endsAt' | 'timeZone' | 'location' | 'meetingUrl' | 'notes'
>;

/** Who looks, and what of: all of the company's, those of their jobs and their own, or their own alone. */
export interface Viewer {
  readonly companyId: string;
  readonly userId: string;
  readonly sees: 'all' | 'own_jobs' | 'attended';
}

export function viewerOf({ companyId, userId, role }: Actor): Viewer {
  switch (role) {
    case 'admin':
    case 'recruiter':
      return { companyId, userId, sees: 'all' };
    case 'hiring_manager':
      return { companyId, userId, sees: 'own_jobs' };
    case 'interviewer':
      return { companyId, userId, sees: 'attended' };
  }
}

/** Somebody who is elsewhere at that time. */
export interface Clash {
  readonly interviewId: string;
  readonly who: 'candidate' | 'attendee';
  /** Null for the candidate. */
  readonly userId: string | null;
  readonly name: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
