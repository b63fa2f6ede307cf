import { type ContactZone, isContact, withoutContacts } from './contact-zone';
import { bodySizeOf } from './heading-style';
import { GIVEN_NAMES } from './given-names';
import { isApplication, isSentence } from './line-words';
import { lengthBeforePlace, locationScore } from './locations';
import {
  displayName,
  isDegree,
  isNameLabel,
  joinName,
  nameWords,
  splitWords,
  withoutTitles,
} from './name-text';
import { headingKey, joinSpacedLetters, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';
import { fold, spanOf, type TextSpan } from './text-span';

/** A piece of the head of a resume that is spelled like a name. */
export interface NameCandidate extends TextSpan {
  /** As it would be shown. */
  readonly name: string;
  readonly words: readonly string[];
  readonly line: TextLine;
  /** How many lines of names or titles stand above it. */
  readonly position: number;
  /** How many lines of any kind. */
  readonly row: number;
  /** The first of its line. */
  readonly leads: boolean;
  /** "Name:" stands before it. */
  readonly labelled: boolean;
}

export interface ResumeHead {
  readonly content: string;
  readonly lines: readonly TextLine[];
  readonly zone: ContactZone;
}

const MAX_LINES = 12;
/** Longer lines are prose. */
const MAX_LENGTH = 300;

/** All pieces of the head that could be the candidate's name, from the top. */
export function nameCandidates(head: ResumeHead, sizes: HeadSizes): readonly NameCandidate[] {
  const { content } = head;
  const lines = headLines(head, sizes);
  const found: NameCandidate[] = [];
  let position = 0;
  for (const [row, line] of lines.entries()) {
    if (line.text.length > MAX_LENGTH) continue;
    const label = isLabelled(lines, row);
    const spans = [...piecesOf(content, line), ...overLines(head, line, sizes)];
    const leader = spans.find((span) => !isContact(span.text))?.start;
    for (const span of spans) {
      const name = joinName(span.text);
      const shown = reversed(name) ?? name;
      const words = nameWords(isSmallName(shown, line, sizes) ? displayName(shown) : shown);
      if (words === null) continue;
      const leads = span.start === leader;
      const labelled = (label && leads) || followsLabel(content, line, span);
      const place = { line, position, row, leads, labelled };
      found.push({ ...span, ...place, name: displayName(shown), words });
    }
    if (isTopLine(content, line)) position += 1;
  }
  const parts = namedInParts(content, lines);
  return parts === null ? found : [parts, ...found];
}

const GIVEN_LABEL =
  /^(?:(?:first|given|fore)[\s-]?names?(?:\(s\))?|vornamen?|pr[eé]noms?|nombres?|imi[eę]|voornaam)\s*(?:[:–-]\s*)+/iu;
const FAMILY_LABEL =
  /^(?:(?:sur|last|family)[\s-]?names?(?:\(s\))?|nachname|familienname|nom(?: de famille)?|apellidos?|cognome|nazwisko|achternaam)\s*(?:[:–-]\s*)+/iu;

/** "First name: Bo" and "Surname: Garvin", in two lines of a form. */
function namedInParts(content: string, lines: readonly TextLine[]): NameCandidate | null {
  const valueOf = (label: RegExp): TextSpan | undefined =>
    lines
      .map((line) => {
        const length = label.exec(formText(line))?.[0].length ?? line.text.length;
        return withoutTitles(content, spanOf(content, line.start + length, line.end));
      })
      .find((value) => value.text !== '');
  const [given, family] = [valueOf(GIVEN_LABEL), valueOf(FAMILY_LABEL)];
  const line = lines.find((one) => one.end === given?.end);
  if (given === undefined || family === undefined || line === undefined) return null;
  const name = joinName(`${given.text} ${family.text}`);
  const words = nameWords(name);
  if (words === null) return null;
  const whole = spanOf(
    content,
    Math.min(given.start, family.start),
    Math.max(given.end, family.end),
  );
  const place = { line, position: 0, row: 0, leads: true, labelled: true };
  return { ...whole, ...place, name: displayName(name), words };
}

/** A line of a form with its label and value as if they were one text: a tab counts as a colon. */
const formText = (line: TextLine): string => line.text.replace(/\t/gu, ':');

export interface HeadSizes {
  /** Of the largest words of the first page; 0 when the format does not tell. */
  readonly largest: number;
  /** Of most of the text. */
  readonly body: number;
}

export function sizesOf(lines: readonly TextLine[]): HeadSizes {
  const body = bodySizeOf(lines) ?? 0;
  const letters = new Map<number, number>();
  for (const { page, fontSize, text } of lines) {
    if (page !== 1 || fontSize === null || fontSize <= body || isHeading(text)) continue;
    letters.set(fontSize, (letters.get(fontSize) ?? 0) + lettersIn(text));
  }
  const sizes = [...letters].filter(([, amount]) => amount > MAX_MONOGRAM).map(([size]) => size);
  return { largest: Math.max(body, ...sizes), body };
}

/** "BG" over a name is larger than it. A name of other scripts has as few letters. */
const MAX_MONOGRAM = 3;
const lettersIn = (text: string): number =>
  (text.match(/\p{L}/gu)?.length ?? 0) + (/\p{Lo}/u.test(text) ? MAX_MONOGRAM : 0);

/** "RESUME" or "Profile": large, but nobody's name. */
const isHeading = (text: string): boolean => knownHeading(headingKey(text)) !== null;

/** The head of the resume and, in case the name stands over a column, the largest lines of the first page. */
function headLines({ lines, zone }: ResumeHead, { largest, body }: HeadSizes): readonly TextLine[] {
  const firstPage = lines.filter((line) => line.page === 1);
  const titles =
    largest > body + 2 ? firstPage.filter((line) => line.fontSize === largest).slice(0, 3) : [];
  return [...new Set([...zone.lines.slice(0, MAX_LINES), ...titles, ...firstPage.slice(0, 2)])];
}

/** A line that could hold a name or a title, as contact data, prose and "Page 1 of 2" do not. */
function isTopLine(content: string, line: TextLine): boolean {
  const words = withoutTitles(content, line).text;
  if (lettersIn(words) <= MAX_MONOGRAM || isHeading(words) || /\d/u.test(words)) return false;
  if (isContact(words) || isNameLabel(words) || isApplication(words)) return false;
  return !/:\s|:$/u.test(words) && !isSentence(words);
}

/** "Name: Bo Garvin", or "Name" in the cell before. */
function followsLabel(content: string, line: TextLine, span: TextSpan): boolean {
  const before = content.slice(line.start, span.start).replace(/[\s:–-]+$/u, '');
  return isNameLabel(before.slice(before.lastIndexOf('\t') + 1));
}

/** "Name" alone in the line above, or in the column in front. */
function isLabelled(lines: readonly TextLine[], row: number): boolean {
  const line = lines[row];
  const above = lines[row - 1];
  if (line === undefined || above === undefined) return false;
  if (isNameLabel(above.text)) return true;
  // Labels in one column and values in the next are read one column after the other.
  return (
    above.column < line.column &&
    lines.some((other) => other.column === above.column && isNameLabel(other.text))
  );
}

/** The parts of a line that could be a name, cleaned of titles and labels. */
function piecesOf(content: string, line: TextLine): readonly TextSpan[] {
  // "J O H N   D O E": the wide blank is the one between the names.
  const spaced =
    line.cells.length > 1 && line.cells.every((cell) => joinSpacedLetters(cell.text) !== cell.text);
  if (spaced) return [spanOf(content, line.start, line.end)];
  return line.cells.flatMap((cell) =>
    [
      cell,
      ...piecesIn(content, cell, /(?:[^|•·∙●;–—\s]|\s(?![-/]\s))+/gu).flatMap((piece) =>
        partsOf(content, piece),
      ),
    ]
      .map((span) => withoutTitles(content, span))
      .filter((span) => span.text !== ''),
  );
}

const MAX_PIECES = 4;

const piecesIn = (content: string, span: TextSpan, piece: RegExp): readonly TextSpan[] =>
  [...withoutContacts(span.text).matchAll(piece)]
    .slice(0, MAX_PIECES)
    .map(({ 0: text, index }) =>
      spanOf(content, span.start + index, span.start + index + text.length),
    );

/** Between commas there may be a name; in "San Luis Obispo, CA" there is none. */
function partsOf(content: string, piece: TextSpan): readonly TextSpan[] {
  const isPlace = piece.text.includes(',') && locationScore(piece.text) >= 0.7;
  if (isPlace && lengthBeforePlace(piece.text) === 0) return [];
  return [piece, ...piecesIn(content, piece, /[^,]+(?:,\s*(?:jr|sr|ii|iii)\.?)?/giu)];
}

/** "bo garvin" as the largest words of the page: a fashion, and not a sentence. */
function isSmallName(text: string, line: TextLine, { largest, body }: HeadSizes): boolean {
  const words = splitWords(text);
  const small = /^[\p{Ll}\p{M}\s'’.-]+$/u.test(text) && words.length > 1 && words.length < 4;
  return small && line.fontSize === largest && largest > body * 1.4;
}

/** "Garvin, Bo" and "GARVIN, Bo" the way round that people are called; null when the comma is another one. */
function reversed(text: string): string | null {
  const halves = /^(?<family>[^,\s]+(?: [^,\s]+)?),\s*(?<given>[^,\s]+(?: [^,\s]+)?)$/u.exec(text);
  const { family = '', given = '' } = halves?.groups ?? {};
  if (given === '') return null;
  const first = fold(splitWords(given)[0] ?? '');
  const listed = GIVEN_NAMES.has(first) && !GIVEN_NAMES.has(fold(family));
  const shouted = isAllCapitals(family) && /^\p{Lu}\p{L}/u.test(given) && !isDegree(given);
  return listed || shouted ? `${given} ${family}` : null;
}

/**
 * "Mateo" over "Villanueva": a narrow column breaks the largest line of the page, even twice. First and last
 * name on lines of their own may also differ in weight and size.
 */
function overLines(
  { content, lines }: ResumeHead,
  line: TextLine,
  sizes: HeadSizes,
): readonly TextSpan[] {
  if (sizes.largest <= sizes.body + 2 || line.cells.length > 1) return [];
  const spans: TextSpan[] = [];
  for (let at = lines.indexOf(line) + 1; at < lines.length && spans.length < 2; at += 1) {
    const next = lines[at];
    if (next === undefined || !goesOn(line, next, sizes)) break;
    spans.push(withoutTitles(content, spanOf(content, line.start, next.end)));
  }
  return spans;
}

function goesOn(line: TextLine, next: TextLine, { largest, body }: HeadSizes): boolean {
  if (next.page !== line.page || next.column !== line.column || next.cells.length > 1) return false;
  if (isHeading(next.text)) return false;
  const [size, below] = [line.fontSize ?? 0, next.fontSize ?? 0];
  if (size === below) return size === largest;
  const single = !/\s/u.test(line.text) && !/\s/u.test(next.text);
  return single && Math.max(size, below) === largest && Math.min(size, below) > body * 1.4;
}
