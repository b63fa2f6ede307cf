import { MONTHS, SEASONS } from './date-words';

/** A calendar month, or a year when `month` is null. */
export interface PartialDate {
  readonly year: number;
  readonly month: number | null;
}

/** One date as written; `first` and `last` differ for seasons and quarters only. */
export interface ScannedDate {
  readonly start: number;
  readonly end: number;
  readonly first: PartialDate;
  readonly last: PartialDate;
  /** Too little to be a date by itself ("03/18", "Jan 19"): counts only beside another date. */
  readonly weak: boolean;
  /** A month without its year ("May – Aug 2019"): takes the year of the date after it. */
  readonly yearless: boolean;
}

const alternatives = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

const MONTH = `(?:${alternatives(MONTHS.keys())})`;
const SEASON = `(?:${alternatives(SEASONS.keys())})`;
const YEAR = '(?:19[4-9]\\d|20[0-4]\\d)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const NOT_AFTER_WORD = '(?<![\\p{L}\\p{N}])';
const NOT_BEFORE_WORD = '(?![\\p{L}\\p{N}])';
/** A year in "$2000", "#2015", "2,010", "x2000" or "1.2019" is none. */
const YEAR_BEFORE = '(?<![\\p{L}\\p{N}$€£#+]|[\\p{N}][.,])';
/** Nor one in "2000+", "2000 %", "2019.5", "2,000". */
const YEAR_AFTER = '(?![\\p{L}\\p{N}%+$€£]|[.,]\\p{N}| ?%)';

/** In the order of trust: the first form that matches at a place wins. Run on matching text. */
const FORMS: readonly RegExp[] = [
  // 12 May 2019, May 2019, May, 2019, May '19, May of 2019, maio de 2019, May-2019, Sept. 2019
  new RegExp(
    `${NOT_AFTER_WORD}(?:${DAY}(?:st|nd|rd|th|\\.|º)? ?(?:of |de )?)?(?<month>${MONTH})\\.?(?: ?,? ?| of | de | del |[-/. ])[ ]?(?<year>${YEAR}|'\\d{2})${NOT_BEFORE_WORD}`,
    'uy',
  ),
  // 2017 - May 2019, with the last year on the next line
  new RegExp(
    `(?<=\\d ?- ?)(?<month>${MONTH})\\.?\\n(?<year>${YEAR}|'\\d{2})${NOT_BEFORE_WORD}`,
    'uy',
  ),
  // May 12, 2019
  new RegExp(
    `${NOT_AFTER_WORD}(?<month>${MONTH})\\.? ${DAY}(?:st|nd|rd|th)?,? (?<year>${YEAR})${NOT_BEFORE_WORD}`,
    'uy',
  ),
  // 2019 May
  new RegExp(
    `${NOT_AFTER_WORD}(?<year>${YEAR})[ ,.]{1,2}(?<month>${MONTH})\\.?${NOT_BEFORE_WORD}`,
    'uy',
  ),
  // Summer 2018, Q3 2019, Summer of 2018
  new RegExp(
    `${NOT_AFTER_WORD}(?<season>${SEASON})(?: semester)?(?: ?,? ?| of |/| ')(?<year>${YEAR})${NOT_BEFORE_WORD}`,
    'uy',
  ),
  // 2019-05-12, 2019/05/12
  new RegExp(
    `${YEAR_BEFORE}(?<year>${YEAR})(?<mark>[-/.])(?<number>${MONTH_NUMBER})\\k<mark>${DAY}(?!\\p{N})`,
    'uy',
  ),
  // 12.05.2019, 05/12/2019, 12-05-2019
  new RegExp(
    `(?<![\\p{N}./])(?<one>${DAY})(?<mark>[-/.])(?<two>${DAY})\\k<mark>(?<year>${YEAR})(?!\\p{N})`,
    'uy',
  ),
  // 05/2019, 5.2019, 05-2019, 05 / 2019
  new RegExp(
    `(?<![\\p{N}./])(?<number>${MONTH_NUMBER}) ?[-/.] ?(?<year>${YEAR})(?![\\p{N}%])`,
    'uy',
  ),
  // 2019-05, 2019/5, 2019 / 05, 2019.05
  new RegExp(
    `${YEAR_BEFORE}(?<year>${YEAR})(?: ?/ ?|[-.])(?<number>0[1-9]|1[0-2]|[1-9])(?![\\p{L}\\p{N}%]|[./-]\\p{N})`,
    'uy',
  ),
  // 2019
  new RegExp(`${YEAR_BEFORE}(?<year>${YEAR})${YEAR_AFTER}`, 'uy'),
  // 05/19, Jan 19, Jan-19: only beside another date
  new RegExp(`(?<![\\p{N}./-])(?<number>${MONTH_NUMBER})/(?<short>\\d{2})(?![\\p{N}/%])`, 'uy'),
  new RegExp(
    `${NOT_AFTER_WORD}(?<month>${MONTH})\\.?[- ](?<short>\\d{2})(?![\\p{L}\\p{N}%:,])`,
    'uy',
  ),
  // '19
  new RegExp(`(?<![\\p{L}\\p{N}])'(?<short>\\d{2})(?![\\p{L}\\p{N}])`, 'uy'),
  // May (– August 2019)
  new RegExp(`${NOT_AFTER_WORD}(?<alone>${MONTH})\\.?${NOT_BEFORE_WORD}`, 'uy'),
  new RegExp(`${NOT_AFTER_WORD}(?<aloneSeason>${SEASON})${NOT_BEFORE_WORD}`, 'uy'),
];

