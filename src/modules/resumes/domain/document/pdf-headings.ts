import { type Line } from './pdf-asides';
import { centre, type Segment } from './pdf-segments';

const LONGEST_HEADING = 40;

/** The size of most of the text. */
export function usualSize(segments: readonly Segment[]): number {
  const sorted = [...segments].sort((a, b) => a.size - b.size);
  const half = sorted.reduce((length, one) => length + one.text.length, 0) / 2;
  let passed = 0;
  for (const segment of sorted) {
    passed += segment.text.length;
    if (passed >= half) return segment.size;
  }
  return 0;
}

/** Whether it looks like the heading of a section; a bold line alone may be the head of an entry. */
export function isHeadingLook(segment: Segment | undefined, usual: number): boolean {
  if (!segment || segment.text.length > LONGEST_HEADING) return false;
  const capitals = /\p{Lu}{3}/u.test(segment.text) && !/\p{Ll}/u.test(segment.text);
  return segment.size > usual * 1.08 || (segment.bold && capitals);
}

/**
 * The heading in `first..end` whose section goes on into the line `end`: from it on, no space
 * between lines is wider than the one above it. Null when there is none.
 */
export function headingCut(
  lines: readonly Line[],
  first: number,
  end: number,
  usual: number,
): number | null {
  const gapAbove = (index: number): number =>
    (lines[index]?.baseline ?? 0) - (lines[index - 1]?.baseline ?? 0);
  let widest = 0;
  for (let index = end; index >= first; index -= 1) {
    const line = lines[index];
    if (line?.segments.length === 1 && isHeadingLook(line.segments[0], usual)) {
      return gapAbove(index) >= widest ? index : null;
    }
    widest = Math.max(widest, gapAbove(index));
  }
  return null;
}

/**
 * Cuts the lines beside a gutter where headings stand on one baseline on both sides: such pages are
 * rows of pairs, read row by row. Two columns on their own can have headings on one baseline as
 * well, but then most of their headings have no such partner.
 */
export function toBands(lines: readonly Line[], x: number): Line[][] {
  const usual = usualSize(lines.flatMap((line) => line.segments));
  const pairs = lines.filter((line, index) => {
    const above = lines[index - 1];
    return above && line.baseline - above.baseline > 1.6 * usual && isHeadingPair(line, x, usual);
  });
  const look = pairs[0]?.segments[0];
  if (!look || countSetApart(lines, x, look, usual) - 2 * pairs.length > pairs.length) {
    return [[...lines]];
  }
  const bands: Line[][] = [];
  for (const line of lines) {
    const band = bands.at(-1);
    if (band && !pairs.includes(line)) band.push(line);
    else bands.push([line]);
  }
  return bands;
}

/** How many lines of a look stand alone in their column, apart from what is above them there. */
function countSetApart(lines: readonly Line[], x: number, look: Segment, usual: number): number {
  const sides = [
    lines.map((line) => line.segments.filter((one) => centre(one) < x)),
    lines.map((line) => line.segments.filter((one) => centre(one) >= x)),
  ];
  return sides.flatMap((side) => {
    const filled = side.filter((segments) => segments.length > 0);
    return filled.filter(([one, other], index) => {
      if (!one || other || !isSameLook(one, look)) return false;
      const above = filled[index - 1]?.[0];
      return !above || one.baseline - above.baseline > 1.6 * usual;
    });
  }).length;
}

function isSameLook(one: Segment, other: Segment): boolean {
  return Math.abs(one.size - other.size) < 0.5 && one.bold === other.bold;
}

function isHeadingPair(line: Line, x: number, usual: number): boolean {
  const left = line.segments.filter((segment) => centre(segment) < x);
  const right = line.segments.filter((segment) => centre(segment) >= x);
  const [one, other] = [left[0], right[0]];
  if (!one || !other || left.length > 1 || right.length > 1) return false;
  const stands = one.size > usual * 1.1 || one.bold;
  const short = one.text.length < LONGEST_HEADING && other.text.length < LONGEST_HEADING;
  return isSameLook(one, other) && stands && short;
}
