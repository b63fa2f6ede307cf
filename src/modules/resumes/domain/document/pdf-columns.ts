import { findAsides, toLines } from './pdf-asides';
import { findGutter, lengthOf } from './pdf-gutters';
import { toBands } from './pdf-headings';
import { centre, type Segment } from './pdf-segments';

/** Segments that are read as one line, left to right, and the column they stand in. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly column: number;
}

interface Arrangement {
  readonly rows: readonly Row[];
  /** True where two or more columns stand side by side over a good part of the page. */
  readonly columns: boolean;
}

const MAX_DEPTH = 6;
/** Share of the text that must stand side by side for a page to count as one of columns. */
const COLUMN_SHARE = 0.25;
/** The same by height: a sidebar has little text but runs along the page. */
const COLUMN_HEIGHT = 0.6;

/** Orders the segments of a page as a person reads them: columns one after the other. */
export function arrangeSegments(segments: readonly Segment[]): Arrangement {
  const asides = findAsides(toLines(segments));
  let besideLength = 0;
  let besideHeight = 0;
  const arrange = (part: readonly Segment[], column: number, depth: number): Row[] => {
    const lines = toLines(part);
    const gutter = depth < MAX_DEPTH ? findGutter(lines, asides) : null;
    if (!gutter) return lines.map((line) => ({ segments: inReadingOrder(line.segments), column }));
    const above = lines.slice(0, gutter.from).flatMap((line) => line.segments);
    const below = lines.slice(gutter.to).flatMap((line) => line.segments);
    besideHeight = Math.max(
      besideHeight,
      heightOf(lines.slice(gutter.from, gutter.to).flatMap((line) => line.segments)),
    );
    const rows = arrange(above, column, depth + 1);
    for (const band of toBands(lines.slice(gutter.from, gutter.to), gutter.x)) {
      const beside = band.flatMap((line) => line.segments);
      const left = beside.filter((segment) => centre(segment) < gutter.x);
      const right = beside.filter((segment) => centre(segment) >= gutter.x);
      besideLength += 2 * Math.min(lengthOf(left), lengthOf(right));
      const [first, second] = runsLeft(beside) ? [right, left] : [left, right];
      const firstRows = arrange(first, column, depth + 1);
      const lastColumn = firstRows.reduce((last, row) => Math.max(last, row.column), column);
      rows.push(...firstRows, ...arrange(second, lastColumn + 1, depth + 1));
    }
    return [...rows, ...arrange(below, column, depth + 1)];
  };
  const rows = arrange(segments, 0, 0);
  // A list of skills set in two columns does not make the page one of two columns.
  const much = besideLength > COLUMN_SHARE * lengthOf(segments);
  return { rows, columns: much || besideHeight > COLUMN_HEIGHT * heightOf(segments) };
}

function runsLeft(segments: readonly Segment[]): boolean {
  return segments.filter((segment) => segment.rightToLeft).length * 2 > segments.length;
}

function inReadingOrder(segments: readonly Segment[]): readonly Segment[] {
  return runsLeft(segments) ? segments.toReversed() : segments;
}

function heightOf(segments: readonly Segment[]): number {
  const baselines = segments.map((segment) => segment.baseline);
  return baselines.length === 0 ? 0 : Math.max(...baselines) - Math.min(...baselines);
}
