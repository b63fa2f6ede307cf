import { type TextLine } from './text-line';
import { spanOf } from './text-span';

/** A line as full as this share of the widest one was broken by the margin. */
const FULL = 0.9;

/**
 * Joins the lines of a bold heading that a narrow column broke ("Certificate in Emergency" / "Medical
 * Services"): same look, no gap between, and the first word of the second would not have fitted.
 */
export function joinWrappedHeads(content: string, lines: readonly TextLine[]): readonly TextLine[] {
  const widest = widestOf(lines);
  const joined: TextLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above !== undefined && isWrapped(above, line, widest(above)))
      joined[joined.length - 1] = join(content, above, line);
    else joined.push(line);
  }
  return joined;
}

function isWrapped(above: TextLine, line: TextLine, widest: number): boolean {
  if (!above.bold || !sameLook(above, line) || line.gapBefore || line.bullet) return false;
  if (above.cells.length > 1 || line.cells.length > 1) return false;
  const last = above.text.slice(above.text.lastIndexOf('\n') + 1);
  const word = line.text.split(/\s/u)[0] ?? '';
  return (last.length + 1 + word.length) * sizeOf(above) >= FULL * widest;
}

const sizeOf = (line: TextLine): number => line.fontSize ?? 10;

/** Set in the same type on the same page and column. */
export const sameLook = (above: TextLine, line: TextLine): boolean =>
  above.bold === line.bold &&
  above.fontSize === line.fontSize &&
  above.column === line.column &&
  above.page === line.page;

function widestOf(lines: readonly TextLine[]): (line: TextLine) => number {
  const widths = new Map<string, number>();
  const key = (line: TextLine): string => `${line.page}/${line.column}`;
  for (const line of lines)
    widths.set(key(line), Math.max(widths.get(key(line)) ?? 0, line.text.length * sizeOf(line)));
  return (line) => widths.get(key(line)) ?? 0;
}

/** Two lines as one; its text holds the line end, as the content does. */
export function join(content: string, above: TextLine, line: TextLine): TextLine {
  const text = content.slice(above.start, line.end);
  const cells = [spanOf(content, above.bodyStart, line.end)];
  return { ...above, end: line.end, text, cells };
}
