import { datesIn, type DateSpan } from './dates';
import { isDeed, organisationScore, titleScore } from './line-words';
import { locationScore } from './locations';
import { EMPLOYER_PLACEHOLDER } from './organisation-words';
import { capitalShare, type TextLine } from './text-line';
import { overlaps, trimSeparators, type TextSpan } from './text-span';
import { joinWrappedHeads } from './wrapped-lines';

/** `head` lines may belong to the head of an entry; `body` lines describe it. */
type LineRole = 'head' | 'body';

/** A line of a section of entries, with the dates on it that date an entry. */
export interface EntryLine {
  readonly line: TextLine;
  readonly role: LineRole;
  /** Dates that stand where dates of entries stand: in a cell of their own or at an edge of one. */
  readonly anchors: readonly DateSpan[];
  /** Fields at the margin of a body line: a date, a place or a duration that belongs to the entry's head. */
  readonly margin: readonly TextSpan[];
}

/** "2 years 10 months", "(3 yrs)", "4 months": printed beside the dates by many templates. */
const DURATION =
  /\(?\s*(?:\d{1,2}\+?\s*(?:years?|yrs?|y|jahre?|ans?|a[nñ]os?)\.?(?:,?\s*(?:and\s*)?\d{1,2}\s*(?:months?|mos?|m|monate?|mois|meses)\.?)?|\d{1,2}\s*(?:months?|mos?|monate?|mois|meses|weeks?)\.?)\s*\)?/giu;
const ONLY_DURATION = new RegExp(`^${DURATION.source}$`, 'iu');
const MAX_HEAD_LENGTH = 150;

export const isDuration = (text: string): boolean => ONLY_DURATION.test(text.trim());

export function durationsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(DURATION)];
}

/** Reads the lines of one section; `bulletsAreEntries` where each bullet is an entry of its own. */
export function readEntryLines(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
  bulletsAreEntries: boolean,
): readonly EntryLine[] {
  const widest = Math.max(0, ...lines.map((line) => (line.cells[0]?.text ?? '').length));
  const result: EntryLine[] = [];
  for (const line of joinWrappedHeads(content, lines)) {
    const own = datesIn(dates, line);
    const previous = result.at(-1) ?? null;
    const bullet = line.bullet && !bulletsAreEntries;
    const anchors = own.filter((date) => isAnchor(content, line, date, bullet));
    const role = bullet ? 'body' : roleOf(line, { anchors, previous, widest });
    const margin = role === 'body' ? marginFields(content, line, own) : [];
    const inMargin = anchors.filter((date) => margin.some((cell) => overlaps(cell, date)));
    result.push({ line, role, anchors: role === 'body' ? inMargin : anchors, margin });
  }
  return result;
}

/** Whether each entry is one bullet: "• Engineer, Acme, 2019 – 2021". */
export function areBulletsEntries(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): boolean {
  const bullets = lines.filter((line) => line.bullet);
  const plain = lines.filter((line) => !line.bullet);
  const dated = (line: TextLine): boolean =>
    datesIn(dates, line.cells[0] ?? line).some((date) => isAnchor(content, line, date, false));
  const datedBullets = bullets.filter(dated).length;
  return (
    datedBullets >= 1 &&
    datedBullets >= bullets.length * 0.5 &&
    plain.filter(dated).length < datedBullets
  );
}