/** Where a date can begin: saves trying every form at every character. */
const CANDIDATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?=[\\d']|${MONTH}(?!\\p{L})|${SEASON}(?!\\p{L}))`,
  'gu',
);

/** All dates of a text made comparable by `matchingText`, in order, none inside another. */
export function scanDates(matching: string, thisYear: number): readonly ScannedDate[] {
  const found: ScannedDate[] = [];
  let from = 0;
  for (const candidate of matching.matchAll(CANDIDATE)) {
    if (candidate.index < from) continue;
    const date = dateAt(matching, candidate.index, thisYear);
    if (date === null) continue;
    found.push(date);
    from = date.end;
  }
  return found;
}

function dateAt(matching: string, start: number, thisYear: number): ScannedDate | null {
  for (const form of FORMS) {
    form.lastIndex = start;
    const match = form.exec(matching);
    if (match === null) continue;
    const date = interpret(match, start, thisYear);
    if (date !== null) return date;
  }
  return null;
}

function interpret(match: RegExpExecArray, start: number, thisYear: number): ScannedDate | null {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  const place = { start, end: start + match[0].length };
  const { alone, aloneSeason, short, season } = groups;
  if (alone !== undefined || aloneSeason !== undefined) {
    const months = monthsOf(alone, aloneSeason);
    return months && { ...place, ...within(0, months), weak: true, yearless: true };
  }
  const year =
    groups['year'] === undefined ? shortYear(short, thisYear) : fullYear(groups['year'], thisYear);
  if (year === null || year > thisYear + 10) return null;
  const months = monthsOf(groups['month'], season) ?? numericMonths(groups);
  const weak = short !== undefined;
  if (months === null) {
    const date = { year, month: null };
    return { ...place, first: date, last: date, weak, yearless: false };
  }
  return { ...place, ...within(year, months), weak, yearless: false };
}

const within = (
  year: number,
  [first, last]: readonly [number, number],
): { readonly first: PartialDate; readonly last: PartialDate } => ({
  first: { year, month: first },
  last: { year, month: last },
});

function monthsOf(
  month: string | undefined,
  season: string | undefined,
): readonly [number, number] | null {
  if (season !== undefined) return SEASONS.get(season) ?? null;
  const number = month === undefined ? undefined : MONTHS.get(month);
  return number === undefined ? null : [number, number];
}

function numericMonths(
  groups: Readonly<Record<string, string | undefined>>,
): readonly [number, number] | null {
  const { number, one, two, mark } = groups;
  if (number !== undefined) return [Number(number), Number(number)];
  if (one === undefined || two === undefined) return null;
  // 12.05.2019 is read day first, 05/12/2019 month first, unless that is impossible.
  const dayFirst = Number(two) <= 12 && (mark === '.' || Number(one) > 12);
  const month = Number(dayFirst ? two : one);
  return month <= 12 ? [month, month] : null;
}

function fullYear(year: string, thisYear: number): number | null {
  return year.startsWith("'") ? shortYear(year.slice(1), thisYear) : Number(year);
}

/** "19" is the latest year that is not more than five years ahead. */
function shortYear(digits: string | undefined, thisYear: number): number | null {
  if (digits === undefined) return null;
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(digits);
  return year > thisYear + 5 ? year - 100 : year;
}
