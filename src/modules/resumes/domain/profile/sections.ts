import { type HeadingStyle, learnHeadingStyle } from './heading-style';
import { type Section, type SectionKind } from './profile';
import {
  headingKey,
  isEveryday,
  joinSpacedLetters,
  knownHeading,
  likelyHeading,
} from './section-headings';
import { isOccupation } from './line-words';
import { bulletLength, capitalShare, isAllCapitals, type TextLine } from './text-line';
import { type TextSpan } from './text-span';

/** A section with the lines it consists of; a sidebar or a page break may tear them apart. */
export interface SectionLines {
  readonly kind: SectionKind;
  readonly heading: string | null;
  /** Without the heading's own line, unless text follows the heading on it. */
  readonly lines: readonly TextLine[];
}

export interface SectionMap {
  /** In reading order; the lines of a torn section are together at its first part. */
  readonly groups: readonly SectionLines[];
  /** The parts as they lie in `content`, without gaps. */
  readonly sections: readonly Section[];
}

interface Heading {
  readonly kind: SectionKind;
  readonly text: string;
  /** What stands on the heading's line after it. */
  readonly rest: TextLine | null;
}

interface OpenSection {
  readonly kind: SectionKind;
  readonly heading: string | null;
  readonly lines: TextLine[];
}

/** Cuts the document into sections by its headings, following columns over the pages. */
export function findSections(lines: readonly TextLine[], contentLength: number): SectionMap {
  const style = learnHeadingStyle(lines);
  const groups: OpenSection[] = [];
  const sections: Section[] = [];
  const openIn = new Map<number, OpenSection>();
  let current: OpenSection = { kind: 'header', heading: null, lines: [] };
  groups.push(current);
  let previous: TextLine | null = null;
  for (const [position, line] of lines.entries()) {
    const heading = headingOf(line, { style, lines, position, current: current.kind });
    const before: OpenSection = current;
    if (heading !== null) {
      current = {
        kind: heading.kind,
        heading: heading.text,
        lines: heading.rest === null ? [] : [heading.rest],
      };
      groups.push(current);
    } else {
      current = continued(line, previous, current, { openIn, style, groups });
      current.lines.push(line);
    }
    openIn.set(line.column, current);
    if (current !== before || sections.length === 0) {
      const shown = heading === null ? null : heading.text;
      sections.push({ kind: current.kind, heading: shown, start: line.start, end: line.end });
    }
    previous = line;
  }
  return { groups, sections: closeGaps(sections, contentLength) };
}

/** Each section ends where the next one begins, so that together they cover the content. */
function closeGaps(sections: readonly Section[], contentLength: number): readonly Section[] {
  return sections.map((section, index) => ({
    ...section,
    start: index === 0 ? 0 : section.start,
    end: sections[index + 1]?.start ?? contentLength,
  }));
}

/** The section of a line without a heading: the one above it, or the one its column was in before. */
function continued(
  line: TextLine,
  previous: TextLine | null,
  current: OpenSection,
  around: {
    readonly openIn: ReadonlyMap<number, OpenSection>;
    readonly style: HeadingStyle;
    readonly groups: OpenSection[];
  },
): OpenSection {
  const { headingSize } = around.style;
  const looksLikeName =
    line.page === 1 &&
    headingSize !== null &&
    line.fontSize !== null &&
    line.fontSize > headingSize + 1;
  const elsewhere = previous !== null && previous.column !== line.column;
  // A text box with the head may lie anywhere, even in a section.
  const headless = around.groups.every(
    ({ kind, lines }) => kind !== 'header' || lines.length === 0,
  );
  if (
    looksLikeName &&
    previous?.page === line.page &&
    current.kind !== 'header' &&
    (elsewhere || headless)
  ) {
    const header: OpenSection = { kind: 'header', heading: null, lines: [] };
    around.groups.push(header);
    return header;
  }
  if (previous === null || (previous.column === line.column && previous.page === line.page))
    return current;
  const goesOn = previous.page !== line.page || line.column < previous.column;
  return (goesOn ? around.openIn.get(line.column) : undefined) ?? current;
}

interface HeadingContext {
  readonly style: HeadingStyle;
  readonly lines: readonly TextLine[];
  readonly position: number;
  readonly current: SectionKind;
}

function headingOf(line: TextLine, context: HeadingContext): Heading | null {
  const [first] = line.cells;
  if (first === undefined || first.text.length > 70) return null;
  if (line.cells.length > 1 && !isLetterSpaced(line)) return marginHeading(line, first, context);
  const whole =
    line.cells.length > 1 ? { start: line.start, end: line.end, text: joinCells(line) } : first;
  const kind = wholeLineHeading(line, whole, context);
  if (kind !== null)
    return { kind, text: line.cells.length > 1 ? line.text : first.text, rest: null };
  if (line.cells.length > 1) return null;
  return inlineHeading(line, context);
}

/** "ws EDUCATION": OCR reads an icon or a rule before the heading as small letters. */
function headingBehindNoise(text: string): SectionKind | null {
  const rest = /^\p{Ll}{1,6}\s+(?<rest>\p{Lu}[\p{Lu}\s&/]{3,})$/u.exec(text)?.groups?.['rest'];
  return rest === undefined ? null : knownHeading(headingKey(rest));
}

/** "W O R K   H I S T O R Y": the wide blanks are only those between its words. */
const isLetterSpaced = (line: TextLine): boolean =>
  line.cells.every((cell) => joinSpacedLetters(cell.text) !== cell.text || cell.text.length === 1);

const joinCells = (line: TextLine): string =>
  line.cells.map((cell) => joinSpacedLetters(cell.text)).join(' ');

