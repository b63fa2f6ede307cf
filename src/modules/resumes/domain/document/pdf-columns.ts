import { type Segment } from './pdf-segments';

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

interface Line {
  readonly baseline: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

interface Gutter {
  readonly x: number;
  /** Range of lines in which nothing crosses the gutter; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

const MAX_DEPTH = 6;
/** Lines that each side of a gutter must have before it can separate columns. */
const MIN_COLUMN_LINES = 3;
/** Share of the text that must stand side by side for a page to count as one of columns. */
const COLUMN_SHARE = 0.25;
/** The same by height: a sidebar has little text but runs along the page. */
const COLUMN_HEIGHT = 0.6;
/** Distance in points between the places that are tried for a gutter. */
const GRID_STEP = 3;

/** Orders the segments of a page as a person reads them: columns one after the other. */
export function arrangeSegments(segments: readonly Segment[]): Arrangement {
  let besideLength = 0;
  let besideHeight = 0;
  const arrange = (part: readonly Segment[], column: number, depth: number): Row[] => {
    const lines = toLines(part);
    const gutter = depth < MAX_DEPTH ? findGutter(lines) : null;
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

function centre(segment: Segment): number {
  return (segment.left + segment.right) / 2;
}

function toLines(segments: readonly Segment[]): Line[] {
  const lines: { baseline: number; size: number; segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && segment.baseline - line.baseline <= 0.4 * Math.min(segment.size, line.size)) {
      line.segments.push(segment);
    } else {
      lines.push({ baseline: segment.baseline, size: segment.size, segments: [segment] });
    }
  }
  for (const line of lines) line.segments.sort((a, b) => a.left - b.left);
  return lines;
}

/**
 * Cuts the lines beside a gutter where headings of one look stand on one baseline on both sides:
 * such pages are rows of pairs, read row by row.
 */
function toBands(lines: readonly Line[], x: number): Line[][] {
  const sizes = lines.flatMap((one) => one.segments.map((segment) => segment.size));
  const usual = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const bands: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const band = bands.at(-1);
    const above = lines[index - 1];
    const apart = above ? line.baseline - above.baseline > 1.6 * usual : true;
    if (band && !(apart && isHeadingPair(line, x, usual))) band.push(line);
    else bands.push([line]);
  }
  return bands;
}

function isHeadingPair(line: Line, x: number, usual: number): boolean {
  const left = line.segments.filter((segment) => centre(segment) < x);
  const right = line.segments.filter((segment) => centre(segment) >= x);
  const [one, other] = [left[0], right[0]];
  if (!one || !other || left.length > 1 || right.length > 1) return false;
  const alike = Math.abs(one.size - other.size) < 0.5 && one.bold === other.bold;
  const stands = one.size > usual * 1.1 || one.bold;
  return alike && stands && one.text.length < 40 && other.text.length < 40;
}

function findGutter(lines: readonly Line[]): Gutter | null {
  const segments = lines.flatMap((one) => one.segments);
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  let best: Gutter | null = null;
  let bestWeight = 0;
  for (let x = left + GRID_STEP; x < right; x += GRID_STEP) {
    for (const range of openRanges(lines, x)) {
      const gutter = trimRange(lines, { x, ...range });
      const weight = columnWeight(lines.slice(gutter.from, gutter.to), x);
      if (weight > bestWeight) {
        best = gutter;
        bestWeight = weight;
      }
    }
  }
  return best;
}

/** Runs of lines in which no segment crosses the strip around `x`. */
function openRanges(lines: readonly Line[], x: number): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (const [index, line] of lines.entries()) {
    const half = Math.max(5, 0.6 * line.size) / 2;
    const blocked = line.segments.some(
      (segment) => segment.left < x + half && segment.right > x - half,
    );
    if (!blocked) from ??= index;
    else if (from !== null) {
      ranges.push({ from, to: index });
      from = null;
    }
  }
  if (from !== null) ranges.push({ from, to: lines.length });
  return ranges.filter((range) => range.to - range.from >= MIN_COLUMN_LINES);
}

/**
 * Cuts one-sided lines off both ends where a clearly widest gap shows that they belong to the
 * full-width text beside them, such as the heading above it.
 */
function trimRange(lines: readonly Line[], gutter: Gutter): Gutter {
  const hasLeft = (line: Line): boolean => line.segments.some((one) => centre(one) < gutter.x);
  const hasRight = (line: Line): boolean => line.segments.some((one) => centre(one) >= gutter.x);
  const inside = lines.slice(gutter.from, gutter.to);
  const lastRight = inside.findLastIndex(hasRight);
  const firstLeft = inside.findIndex(hasLeft);
  let { from, to } = gutter;
  if (to < lines.length && lastRight >= 0) {
    to = widestGap(lines, from, from + lastRight + 1, to) ?? to;
  }
  if (from > 0 && firstLeft > 0) {
    from = widestGap(lines, to - 1, from, from + firstLeft) ?? from;
  }
  return { x: gutter.x, from, to };
}

/**
 * The index in `first..last` above which the space is clearly wider than anywhere else between
 * there and `other`, the far end of the column; null where no gap stands out.
 */
function widestGap(
  lines: readonly Line[],
  other: number,
  first: number,
  last: number,
): number | null {
  const gapAbove = (index: number): number =>
    (lines[index]?.baseline ?? 0) - (lines[index - 1]?.baseline ?? 0);
  let at: number | null = null;
  let widest = 0;
  for (let index = Math.max(first, 1); index <= last && index < lines.length; index += 1) {
    if (gapAbove(index) > widest) {
      widest = gapAbove(index);
      at = index;
    }
  }
  const low = Math.max(Math.min(other, first) + 1, 1);
  for (let index = low; index <= Math.max(other, last) && index < lines.length; index += 1) {
    if (index !== at && gapAbove(index) * 1.25 > widest) return null;
  }
  return at;
}

/** How much text the gutter separates; 0 where the two sides are rows of a table or dates at a margin. */
function columnWeight(lines: readonly Line[], x: number): number {
  const left = lines.map((one) => one.segments.filter((segment) => centre(segment) < x));
  const right = lines.map((one) => one.segments.filter((segment) => centre(segment) >= x));
  const leftLines = left.filter((segments) => segments.length > 0);
  const rightLines = right.filter((segments) => segments.length > 0);
  const fewer = Math.min(leftLines.length, rightLines.length);
  const more = Math.max(leftLines.length, rightLines.length);
  if (fewer < MIN_COLUMN_LINES) return 0;
  const shared = lines.filter(
    (_, index) => (left[index]?.length ?? 0) > 0 && (right[index]?.length ?? 0) > 0,
  ).length;
  const smaller = leftLines.length <= rightLines.length ? leftLines : rightLines;
  const perLine = lengthOf(smaller.flat()) / fewer;
  const chain = longestChain(smaller);
  const ratio = fewer / more;
  const independent = shared / fewer < 0.6 && chain >= MIN_COLUMN_LINES;
  const wordy = perLine >= 22 && ratio >= 0.45 && fewer >= 5;
  const table = shared / more >= 0.85 && perLine <= 25;
  const dense = chain >= 5 && ratio >= 0.4 && !table;
  if (!independent && !wordy && !dense) return 0;
  return Math.min(lengthOf(leftLines.flat()), lengthOf(rightLines.flat())) + fewer;
}

function heightOf(segments: readonly Segment[]): number {
  const baselines = segments.map((segment) => segment.baseline);
  return baselines.length === 0 ? 0 : Math.max(...baselines) - Math.min(...baselines);
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((length, one) => length + one.text.length, 0);
}

/** The most lines in a row that follow each other at the distance of running text. */
function longestChain(lines: readonly (readonly Segment[])[]): number {
  let longest = 0;
  let current = 0;
  const firsts = lines.flatMap((segments) => segments.slice(0, 1));
  firsts.forEach((first, index) => {
    const above = firsts[index - 1] ?? first;
    const distance = first.baseline - above.baseline;
    current = distance <= 2 * Math.max(first.size, above.size) ? current + 1 : 1;
    longest = Math.max(longest, current);
  });
  return longest;
}
