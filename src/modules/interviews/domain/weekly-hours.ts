import type { FieldError } from '../../../common/errors';
import type { WeeklyHours } from './free-slots';

/** When people are taken to work who did not say. */
export const USUAL_HOURS: readonly WeeklyHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: '09:00',
  to: '17:00',
}));

/** What is wrong with hours whose single values are in order: ends before starts, and stretches that overlap. */
export function weeklyProblems(weekly: readonly WeeklyHours[]): readonly FieldError[] {
  const reversed = weekly.flatMap(({ from, to }, at) =>
    from < to ? [] : [{ field: `weekly.${at}.to`, message: 'must be later than `from`' }],
  );
  const overlapping = weekly.flatMap((one, at) =>
    weekly.slice(0, at).some((two) => overlap(one, two))
      ? [{ field: `weekly.${at}`, message: 'overlaps with another stretch of the same day' }]
      : [],
  );
  return [...reversed, ...overlapping];
}

/** Times of this form compare as text. */
function overlap(one: WeeklyHours, two: WeeklyHours): boolean {
  return one.weekday === two.weekday && one.from < two.to && two.from < one.to;
}
