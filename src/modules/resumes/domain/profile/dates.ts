import { PRESENT_WORDS, RANGE_WORDS, SINCE_WORDS, UNTIL_WORDS } from './date-words';
import { type PartialDate, scanDates, type ScannedDate } from './date-scanner';
import { matchingText } from './text-span';

export type { PartialDate } from './date-scanner';

export interface DatePoint extends PartialDate {
  readonly start: number;
  readonly end: number;
}

/** A date or a range of dates as it stands in the text. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly from: DatePoint | null;
  readonly to: DatePoint | null;
  /** Reaches until today: "– present", "since 2015". */
  readonly isCurrent: boolean;
  /** One date without a partner: a graduation, a short project. `from` and `to` are then the same. */
  readonly single: boolean;
}

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');

// "â€“" and "ï¼" are dashes that were decoded with the wrong table; real files are full of them.
const DASH = `(?:-+|~|>|→|a€["“”]|ï¼|…|\\.{2,3}|/)`;
const BETWEEN = new RegExp(
  `^\\.?,?\\s*(?:${DASH}|(?:${alternatives(RANGE_WORDS)})(?!\\p{L}))\\s*(?:\\(?exp(?:ected)?\\.?\\s*)?$`,
  'u',
);
/** "Sept 2014 June 2018": OCR loses the dash between them. */
const LOST_DASH = /^ {1,2}$/u;
const OPEN_END = new RegExp(
  `^\\.?\\s*(?:${DASH})?\\s*(?:(?:${alternatives(RANGE_WORDS)})(?!\\p{L}))?\\s*\\(?(?<now>${alternatives(PRESENT_WORDS)})(?![\\p{L}\\p{N}])`,
  'u',
);
const TRAILING_DASH = /^\s?-+\s*(?=$|\n|\))/u;
const SINCE = new RegExp(`(?<![\\p{L}\\p{N}.@/-])(?:${alternatives(SINCE_WORDS)})[ \\n]+$`, 'u');
const FROM = new RegExp(
  `(?<![\\p{L}\\p{N}.@/-])(?:${alternatives([...SINCE_WORDS, 'de', 'du', 'von', 'vom', 'between', 'entre'])})[ \\n]+$`,
  'u',
);
const UNTIL = new RegExp(`(?<![\\p{L}\\p{N}.@/-])(?:${alternatives(UNTIL_WORDS)})[ \\n]+$`, 'u');
/** "2016-17", "2016/17": the second half of a range of years. */
const SHORT_END = /^ ?[-/] ?(?<short>\d{2})(?![\p{L}\p{N}%]|[./-]\p{N})/u;
const LOOK_BEHIND = 16;
const LOOK_AHEAD = 24;

/** All dates and ranges of `content`, in order. Two-digit years are read as seen from `today`. */
export function findDates(content: string, today: Date): readonly DateSpan[] {
  const matching = matchingText(content);
  const scanned = scanDates(matching, today.getUTCFullYear());
  const spans: DateSpan[] = [];
  for (let index = 0; index < scanned.length; index += 1) {
    const date = scanned[index];
    if (date === undefined) continue;
    const next = scanned[index + 1];
    const range = next === undefined ? null : rangeOf(matching, date, next);
    if (range !== null) {
      spans.push(range);
      index += 1;
      continue;
    }
    const other = openRange(matching, date) ?? shortRange(matching, date) ?? lone(matching, date);
    if (other !== null) spans.push(other);
  }
  return spans;
}

const isMonth = (date: ScannedDate): boolean => !date.weak && date.first.month !== null;

function rangeOf(matching: string, left: ScannedDate, right: ScannedDate): DateSpan | null {
  const between = matching.slice(left.end, right.start);
  if (!BETWEEN.test(between) && !(isMonth(left) && isMonth(right) && LOST_DASH.test(between)))
    return null;
  if (right.yearless) return null;
  // "Jan 19 – Mar 21" are years; "May 19 – June 3, 2020" is not, but nobody dates positions by days.
  const year = left.yearless ? yearBefore(left, right) : left.first.year;
  const from = point({ ...left.first, year }, left);
  const to = point(right.last, right);
  if (isAfter(from, to)) return null;
  return {
    start: startWithWord(matching, left),
    end: right.end,
    from,
    to,
    isCurrent: false,
    single: false,
  };
}

/** "from 2015 to 2017", "De mars 2016 à mai 2018": the first word belongs to the range. */
function startWithWord(matching: string, date: ScannedDate): number {
  const word = FROM.exec(matching.slice(Math.max(0, date.start - LOOK_BEHIND), date.start));
  return date.start - (word?.[0].length ?? 0);
}

