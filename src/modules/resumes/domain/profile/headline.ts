import { type ContactZone } from './contact-zone';
import { type Found } from './contact';
import { bodySizeOf } from './heading-style';
import { isOccupation, titleScore } from './line-words';
import { locationScore } from './locations';
import { headingKey, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';
import { flow, trimSeparators, type TextSpan } from './text-span';
import { join, sameLook } from './wrapped-lines';

const CONTACT =
  /@|https?:|www\.|linkedin|github|\+?\d[\d\s().-]{7,}\d|\b(?:phone|tel|email|e-mail|address|born|status)\b\s*:/iu;
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
  return name === null ? firstLine(content, lines) : besideName(content, zone, lines, name);
}

function firstLine(content: string, lines: readonly TextLine[]): Found<string> | null {
  const first = lines
    .slice(0, 3)
    .find(
      (line) => line.text.length > 2 && !/^(?:r[eé]sum[eé]|curriculum vitae|cv)$/iu.test(line.text),
    );
  const cell = first?.cells[0];
  if (
    first === undefined ||
    cell === undefined ||
    first.text.length > MAX_LENGTH ||
    CONTACT.test(first.text)
  )
    return null;
  if (knownHeading(headingKey(first.text)) !== null || /[.!?]$/u.test(first.text)) return null;
  const occupation = isOccupation(first.text);
  // A line of capitals above everything else is the title even when no list knows the occupation.
  const shouted = isAllCapitals(first.text) && first.text.split(/\s+/u).length <= 8;
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
  const named = pool.filter(
    (line) => line === own || line.text.toLowerCase().startsWith(name.value.toLowerCase()),
  );
  const below = pool.slice(at + 1).filter((line) => line.start >= name.source.end);
  const near = [
    ...joinLooks(content, below.slice(0, LINES_AFTER_NAME), bodySizeOf(lines)),
    ...pool.slice(0, at),
  ];
  const candidates = [
    ...named.flatMap((line) =>
      piecesAfterName(
        content,
        line,
        line === own ? name.source.end : line.start + name.value.length,
      ),
    ),
    ...near
      .filter((line) => line.cells[0]?.text.endsWith(':') !== true)
      .flatMap((line) => piecesAfterName(content, line, line.start)),
  ];
  for (const candidate of candidates) {
    const piece = trimSeparators(content, candidate.start, candidate.end);
    if (!couldBeTitle(piece)) continue;
    if (titleScore(piece.text) >= 0.8) return headline(piece, 0.85);
  }
  return shortLineBelow(content, pool, at);
}

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
    const words = knownHeading(headingKey(line.text)) === null && !CONTACT.test(line.text);
    if (above !== undefined && special && alike && words && !CONTACT.test(above.text))
      joined[joined.length - 1] = join(content, above, line);
    else joined.push(line);
  }
  return joined;
}

/** "Jane Doe · Nurse · Bremen": the pieces of a line from an offset on, the whole rest first. */
function piecesAfterName(content: string, line: TextLine, from: number): readonly TextSpan[] {
  const rest = content.slice(from, line.end);
  // "DevOps Engineer · Software Architect" is one headline, "Nurse · Bremen · mail" is not.
  const whole = trimSeparators(content, from, line.end);
  const titles = whole.text.split(/[|•·∙\t]/u);
  if (titles.length > 1 && titles.every((title) => isOccupation(title))) return [whole];
  const pieces = [...rest.matchAll(/[^|•·∙\t]+/gu)];
  return pieces.map((piece) =>
    trimSeparators(content, from + piece.index, from + piece.index + piece[0].length),
  );
}

function couldBeTitle({ text }: TextSpan): boolean {
  return (
    text.length > 2 &&
    text.length <= MAX_LENGTH &&
    !CONTACT.test(text) &&
    !/[.!?”"]$/u.test(text) &&
    locationScore(text) < 0.7
  );
}

/** Directly under the name, set larger than the text or in capitals: a title that no list knows. */
function shortLineBelow(
  content: string,
  pool: readonly TextLine[],
  at: number,
): Found<string> | null {
  const below = pool[at + 1];
  const after = pool[at + 2];
  if (below?.cells.length !== 1 || below.gapBefore) return null;
  const piece = trimSeparators(content, below.start, below.end);
  const words = piece.text.split(/\s+/u).length;
  const prominent =
    isAllCapitals(piece.text) ||
    (typeof after?.fontSize === 'number' && (below.fontSize ?? 0) > after.fontSize + 0.8);
  if (!couldBeTitle(piece) || words > 7 || !prominent || /\d/u.test(piece.text)) return null;
  return headline(piece, 0.5);
}

const headline = (span: TextSpan, confidence: number): Found<string> => ({
  value: flow(span.text),
  source: { start: span.start, end: span.end, confidence },
});
