import type { TextRange, TextWindow } from './embedding.messages';

/** Natural seams, best first: a window prefers to end after a line, then a sentence, then a word. */
const UNITS = [
  /[^\n]*\n+|[^\n]+$/g,
  /[^.!?;]*[.!?;]+\s*|[^.!?;]+$/g,
  /\S+\s*|\s+/g,
  /[\s\S]{1,40}/gu,
];

/**
 * Cuts a range into consecutive windows of at most `maxWordPieces`, at line ends where possible, else
 * after sentences, words, or (for a single endless word) characters. Windows hold no blank edges.
 */
export function splitIntoWindows(
  text: string,
  range: TextRange,
  maxWordPieces: number,
  countWordPieces: (text: string) => number,
): TextWindow[] {
  const units = fittingUnits(text, range, 0, maxWordPieces, countWordPieces);
  const windows: TextWindow[] = [];
  let open: TextWindow | null = null;
  for (const unit of units) {
    const fits: boolean = open !== null && open.wordPieces + unit.wordPieces <= maxWordPieces;
    if (open !== null && fits) {
      open = { start: open.start, end: unit.end, wordPieces: open.wordPieces + unit.wordPieces };
      continue;
    }
    pushTrimmed(windows, text, open);
    open = unit;
  }
  pushTrimmed(windows, text, open);
  return windows;
}

function fittingUnits(
  text: string,
  range: TextRange,
  level: number,
  maxWordPieces: number,
  count: (text: string) => number,
): TextWindow[] {
  const pattern = UNITS[level];
  if (pattern === undefined) {
    return [{ ...range, wordPieces: maxWordPieces }];
  }
  const units: TextWindow[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(pattern)) {
    const start = range.start + match.index;
    const unit = { start, end: start + match[0].length };
    const wordPieces = count(match[0]);
    if (wordPieces <= maxWordPieces) {
      units.push({ ...unit, wordPieces });
    } else {
      units.push(...fittingUnits(text, unit, level + 1, maxWordPieces, count));
    }
  }
  return units;
}

function pushTrimmed(windows: TextWindow[], text: string, window: TextWindow | null): void {
  if (window === null) {
    return;
  }
  const slice = text.slice(window.start, window.end);
  const start = window.start + (slice.length - slice.trimStart().length);
  const end = window.end - (slice.length - slice.trimEnd().length);
  if (start < end) {
    windows.push({ start, end, wordPieces: window.wordPieces });
  }
}
