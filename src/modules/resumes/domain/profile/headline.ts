import { type ContactZone, isContact, isReached } from './contact-zone';
import { type Found } from './contact';
import { TITLE_LABEL } from './header-pieces';
import { bodySizeOf } from './heading-style';
import {
  isApplication,
  isBusinessWord,
  isOccupation,
  isSentence,
  titleScore,
  wordsOf,
} from './line-words';
import { locationScore } from './locations';
import { afterDegrees, areDegrees, startsWithNameLabel } from './name-text';
import { headingKey, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';
import { flow, spanOf, trimSeparators, type TextSpan } from './text-span';
import { join, sameLook } from './wrapped-lines';

const MAX_LENGTH = 110;
const LINES_AFTER_NAME = 4;

/**
 * What the person calls themselves: the title under (or beside) the name, or the first line of a
 * resume without a name. Null when neither reads like a title.
 */
export function findHeadline(
  content: string,
  lines: readonly TextLine[],
  zone: ContactZone,
  name: Found<string> | null,
): Found<string> | null {
  return name === null ? firstLine(content, lines, zone) : besideName(content, zone, lines, name);
}

function firstLine(
  content: string,
  lines: readonly TextLine[],
  zone: ContactZone,
): Found<string> | null {
  const first = lines
    .slice(0, 3)
    .find(
      (line) => line.text.length > 2 && !/^(?:r[eé]sum[eé]|curriculum vitae|cv)$/iu.test(line.text),
    );
  if (first === undefined || first.text.length > MAX_LENGTH) return null;
  const pieces = piecesAfterName(content, first, first.start);
  if (!pieces.every((piece) => couldBeTitle(piece))) {
    const title = pieces.find((piece) => couldBeTitle(piece) && titleScore(piece.text) >= 0.8);
    return title === undefined ? null : headline(title, 0.7);
  }
  if (knownHeading(headingKey(first.text)) !== null || /[.!?]$/u.test(first.text)) return null;
  const occupation = isOccupation(first.text);
  // A line of capitals above everything else is the title even when no list knows the occupation,
  // unless the resume says how to reach somebody: then it is a name that was not understood.
  const shouted =
    isAllCapitals(first.text) &&
    first.text.split(/\s+/u).length <= 8 &&
    !zone.lines.some((line) => isReached(line.text));
  if (!occupation && !shouted) return null;
  return headline(trimSeparators(content, first.start, first.end), occupation ? 0.85 : 0.55);
}

function besideName(
  content: string,
  zone: ContactZone,
  lines: readonly TextLine[],
  name: Found<string>,
): Found<string> | null {
  const pool = zone.lines.some(
    (line) => line.start <= name.source.start && name.source.start < line.end,
  )
    ? zone.lines
    : lines;
  const at = pool.findIndex(
    (line) => line.start <= name.source.start && name.source.start < line.end,
  );
  const own = pool[at];
  if (own === undefined) return null;
  const bodySize = bodySizeOf(lines);
  const below = pool.slice(at + 1).filter((line) => line.start >= name.source.end);
  const under = joinLooks(content, below.slice(0, LINES_AFTER_NAME), bodySize);
  const over = pool.slice(0, at);
  const aside = {
    ...own,
    start: afterDegrees(content, name.source.end, own.end),
    gapBefore: false,
  };
  const repeated = pool
    .filter((line) => line !== own && line.text.toLowerCase().startsWith(name.value.toLowerCase()))
    .map((line) => ({ ...line, start: line.start + name.value.length }));
  // In a form ("Name", "Address", "Born") no line is a title that does not read like one.
  const isForm = startsWithNameLabel(own.text);
  return (
    knownTitle(content, [aside, ...repeated, ...under.filter((line) => !isFormLine(line))]) ??
    (isForm ? null : unknownTitle(content, [aside, ...under], bodySize)) ??
    knownTitle(
      content,
      over.filter((line) => !isFormLine(line)),
    ) ??
    (isForm || own.gapBefore
      ? null
      : unknownTitle(
          content,
          over.slice(-1).map((line) => ({ ...line, gapBefore: false })),
          bodySize,
        ))
  );
}

/** The first piece of these lines that reads like a job title. */
function knownTitle(content: string, lines: readonly TextLine[]): Found<string> | null {
  const title = lines
    .flatMap((line) => piecesAfterName(content, line, line.start))
    .find((piece) => couldBeTitle(piece) && titleScore(piece.text) >= 0.8);
  return title === undefined ? null : headline(title, 0.85);
}

/** "Email:" and its value in the next cell. */
const isFormLine = (line: TextLine): boolean => line.cells[0]?.text.endsWith(':') === true;

/** "Emergency Medical" over "Technician": lines set alike, and unlike the text, are one line that was too long. */
function joinLooks(
  content: string,
  lines: readonly TextLine[],
  bodySize: number | null,
): readonly TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const special = line.fontSize !== null && line.fontSize !== bodySize;
    const alike =
      above !== undefined &&
      sameLook(above, line) &&
      !line.gapBefore &&
      above.cells.length + line.cells.length === 2;
    const words = knownHeading(headingKey(line.text)) === null && isAboutWork(line.text);
    if (above !== undefined && special && alike && words && !isContact(above.text))
      joined[joined.length - 1] = join(content, above, line);
    else joined.push(line);
  }
  return joined;
}

