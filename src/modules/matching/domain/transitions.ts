import type { ApplicationStatus } from '../match.entity';

type JobStatus = 'draft' | 'open' | 'closed';

/** The statuses of an application that is still being decided on, in their order. */
const ACTIVE = ['pending', 'reviewing', 'shortlisted', 'interviewing', 'offered'] as const;

/**
 * Where each ended application may go. Coming back is a decision of its own, and a hire ends only by falling
 * through: the offer stands again, or the person withdrew.
 */
const AFTER_THE_END = {
  hired: ['offered', 'withdrawn'],
  rejected: ACTIVE,
  withdrawn: ACTIVE,
} as const;

/** Why a transition is refused. */
export const REFUSED_TRANSITIONS = [
  'transition_not_allowed',
  'job_closed',
  'reason_required',
] as const;
export type RefusedTransition = (typeof REFUSED_TRANSITIONS)[number];

export interface Transition {
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly jobStatus: JobStatus;
  readonly reason: string | null;
}

/**
 * The statuses that an application can get, whatever its own. While it is active every other one: steps may
 * be skipped and taken back. A closed job only takes leave of people, or sets them back.
 */
export function allowedTransitions(
  from: ApplicationStatus,
  jobStatus: JobStatus,
): readonly ApplicationStatus[] {
  const all: readonly ApplicationStatus[] = isEnded(from)
    ? AFTER_THE_END[from]
    : [...ACTIVE, 'hired' as const, 'rejected' as const, 'withdrawn' as const];
  return all.filter((to) => to !== from && (jobStatus !== 'closed' || !isForward(from, to)));
}

/** Null when the transition is legal. Whoever has the status already needs no transition. */
export function refusalOf({ from, to, jobStatus, reason }: Transition): RefusedTransition | null {
  if (!allowedTransitions(from, 'open').includes(to)) {
    return 'transition_not_allowed';
  }
  if (!allowedTransitions(from, jobStatus).includes(to)) {
    return 'job_closed';
  }
  return isEnded(from) && (reason ?? '').trim() === '' ? 'reason_required' : null;
}

/** Nearer to a hire, or back in the race. */
function isForward(from: ApplicationStatus, to: ApplicationStatus): boolean {
  if (to === 'rejected' || to === 'withdrawn') {
    return false;
  }
  return from === 'rejected' || from === 'withdrawn' || placeOf(to) > placeOf(from);
}

function placeOf(status: ApplicationStatus): number {
  const place = ACTIVE.findIndex((one) => one === status);
  return place === -1 ? ACTIVE.length : place;
}

function isEnded(status: ApplicationStatus): status is keyof typeof AFTER_THE_END {
  return Object.hasOwn(AFTER_THE_END, status);
}
