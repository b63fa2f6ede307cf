import { AppError } from '../../common/errors';
import type { ApplicationStatus } from '../matching';
import type { Clash, InterviewStatus } from './interview';

const WHY: Readonly<Partial<Record<ApplicationStatus, string>>> = {
  rejected: 'The candidate was rejected for this job.',
  withdrawn: 'The candidate has withdrawn from this job.',
  hired: 'The candidate is hired for this job already.',
};

/** Statuses of candidates with whom no interview is arranged. */
export const NOT_INTERVIEWED = Object.keys(WHY) as readonly ApplicationStatus[];

export class CandidateNotInterviewableError extends AppError {
  readonly status = 409;
  readonly code = 'candidate_not_interviewable';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(status: ApplicationStatus) {
    super(`${WHY[status] ?? `The candidate is ${status}.`} No interview can be arranged.`);
    this.details = { candidate_status: status };
  }
}

/** Somebody has another interview at that time. */
export class InterviewConflictError extends AppError {
  readonly status = 409;
  readonly code = 'interview_conflict';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(clashes: readonly Clash[]) {
    super(
      'Somebody who takes part has another interview at that time. Choose another time, or repeat the request with `allow_conflict=true`.',
    );
    this.details = {
      conflicts: clashes.map((clash) => ({
        interview_id: clash.interviewId,
        who: clash.who,
        user_id: clash.userId,
        name: clash.name,
        starts_at: clash.startsAt.toISOString(),
        ends_at: clash.endsAt.toISOString(),
      })),
    };
  }
}

/** What was asked for cannot follow from where the interview stands. */
export class InterviewStateError extends AppError {
  readonly status = 409;
  readonly code = 'interview_state';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, status: InterviewStatus) {
    super(message);
    this.details = { interview_status: status };
  }
}