/**
 * The pieces of a line from an offset on: "Jane Doe · Nurse · Bremen · mail" has four, while "DevOps Engineer ·
 * Software Architect", where nothing is a place or contact data, is one.
 */
function piecesAfterName(content: string, line: TextLine, from: number): readonly TextSpan[] {
  return piecesOf(content, from, line.end, /[^\t]+/gu).flatMap((cell) => {
    const label = TITLE_LABEL.exec(cell.text)?.[0].length ?? 0;
    const pieces = piecesOf(content, cell.start + label, cell.end, /[^|•·∙●]+/gu);
    return pieces.every((piece) => couldBeTitle(piece))
      ? [spanOf(content, cell.start + label, cell.end)]
      : pieces;
  });
}

const piecesOf = (
  content: string,
  start: number,
  end: number,
  piece: RegExp,
): readonly TextSpan[] =>
  [...content.slice(start, end).matchAll(piece)].map(({ 0: text, index }) =>
    trimSeparators(content, start + index, start + index + text.length),
  );

/** Neither contact data, a place, nor what the file is for. */
const isAboutWork = (text: string): boolean =>
  !isContact(text) && !isApplication(text) && locationScore(text) < 0.7;

function couldBeTitle({ text }: TextSpan): boolean {
  return (
    /\p{L}{2}/u.test(text) &&
    text.length > 2 &&
    text.length <= MAX_LENGTH &&
    isAboutWork(text) &&
    !/[!?”"]$/u.test(text) &&
    !(text.endsWith('.') && text.split(/\s+/u).length > 5)
  );
}

/**
 * A line next to the name that stands out, or speaks of a business: a title that no list knows. Contact data
 * and places may stand between.
 */
function unknownTitle(
  content: string,
  block: readonly TextLine[],
  bodySize: number | null,
): Found<string> | null {
  for (const line of block) {
    if (line.gapBefore || knownHeading(headingKey(line.text)) !== null) return null;
    if (isFormLine(line)) continue;
    const [piece] = piecesAfterName(content, line, line.start).filter(
      (one) => couldBeTitle(one) && !/\d|:/u.test(one.text) && !areDegrees(one.text),
    );
    if (piece === undefined) continue;
    const words = piece.text.split(/\s+/u).length;
    if (words > 8 || (words > 3 && isSentence(piece.text))) return null;
    const large = bodySize !== null && (line.fontSize ?? 0) > bodySize + 0.8;
    const business = wordsOf(piece.text).some((word) => isBusinessWord(word));
    return isAllCapitals(piece.text) || large || business ? headline(piece, 0.5) : null;
  }
  return null;
}

const headline = (span: TextSpan, confidence: number): Found<string> => ({
  // "RN-" over "BC": a hyphen at a line end joins.
  value: flow(span.text.replace(/(?<=\p{L})-\n\s*/gu, '-')),
  source: { start: span.start, end: span.end, confidence },
});
