/** What many durations say together, in quarter hours; null without a case. */
export interface QuarterHours {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

/** The same in days, rounded to hundredths. */
export interface Durations {
  readonly count: number;
  readonly meanDays: number | null;
  /** The least that half of them did not exceed. */
  readonly medianDays: number | null;
  /** Nine in ten took no longer. */
  readonly p90Days: number | null;
}

export const NO_DURATIONS: Durations = {
  count: 0,
  meanDays: null,
  medianDays: null,
  p90Days: null,
};

const QUARTERS_PER_DAY = 96;

export function durationsOf({ count, mean, median, p90 }: QuarterHours): Durations {
  return { count, meanDays: inDays(mean), medianDays: inDays(median), p90Days: inDays(p90) };
}

function inDays(quarters: number | null): number | null {
  return quarters === null ? null : Math.round((quarters / QUARTERS_PER_DAY) * 100) / 100;
}
