import { type Segment } from './pdf-segments';

/** Text on one baseline, in parts from left to right. */
export interface Line {
  readonly baseline: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** A date or a place is this short; running text at the margin of a column is longer. */
const LONGEST_ASIDE = 32;
/** How far in points the right edges of one margin may differ. */
const SAME_EDGE = 2.5;
/** A date may have a place below it, each in a line with other text; more is a column. */
const TALLEST_STACK = 2;
const FEWEST_ASIDES = 2;
/** A page with more is no resume, and each is compared with all others. */
const MOST_ASIDES = 300;
/** Share of figures among the signs of "September 2016 - December 2018". */
const DATE_FIGURES = 0.25;
/** Share of the texts at a margin that must stand in a line with other text. */
const PAIRED_SHARE = 0.7;

export function toLines(segments: readonly Segment[]): Line[] {
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
 * Finds what stands at a margin of a column in a line with text of that column, such as the dates of
 * an entry, each with the text that it belongs to. Whatever lies between the two is no space between
 * columns, however wide it is.
 */
export function findAsides(lines: readonly Line[]): ReadonlyMap<Segment, Segment> {
  return new Map([...asidesAt(lines, 'left'), ...asidesAt(lines, 'right')]);
}

type Side = 'left' | 'right';

function asidesAt(lines: readonly Line[], side: Side): ReadonlyMap<Segment, Segment> {
  const candidates = new Map<Segment, Segment>();
  const alone: Segment[] = [];
  lines.forEach((line, index) => {
    line.segments.forEach((segment, place) => {
      if (segment.text.length > LONGEST_ASIDE) return;
      const beside = line.segments[side === 'right' ? place - 1 : place + 1];
      if (!isApart(segment, lines, index, side)) return;
      if (beside && isBeside(segment, beside, side)) candidates.set(segment, beside);
      else alone.push(segment);
    });
  });
  const asides = new Map<Segment, Segment>();
  if (candidates.size > MOST_ASIDES) return asides;
  for (const [segment, beside] of candidates) {
    const alike = [...candidates.keys()].filter((other) => isAligned(segment, other, side)).length;
    const unpaired = alone.filter((other) => isAligned(segment, other, side)).length;
    const isMargin = alike >= FEWEST_ASIDES && alike >= PAIRED_SHARE * (alike + unpaired);
    const inColumn = lines
      .flatMap((line) => line.segments)
      .filter((other) => isInColumnOf(segment, other, side) && !candidates.has(other)).length;
    if (isMargin && alike > inColumn) asides.set(segment, beside);
  }
  return asides;
}

/** Whether the two begin under each other as the lines of a column do, which text at a margin does not. */
function isInColumnOf(segment: Segment, other: Segment, side: Side): boolean {
  return isAligned(segment, other, 'left') && (side === 'left' || !isAligned(segment, other, side));
}

/** Whether the two are meant to be read together. */
function isBeside(segment: Segment, beside: Segment, side: Side): boolean {
  if (side === 'right') return true;
  // At the left a sidebar's lines can stand beside others by chance: only dates are believed there.
  const isExact = Math.abs(segment.baseline - beside.baseline) <= 0.15 * segment.size;
  return isExact && isMostlyFigures(segment.text);
}

function isMostlyFigures(text: string): boolean {
  const figures = text.match(/\d/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return figures >= 2 && figures > DATE_FIGURES * (figures + letters);
}

function isAligned(one: Segment, other: Segment, side: Side): boolean {
  return Math.abs(one[side] - other[side]) <= SAME_EDGE;
}

/** Whether nothing stands right above or below it, other than one more such text. */
function isApart(segment: Segment, lines: readonly Line[], index: number, side: Side): boolean {
  let stack = 1;
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const line = lines[at];
      if (!line || Math.abs(line.baseline - segment.baseline) > 2 * segment.size) break;
      const near = line.segments.filter((other) => isNear(other, segment, side));
      if (near.length === 0) continue;
      const isPaired = line.segments.at(side === 'right' ? 0 : -1) !== near[0];
      if (near.length > 1 || !isPaired || !near.every((one) => isAligned(one, segment, side))) {
        return false;
      }
      stack += 1;
    }
  }
  return stack <= TALLEST_STACK;
}

/** Long lines of the column reach over or under what stands at its right margin. */
function isNear(other: Segment, segment: Segment, side: Side): boolean {
  if (other.left >= segment.right) return false;
  return side === 'right'
    ? other.left > segment.left - 6 * segment.size
    : other.right > segment.left;
}
