import { addDays, daysBetween, isDay, startOfDay } from './time-zone';

/** From a moment, included, to another one, excluded. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface AskedPeriod {
  /** A day in the zone, or a moment of ISO 8601; what is left out is taken from the other end. */
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
}

const DEFAULT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The period that is asked for: until now, and for ninety days, when nothing else is said. */
export function periodOf({ from, to, timeZone }: AskedPeriod, now: Date): Period {
  const end = to === undefined ? now : momentOf(to, timeZone);
  if (from !== undefined) {
    return { from: momentOf(from, timeZone), to: end };
  }
  if (to !== undefined && isDay(to)) {
    return { from: startOfDay(addDays(to, -DEFAULT_DAYS), timeZone), to: end };
  }
  return { from: new Date(end.getTime() - DEFAULT_DAYS * DAY_MS), to: end };
}

/** The period of the same length before it: as many days of the calendar, or as much time. */
export function periodBefore({ from, to, timeZone }: AskedPeriod, period: Period): Period {
  if (from !== undefined && to !== undefined && isDay(from) && isDay(to)) {
    return {
      from: startOfDay(addDays(from, -daysBetween(from, to)), timeZone),
      to: period.from,
    };
  }
  const length = period.to.getTime() - period.from.getTime();
  return { from: new Date(period.from.getTime() - length), to: period.from };
}

function momentOf(text: string, timeZone: string): Date {
  return isDay(text) ? startOfDay(text, timeZone) : new Date(text);
}
