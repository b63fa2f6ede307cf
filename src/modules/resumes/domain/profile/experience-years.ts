import { type PartialDate } from './date-scanner';

/** A stretch of months, both ends included; counted from year 0. */
interface MonthRange {
  readonly first: number;
  readonly last: number;
}

interface DatedItem {
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly is_current: boolean;
}

/** The months of an item, or null when it has no start, or no end although it is over. */
export function monthsOf(item: DatedItem, today: Date): MonthRange | null {
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const start = parse(item.start_date);
  if (start === null) return null;
  const end = item.is_current ? null : parse(item.end_date);
  if (end === null && !item.is_current) return null;
  const sameYears = end !== null && start.month === null && end.month === null;
  const first = start.year * 12 + (start.month ?? 1) - 1;
  // "2015 – 2017" are two years, not three: without months the last year itself is not counted,
  // but "2016 – 2016" is one.
  const last =
    end === null
      ? now
      : end.year * 12 + (end.month ?? (sameYears && end.year > start.year ? 0 : 12)) - 1;
  const capped = Math.min(last, now);
  return capped < first ? null : { first, last: capped };
}

function parse(date: string | null): PartialDate | null {
  const match = /^(?<year>\d{4})(?:-(?<month>\d{2}))?$/u.exec(date ?? '');
  if (match?.groups === undefined) return null;
  const { year, month } = match.groups;
  return { year: Number(year), month: month === undefined ? null : Number(month) };
}

/** Years covered by the ranges, what overlaps counted once, to one decimal. */
export function yearsCovered(ranges: readonly MonthRange[]): number {
  let months = 0;
  let reached = -1;
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const from = Math.max(range.first, reached + 1);
    if (range.last >= from) months += range.last - from + 1;
    reached = Math.max(reached, range.last);
  }
  return Math.round((months / 12) * 10) / 10;
}

/** Of all dated positions; null when none is dated. */
export function yearsOfExperience(positions: readonly DatedItem[], today: Date): number | null {
  const ranges = positions.flatMap((position) => monthsOf(position, today) ?? []);
  return ranges.length === 0 ? null : yearsCovered(ranges);
}
