import { DateTime } from 'luxon';

/** From and to, in milliseconds; the end is not part of it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a weekday, 1 (Monday) to 7, in local time: from '09:00' to '17:00'; '24:00' is its end. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface Availability {
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  /** What they have planned already. */
  readonly busy: readonly Interval[];
}

export interface SlotQuestion {
  readonly window: Interval;
  readonly durationMs: number;
  /** Starts are proposed at multiples of this after the local midnight of `timeZone`. */
  readonly stepMs: number;
  readonly timeZone: string;
  readonly limit: number;
}

/**
 * The first starts at which all are at work and free for the whole duration. Working hours are taken day by
 * day in each person's own zone, so a clock change moves them as it moves the people.
 */
export function freeSlots(people: readonly Availability[], question: SlotQuestion): number[] {
  let free: readonly Interval[] = [question.window];
  for (const person of people) {
    const atWork = workingIntervals(person, question.window);
    free = subtract(intersect(free, atWork), person.busy);
  }
  const starts: number[] = [];
  for (const { from, to } of free) {
    let start = nextStep(from, question);
    while (start + question.durationMs <= to && starts.length < question.limit) {
      starts.push(start);
      start = nextStep(start + 1, question);
    }
  }
  return starts;
}

function workingIntervals(
  { timeZone, weekly }: Pick<Availability, 'timeZone' | 'weekly'>,
  window: Interval,
): readonly Interval[] {
  const found: Interval[] = [];
  // A day earlier, since a local day may begin before the window does.
  let day = DateTime.fromMillis(window.from, { zone: timeZone }).startOf('day').minus({ days: 1 });
  while (day.toMillis() < window.to) {
    for (const hours of weekly) {
      if (hours.weekday === day.weekday) {
        const interval = { from: at(day, hours.from), to: at(day, hours.to) };
        if (interval.from < interval.to) {
          found.push(interval);
        }
      }
    }
    day = day.plus({ days: 1 }).startOf('day');
  }
  return intersect([window], merged(found));
}

/** A time that the clocks skip that day is the first one after it. */
function at(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24
    ? day.plus({ days: 1 }).startOf('day').toMillis()
    : day.set({ hour, minute }).toMillis();
}

function nextStep(from: number, { stepMs, timeZone }: SlotQuestion): number {
  const offsetMs = DateTime.fromMillis(from, { zone: timeZone }).offset * 60_000;
  return Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs;
}

function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && interval.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
    } else {
      result.push(interval);
    }
  }
  return result;
}

function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((one) =>
    b
      .map((two) => ({ from: Math.max(one.from, two.from), to: Math.min(one.to, two.to) }))
      .filter(({ from, to }) => from < to),
  );
}

function subtract(free: readonly Interval[], busy: readonly Interval[]): readonly Interval[] {
  return busy.reduce(
    (left, taken) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, taken.from) },
          { from: Math.max(from, taken.to), to },
        ].filter((part) => part.from < part.to),
      ),
    free,
  );
}