function wholeLineHeading(
  line: TextLine,
  cell: TextSpan,
  context: HeadingContext,
): SectionKind | null {
  const key = headingKey(cell.text);
  if (key === '' || /[.,;!?]$/u.test(cell.text) || /\p{N}{3}/u.test(cell.text)) return null;
  const { style } = context;
  const looks = style.matches(line) && style.isDistinct;
  const strong = looks || line.heading || isAllCapitals(cell.text) || (line.bold && !line.bullet);
  const noisy = headingBehindNoise(cell.text);
  if (noisy !== null) return noisy;
  const known = knownHeading(key);
  if (known !== null) {
    if (!/^\p{Lu}/u.test(cell.text.replace(/^[^\p{L}]+/u, '')) && !strong) return null;
    if (line.bullet && !strong) return null;
    // "Publications:" within an entry, in a resume whose headings all look different.
    if (style.isSettled && !looks && !line.heading && cell.text.endsWith(':')) return null;
    if (looks || !isEveryday(key)) return known;
    // A sidebar may have headings of its own look; they are larger than the text and in capitals.
    const marked = isAllCapitals(cell.text) && (line.fontSize ?? 0) >= (style.bodySize ?? 0) + 0.8;
    if (style.isDistinct && !line.heading && !marked) return null;
    return strong || line.gapBefore || cell.text.endsWith(':') ? known : null;
  }
  if (line.bullet && !looks) return null;
  return unknownHeading(line, key, context, { looks, strong });
}

function unknownHeading(
  line: TextLine,
  key: string,
  { style, position, current }: HeadingContext,
  { looks, strong }: { readonly looks: boolean; readonly strong: boolean },
): SectionKind | null {
  const words = key.split(' ');
  if (words.length > 6 || !strong || position < 1) return null;
  // Where headings are only bold, so are titles of entries: those have no gap above and more words.
  const onlyBold =
    !line.heading &&
    !isAllCapitals(line.text) &&
    (line.fontSize ?? 0) < (style.bodySize ?? 0) + 0.8;
  if (onlyBold && (!line.gapBefore || words.length > 3)) return null;
  const larger = style.bodySize !== null && (line.fontSize ?? 0) >= style.bodySize + 0.8;
  const likely = likelyHeading(key);
  // An entry's own head ("Senior Engineer", "TEACHING ASSISTANT") is often set like a heading.
  if (
    likely !== null &&
    (looks || line.heading || (isAllCapitals(line.text) && !isOccupation(line.text)))
  )
    return likely;
  if (!looks || isOccupation(line.text)) return null;
  const capitals = isAllCapitals(line.text);
  if (!larger && !line.heading && !(capitals && line.bold)) return null;
  return current === 'header' && !larger ? null : 'other';
}

/** A heading in the left margin beside the first line of its section. */
function marginHeading(line: TextLine, first: TextSpan, context: HeadingContext): Heading | null {
  const kind = knownHeading(headingKey(first.text));
  if (kind === null || context.current === kind || line.bullet) return null;
  if (first.text.endsWith(':')) return null;
  const capitals = isAllCapitals(first.text) && capitalShare(line.text) < 0.7;
  const everyday = isEveryday(headingKey(first.text));
  const listed = context.current === 'skills' || everyday;
  if (listed && !capitals) return null;
  if (!capitals && !line.gapBefore) return null;
  return { kind, text: first.text, rest: withoutFirstCell(line) };
}

function withoutFirstCell(line: TextLine): TextLine | null {
  const cells = line.cells.slice(1);
  const [first] = cells;
  if (first === undefined) return null;
  const text = line.text.slice(first.start - line.start);
  const mark = bulletLength(text);
  const bodyStart = first.start + mark;
  const own = { ...first, start: bodyStart, text: first.text.slice(mark) };
  return {
    ...line,
    start: first.start,
    bodyStart,
    text,
    cells: [own, ...cells.slice(1)],
    bullet: mark > 0,
  };
}

const INLINE = /^(?<label>[\p{L}&/ ]{4,40}?)\s*(?::|\s[–—-])\s*(?=\S)/u;
const INLINE_KINDS: ReadonlySet<SectionKind> = new Set([
  'summary',
  'skills',
  'education',
  'experience',
  'certifications',
  'interests',
  'languages',
  'references',
]);

/** The short sections at the end, which often are one line each: "Hobbies: hiking, reading". */
const CLOSING_KINDS: ReadonlySet<SectionKind> = new Set([
  'education',
  'certifications',
  'languages',
  'interests',
  'references',
]);

/** "OBJECTIVE: to work as …", "Skills: cooking, baking": the section begins on the line itself. */
function inlineHeading(line: TextLine, context: HeadingContext): Heading | null {
  const match = line.bullet ? null : INLINE.exec(line.text);
  const label = match?.groups?.['label'];
  if (match === null || label === undefined) return null;
  const key = headingKey(label);
  const kind = knownHeading(key);
  if (kind === null || !INLINE_KINDS.has(kind) || context.current === kind) return null;
  const capitals = isAllCapitals(label);
  const outside = ['header', 'summary', 'other'].includes(context.current);
  // Inside lists and entries such labels are everyday words: "Languages: Python", "Goals: to test".
  const closing = CLOSING_KINDS.has(kind) && CLOSING_KINDS.has(context.current);
  if (isEveryday(key) && !(line.gapBefore && (capitals || outside || closing))) return null;
  if (!capitals && !line.bold && !((outside || closing) && line.gapBefore)) return null;
  if (context.current === 'experience' && !capitals) return null;
  const start = line.start + match[0].length;
  const text = line.text.slice(match[0].length);
  const cells = [{ start, end: line.end, text }];
  return {
    kind,
    text: label,
    rest: { ...line, start, bodyStart: start, text, cells, bullet: false },
  };
}