/** "Nov – Feb 2019" began in 2018. */
function yearBefore(left: ScannedDate, right: ScannedDate): number {
  const wraps = right.last.month !== null && (left.first.month ?? 0) > right.last.month;
  return wraps ? right.last.year - 1 : right.last.year;
}

function openRange(matching: string, date: ScannedDate): DateSpan | null {
  if (date.yearless) return null;
  const after = matching.slice(date.end, date.end + LOOK_AHEAD);
  const before = matching.slice(Math.max(0, date.start - LOOK_BEHIND), date.start);
  const open = OPEN_END.exec(after);
  const from = point(date.first, date);
  const current = { from, to: null, isCurrent: true, single: false };
  if (open !== null && open[0].length > (open.groups?.['now']?.length ?? 0)) {
    const start = startWithWord(matching, date);
    return { start, end: date.end + open[0].length, ...current };
  }
  if (date.weak) return null;
  const since = SINCE.exec(before);
  if (since !== null) return { start: date.start - since[0].length, end: date.end, ...current };
  const until = UNTIL.exec(before);
  if (until !== null) {
    return {
      start: date.start - until[0].length,
      end: date.end,
      from: null,
      to: point(date.last, date),
      isCurrent: false,
      single: false,
    };
  }
  const dash = TRAILING_DASH.exec(after);
  if (dash === null) return null;
  return { start: date.start, end: date.end + dash[0].trimEnd().length, ...current };
}

/** "2016-17": two digits after a bare year, later than it. */
function shortRange(matching: string, date: ScannedDate): DateSpan | null {
  const text = matching.slice(date.start, date.end);
  const joined = /^(?<year>\d{4})[-/](?<short>\d{2})$/u.exec(text)?.groups;
  // "2010-11" alone is a school year, "2011-03" a month.
  if (joined?.['short'] !== undefined && Number(joined['short']) === (date.first.year % 100) + 1) {
    return yearRange(date, date.start, date.end, Number(joined['short']));
  }
  if (date.first.month !== null || date.weak) return null;
  const short = SHORT_END.exec(matching.slice(date.end, date.end + LOOK_AHEAD));
  const digits = short?.groups?.['short'];
  if (short === null || digits === undefined || Number(digits) <= date.first.year % 100)
    return null;
  return yearRange(date, date.start, date.end + short[0].length, Number(digits));
}

function yearRange(date: ScannedDate, start: number, end: number, lastDigits: number): DateSpan {
  const { year } = date.first;
  const from = { year, month: null, start, end: start + 4 };
  const to = { year: year - (year % 100) + lastDigits, month: null, start: end - 2, end };
  return { start, end, from, to, isCurrent: false, single: false };
}

function lone(matching: string, date: ScannedDate): DateSpan | null {
  if (date.weak || /\p{L}$/u.test(matching.slice(date.start - 1, date.start))) return null;
  const season = date.first.month !== date.last.month;
  const from = point(date.first, date);
  const to = point(date.last, date);
  return { start: date.start, end: date.end, from, to, isCurrent: false, single: !season };
}

const point = (
  date: PartialDate,
  place: { readonly start: number; readonly end: number },
): DatePoint => ({
  year: date.year,
  month: date.month,
  start: place.start,
  end: place.end,
});

function isAfter(left: PartialDate, right: PartialDate): boolean {
  if (left.year !== right.year) return left.year > right.year;
  return left.month !== null && right.month !== null && left.month > right.month;
}

/** No entry names more dates on one line; a line that does is a table or noise, and has none. */
const MAX_DATES_A_LINE = 12;

/** The dates that lie on a stretch of the text; `dates` is in order, as `findDates` gives it. */
export function datesIn(
  dates: readonly DateSpan[],
  range: { readonly start: number; readonly end: number },
): readonly DateSpan[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: DateSpan[] = [];
  for (let index = low; index < dates.length; index += 1) {
    const date = dates[index];
    if (date === undefined || date.start >= range.end) break;
    found.push(date);
    if (found.length > MAX_DATES_A_LINE) return [];
  }
  return found;
}

/** `YYYY-MM`, or `YYYY` where the resume gives no month. */
export function isoDate(date: PartialDate): string {
  const year = String(date.year).padStart(4, '0');
  return date.month === null ? year : `${year}-${String(date.month).padStart(2, '0')}`;
}
