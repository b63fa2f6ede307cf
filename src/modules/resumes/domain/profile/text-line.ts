import { type DocumentLine, type ExtractedDocument } from '../document/document';
import { flow, fold, spanOf, type TextSpan } from './text-span';

/** A line of the document as the profile reads it: its text, its cells and what its look says. */
export interface TextLine {
  /** Place among the lines of the document. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly page: number;
  readonly column: number;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly heading: boolean;
  readonly gapBefore: boolean;
  /** Begins with a bullet or a number of a list. */
  readonly bullet: boolean;
  /** Where the words begin, after a bullet. */
  readonly bodyStart: number;
  /** The parts that stand apart, the bullet not included; at least one, unless the line is empty. */
  readonly cells: readonly TextSpan[];
}

const BULLET =
  /^(?:[•●▪■◦○‣⁃∙·❖◆◇♦➢➤►▶▸▹▻✓✔✦★☆✶➔→»›–—*+◾◼□❑❏\uf000-\uf0ff]|ï‚·|â€¢|[+«¢®©](?=\s?\p{L})|-(?=\s)|o(?=\s+\p{Lu})|\(?\d{1,2}[.)](?=\s))[\s\u200b]*/u;

/** So many lines at the top are the person's own head, whatever later pages repeat. */
const HEAD_LINES = 6;

/** The lines that people read: repeated page heads, page numbers and dates of printing are left out. */
export function readTextLines(document: ExtractedDocument): readonly TextLine[] {
  const lines = document.lines
    .map((line, index) => toTextLine(document.content, line, index))
    .filter((line) => line.text !== '');
  const loose = looseColumns(lines);
  const repeated = repeatedTexts(lines);
  const edges = pageEdges(lines);
  return lines
    .filter(
      (line, index) =>
        !isFurniture(line, { atEdge: edges.has(line), isHead: index < HEAD_LINES, repeated }),
    )
    .map((line) => (loose.has(line.column) ? { ...line, gapBefore: false } : line));
}

function toTextLine(content: string, line: DocumentLine, index: number): TextLine {
  const { start, end, text } = spanOf(content, line.start, line.end);
  const mark = bulletLength(text);
  const bodyStart = start + mark;
  return {
    index,
    start,
    end,
    text,
    page: line.page,
    column: line.column,
    fontSize: line.fontSize,
    bold: line.bold,
    heading: line.heading,
    gapBefore: line.gapBefore ?? false,
    bullet: mark > 0,
    bodyStart,
    cells: cellsOf(content, bodyStart, end),
  };
}

/** How many characters of a bullet and the blanks behind it a text begins with; a lone sign is no bullet. */
export function bulletLength(text: string): number {
  const mark = BULLET.exec(text)?.[0] ?? '';
  return mark.trim() === text.trim() ? 0 : mark.length;
}

/** Tabs separate what stands apart; text files show the same by three or more blanks. */
function cellsOf(content: string, start: number, end: number): readonly TextSpan[] {
  const cells: TextSpan[] = [];
  let from = start;
  for (const gap of content.slice(start, end).matchAll(/\s*\t\s*|\s{3,}/gu)) {
    cells.push(spanOf(content, from, start + gap.index));
    from = start + gap.index + gap[0].length;
  }
  cells.push(spanOf(content, from, end));
  return cells.filter((cell) => cell.text !== '');
}

/** "Page 1 of 2", "1/2", "Jane Doe – 1/2", "Jane Doe · Curriculum Vitae 1", "Last updated in May 2024". */
const PAGE_NUMBER =
  /^(?:page\s*|seite\s*|p\.\s*)?[-–—]?\s*\d{1,2}\s*[-–—]?(?:\s*(?:of|von|de|sur|\/)\s*\d{1,2})?$/iu;
const ENDS_WITH_PAGE =
  /(?:[-–—·|\s]|page)\s*\d{1,2}\s*(?:\/|of|von)\s*\d{1,2}$|\bpage\s*\d{1,2}$/iu;
const PRINTED = /^(?:last\s+)?updated?\b.{0,40}$|^(?:stand|printed|generated)[: ].{0,30}\d{4}$/iu;
const DOCUMENT_FOOT =
  /(?:curriculum vitae|r[eé]sum[eé]|\bcv)\s*(?:[·|–-]\s*)?(?:page\s*)?\d{1,2}$/iu;

/** Columns in which nearly every line is set apart: there a gap says nothing. */
function looseColumns(lines: readonly TextLine[]): ReadonlySet<number> {
  const columns = new Set(lines.map((line) => line.column));
  return new Set(
    [...columns].filter((column) => {
      const own = lines.filter((line) => line.column === column);
      return own.length > 8 && own.filter((line) => line.gapBefore).length > 0.7 * own.length;
    }),
  );
}

/** First and last two lines of each page. */
function pageEdges(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const isEdge = (line: TextLine, index: number): boolean =>
    [index - 2, index + 2].some((near) => lines[near]?.page !== line.page);
  return new Set(lines.filter(isEdge));
}

function isFurniture(
  line: TextLine,
  {
    atEdge,
    isHead,
    repeated,
  }: { readonly atEdge: boolean; readonly isHead: boolean; readonly repeated: ReadonlySet<string> },
): boolean {
  if (PRINTED.test(line.text) && line.text.length < 60) return true;
  if (!atEdge) return false;
  if (PAGE_NUMBER.test(line.text)) return true;
  if (line.text.length < 80 && (ENDS_WITH_PAGE.test(line.text) || DOCUMENT_FOOT.test(line.text)))
    return true;
  // The head of the first page is the person's own; its repetitions on later pages are not read again.
  return repeated.has(furnitureKey(line.text)) && !isHead;
}

/** The text of a page head or foot: the same on every page but for the page's number. */
const furnitureKey = (text: string): string => fold(flow(text)).replace(/\d+/gu, '#');

function repeatedTexts(lines: readonly TextLine[]): ReadonlySet<string> {
  const pages = new Map<string, Set<number>>();
  for (const line of lines) {
    const key = furnitureKey(line.text);
    pages.set(key, (pages.get(key) ?? new Set()).add(line.page));
  }
  return new Set([...pages].filter(([, seen]) => seen.size > 1).map(([key]) => key));
}

/** Share of the letters that are capitals; 0 for a text without letters or without case. */
export function capitalShare(text: string): number {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper + lower === 0 ? 0 : upper / (upper + lower);
}

export const isAllCapitals = (text: string): boolean =>
  capitalShare(text) >= 0.85 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