function isAnchor(content: string, line: TextLine, date: DateSpan, bullet: boolean): boolean {
  const index = line.cells.findIndex((cell) => overlaps(cell, date));
  const cell = line.cells[index];
  if (cell === undefined) return false;
  const before = stripEdges(content.slice(cell.start, Math.max(cell.start, date.start)));
  const after = stripEdges(content.slice(Math.min(cell.end, date.end), cell.end));
  if (bullet && index === 0) return false;
  if (before === '' && after === '') return true;
  // "Instructor (2003 – 2005): Taught two courses" is a remark, not the head of an entry.
  const remark = /^\)?\s*:\s+(?<rest>.+)$/su.exec(content.slice(date.end, cell.end))?.groups?.[
    'rest'
  ];
  if (remark !== undefined && before !== '' && remark.split(/\s+/u).length >= 4) return false;
  const bareYear = date.single && (date.from?.month ?? null) === null;
  const atEdge = before === '' || after === '';
  if (bareYear) {
    const set = /[,(|:;–—-]\s*$/u.test(content.slice(cell.start, date.start));
    return (
      (before === '' && after.length < 90 && !/^\p{Ll}/u.test(after)) ||
      (after === '' && set && cell.text.length < 120)
    );
  }
  if (atEdge)
    return cell.text.length <= MAX_HEAD_LENGTH + 30 && !endsSentence(after === '' ? before : after);
  if (date.single) return false;
  return cell.text.length <= MAX_HEAD_LENGTH && !isProse(cell.text);
}

const stripEdges = (text: string): string =>
  text
    .replace(DURATION, '')
    .replace(/[\s,;:|·•()[\]–—~-]+/gu, ' ')
    .replace(/^(?:dates?|period|from|duration|time)\s*$/iu, '')
    .trim();

const endsSentence = (text: string): boolean => /[a-z)]{3}[.!?]$/u.test(text) && text.length > 60;

/** Running text: a long line of mostly small words. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  if (words.length < 9) return /[a-z]{3}[.;]$/u.test(text) && words.length > 5;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small / words.length > 0.45 || (endsSentence(text) && small / words.length > 0.25);
}

function roleOf(
  line: TextLine,
  {
    anchors,
    previous,
    widest,
  }: {
    readonly anchors: readonly DateSpan[];
    readonly previous: EntryLine | null;
    readonly widest: number;
  },
): LineRole {
  const first = line.cells[0]?.text ?? '';
  if (anchors.length > 0 && line.text.length <= MAX_HEAD_LENGTH + 40) return 'head';
  const placeholder = EMPLOYER_PLACEHOLDER.exec(first);
  if (placeholder !== null && placeholder.index < 90) return 'head';
  if (first.length > MAX_HEAD_LENGTH || isProse(first)) return 'body';
  const particle = /^(?:de|von|van|e|i)\s?\p{Lu}/u.test(first);
  if (/^\p{Ll}/u.test(first) && !particle && !/^[a-z]+(?:[A-Z.-]|$)/u.test(first)) return 'body';
  if (isDeed(first) && first.length > 25) return 'body';
  if (/[a-z]{3}[.;!]$/u.test(first) && first.length > 45) return 'body';
  if (
    previous?.role === 'body' &&
    !line.gapBefore &&
    !line.bold &&
    continues(line, previous, widest)
  )
    return 'body';
  return 'head';
}

/** The second line of a bullet: the one above is full, and nothing here looks like an entry's head. */
function continues(line: TextLine, previous: EntryLine, widest: number): boolean {
  const above = previous.line.cells[0]?.text ?? '';
  const here = line.cells[0]?.text ?? '';
  const full = above.length >= 0.72 * widest && !/[.!?:]$/u.test(above);
  const margin = line.cells.slice(1).some((cell) => locationScore(cell.text) >= 0.7);
  if (margin) return false;
  if (full) return true;
  return (
    capitalShare(here) < 0.12 &&
    !/[.!?]$/u.test(above) &&
    Math.max(titleScore(here), organisationScore(here)) < 0.6
  );
}

function marginFields(
  content: string,
  line: TextLine,
  dates: readonly DateSpan[],
): readonly TextSpan[] {
  return line.cells.slice(1).filter((cell) => {
    const dated = datesIn(dates, cell).some(
      (date) => stripEdges(cell.text.replace(content.slice(date.start, date.end), '')) === '',
    );
    return (
      dated ||
      isDuration(cell.text) ||
      locationScore(trimSeparators(content, cell.start, cell.end).text) >= 0.7
    );
  });
}
