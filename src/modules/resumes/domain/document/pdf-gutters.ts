import { type Line } from './pdf-asides';
import { headingCut, isHeadingLook, usualSize } from './pdf-headings';
import { centre, type Segment } from './pdf-segments';

/** A strip between two columns, and the range of lines in which nothing crosses it. */
export interface Gutter {
  readonly x: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Texts at margins with the text they belong to; see `findAsides`. */
type Asides = ReadonlyMap<Segment, Segment>;

/** Lines that each side of a gutter must have before it can separate columns. */
const MIN_COLUMN_LINES = 3;
/** Distance in points between the places that are tried for a gutter. */
const GRID_STEP = 3;
/** How far from the middle of all columns, as a share of their width, a centred line may be. */
const CENTRED = 0.06;

export function findGutter(lines: readonly Line[], asides: Asides): Gutter | null {
  const segments = lines.flatMap((one) => one.segments);
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const usual = usualSize(segments);
  const taken = lines.map((line) => takenBy(line, asides));
  let best: Gutter | null = null;
  let bestWeight = 0;
  for (let x = left + GRID_STEP; x < right; x += GRID_STEP) {
    for (const range of openRanges(lines, taken, x)) {
      const gutter = trimRange(lines, { x, ...range }, usual);
      const weight = columnWeight(lines.slice(gutter.from, gutter.to), x, usual);
      if (weight > bestWeight) {
        best = gutter;
        bestWeight = weight;
      }
    }
  }
  return best;
}

export function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((length, one) => length + one.text.length, 0);
}

interface Interval {
  readonly left: number;
  readonly right: number;
}

/** What of a line's width is text, or lies between a text and the date at its margin. */
function takenBy(line: Line, asides: Asides): readonly Interval[] {
  return line.segments.map((segment) => {
    const beside = asides.get(segment) ?? segment;
    return {
      left: Math.min(segment.left, beside.left),
      right: Math.max(segment.right, beside.right),
    };
  });
}

/** Runs of lines in which nothing crosses the strip around `x`. */
function openRanges(
  lines: readonly Line[],
  taken: readonly (readonly Interval[])[],
  x: number,
): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (const [index, line] of lines.entries()) {
    const half = Math.max(5, 0.6 * line.size) / 2;
    const blocked = taken[index]?.some((one) => one.left < x + half && one.right > x - half);
    if (blocked !== true) from ??= index;
    else if (from !== null) {
      ranges.push({ from, to: index });
      from = null;
    }
  }
  if (from !== null) ranges.push({ from, to: lines.length });
  return ranges.filter((range) => range.to - range.from >= MIN_COLUMN_LINES);
}

/** Cuts one-sided lines off both ends that belong to the full-width text above or below. */
function trimRange(lines: readonly Line[], gutter: Gutter, usual: number): Gutter {
  const { x } = gutter;
  const hasLeft = (line: Line): boolean => line.segments.some((one) => centre(one) < x);
  const hasRight = (line: Line): boolean => line.segments.some((one) => centre(one) >= x);
  const inside = lines.slice(gutter.from, gutter.to);
  const lastRight = inside.findLastIndex(hasRight);
  const [firstLeft, firstRight] = [inside.findIndex(hasLeft), inside.findIndex(hasRight)];
  let { from, to } = gutter;
  if (to < lines.length && lastRight >= 0) {
    const first = from + lastRight + 1;
    to = headingCut(lines, first, to, usual) ?? widestGap(lines, from, first, to) ?? to;
  }
  if (firstLeft > 0) {
    const first = from + firstLeft;
    const isHeader = isHeaderAbove(inside, firstLeft);
    from = isHeader ? first : from > 0 ? (widestGap(lines, to - 1, from, first) ?? from) : from;
  } else if (from > 0 && firstRight > 0) {
    // What only the left column has is read first in any case.
    const start = inside.findLastIndex(
      (line, index) => index <= firstRight && isHeadingLook(line.segments[0], usual),
    );
    if (start > 0) from += start;
  }
  return { x, from, to };
}

/** Whether the lines above the left column are a header over all columns, centred over them. */
function isHeaderAbove(inside: readonly Line[], firstLeft: number): boolean {
  const whole = extentOf(inside);
  const middle = (whole.left + whole.right) / 2;
  return inside.slice(0, firstLeft).every((line) => {
    const { left, right } = extentOf([line]);
    return Math.abs((left + right) / 2 - middle) < (whole.right - whole.left) * CENTRED;
  });
}

function extentOf(lines: readonly Line[]): Interval {
  const segments = lines.flatMap((line) => line.segments);
  return {
    left: Math.min(...segments.map((segment) => segment.left)),
    right: Math.max(...segments.map((segment) => segment.right)),
  };
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
function columnWeight(lines: readonly Line[], x: number, usual: number): number {
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
  const headed = isHeaded(left, right, usual) && chain >= MIN_COLUMN_LINES;
  if (!independent && !wordy && !dense && !headed) return 0;
  return Math.min(lengthOf(leftLines.flat()), lengthOf(rightLines.flat())) + fewer;
}

/** Whether both sides begin with a heading larger than the text, which the head of a table is not. */
function isHeaded(
  left: readonly (readonly Segment[])[],
  right: readonly (readonly Segment[])[],
  usual: number,
): boolean {
  const [one, other] = [left[0]?.at(-1), right[0]?.[0]];
  if (!one || !other || Math.abs(one.size - other.size) > 0.5) return false;
  return one.size > usual * 1.08 && left[1]?.length !== 0 && right[1]?.length !== 0;
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
