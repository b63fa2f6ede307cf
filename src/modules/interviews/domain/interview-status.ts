import type { Interview, InterviewStatus } from '../interview';

const WORDS: Readonly<Record<InterviewStatus, string>> = {
  scheduled: 'still to come',
  completed: 'completed',
  cancelled: 'cancelled',
  no_show: 'marked as a no-show',
};

/**
 * Why an interview cannot get this status; null when it can. What became of it is known once it has begun
 * and may be corrected; what was cancelled stays so, since people were told.
 */
export function statusRefusal(
  { status, startsAt }: Pick<Interview, 'status' | 'startsAt'>,
  wanted: InterviewStatus,
  now: Date,
): string | null {
  if (wanted === 'scheduled') {
    return 'An interview is arranged anew by changing its time.';
  }
  if (status === wanted) {
    return wanted === 'cancelled' ? 'The interview is cancelled already.' : null;
  }
  if (status === 'cancelled' || wanted === 'cancelled') {
    return status === 'scheduled' ? null : `The interview is ${WORDS[status]}.`;
  }
  return startsAt > now ? 'The interview has not begun yet.' : null;
}
