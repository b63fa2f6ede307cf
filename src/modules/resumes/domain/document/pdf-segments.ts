import { type PlacedGlyph, withAccents, withoutRepeats } from './glyph-repairs';
import { symbolText } from './invisible-characters';
import { type PaintedGlyph } from './pdf-page-model';
import { toReadingOrder } from './right-to-left';

/**
 * A stretch of text on one baseline without a wide gap in it. Coordinates are those of its writing
 * direction: x along the text, y down across the lines, so that rotated text is handled like any other.
 */
export interface Segment {
  readonly text: string;
  /** Centre of every UTF-16 unit of `text`, for finding the words under a link. */
  readonly centres: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Written from right to left. */
  readonly rightToLeft: boolean;
}

export function centre(segment: Segment): number {
  return (segment.left + segment.right) / 2;
}

/** Gap that separates two segments, in multiples of the text size. */
const SEGMENT_GAP = 1.1;
/** The same where the file itself has a space there: justified lines stretch their spaces. */
const SPACED_SEGMENT_GAP = 1.6;
/** Sizes that differ by this factor belong to different things. */
const UNLIKE = 1.5;
/** Gap between glyphs that counts as a space although none is written, in multiples of the size. */
const WORD_GAP = 0.14;
/** Glyphs whose baselines differ by less than this share of their size stand on one line. */
const BASELINE_TOLERANCE = 0.4;
/** The same for small text directly beside larger text. */
const SUPERSCRIPT_TOLERANCE = 0.5;

/** Builds the segments of all glyphs that share a writing direction. */
export function buildSegments(glyphs: readonly PaintedGlyph[], angle: number): Segment[] {
  return groupByBaseline(place(glyphs, angle)).flatMap((row) => splitRow(row));
}

function place(glyphs: readonly PaintedGlyph[], angle: number): PlacedGlyph[] {
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const placed: PlacedGlyph[] = [];
  let pendingSpace = false;
  for (const glyph of glyphs) {
    const text = cleanGlyph(glyph.text);
    if (text.trim() === '') {
      pendingSpace = true;
      continue;
    }
    const left = glyph.x * cos + glyph.y * sin;
    const baseline = glyph.y * cos - glyph.x * sin;
    const previous = placed.at(-1);
    if (previous && isCombining(text)) {
      placed[placed.length - 1] = { ...previous, text: (previous.text + text).normalize('NFC') };
      continue;
    }
    const right = left + Math.max(glyph.advance, 0.01);
    const { size, bold } = glyph;
    placed.push({ text, left, right, baseline, size, bold, spaced: pendingSpace });
    pendingSpace = false;
  }
  return placed;
}

/** Drops what has no visible form and expands ligatures to the letters that a reader sees. */
function cleanGlyph(text: string): string {
  if (text.length === 1 && text >= ' ' && text <= '~') return text;
  return (
    text
      .replace(/[\p{Cc}\ufffd]/gu, '')
      // Soft in a text that can be broken anew; on a page it was painted, and a person sees a hyphen.
      .replace(/\u00ad/gu, '-')
      .replace(/\p{Co}/gu, symbolText)
      .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
      .replace(/\s/gu, ' ')
  );
}

const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]/gu;
function isCombining(text: string): boolean {
  return text >= '\u0300' && /^\p{Mn}+$/u.test(text);
}

/** Glyphs painted one after the other on one baseline; they stay together whatever lies beside them. */
interface Run {
  readonly glyphs: PlacedGlyph[];
  readonly baseline: number;
  readonly size: number;
  readonly left: number;
  right: number;
}

interface BaselineGroup {
  readonly runs: Run[];
  baseline: number;
  size: number;
}

function toRuns(placed: readonly PlacedGlyph[]): Run[] {
  const runs: Run[] = [];
  for (const glyph of placed) {
    const run = runs.at(-1);
    const follows =
      run?.baseline === glyph.baseline &&
      run.size === glyph.size &&
      glyph.left > run.right - 0.5 * glyph.size &&
      glyph.left < run.right + SEGMENT_GAP * glyph.size;
    if (follows) {
      run.glyphs.push(glyph);
      run.right = Math.max(run.right, glyph.right);
    } else {
      const { baseline, size, left, right } = glyph;
      runs.push({ glyphs: [glyph], baseline, size, left, right });
    }
  }
  return runs;
}

function groupByBaseline(placed: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const groups: BaselineGroup[] = [];
  for (const run of toRuns(placed).sort((a, b) => a.baseline - b.baseline)) {
    const group = groups.slice(-8).findLast((candidate) => belongsTo(run, candidate));
    if (!group) {
      groups.push({ runs: [run], baseline: run.baseline, size: run.size });
      continue;
    }
    group.runs.push(run);
    // The group keeps the baseline of its largest text, so that a superscript does not drag it along.
    if (run.size > group.size) {
      group.size = run.size;
      group.baseline = run.baseline;
    }
  }
  return groups.map((group) => group.runs.flatMap((run) => run.glyphs));
}

function belongsTo(run: Run, group: BaselineGroup): boolean {
  const distance = Math.abs(run.baseline - group.baseline);
  if (distance <= BASELINE_TOLERANCE * 0.25 * Math.min(run.size, group.size)) return true;
  const overlaps = group.runs.some(
    (other) =>
      Math.min(run.right, other.right) - Math.max(run.left, other.left) > 0.3 * run.size &&
      Math.abs(run.baseline - other.baseline) > 0.1 * run.size,
  );
  if (overlaps) return false;
  if (distance <= BASELINE_TOLERANCE * Math.min(run.size, group.size)) return true;
  // A superscript or subscript stands right beside the larger text that it belongs to.
  return (
    distance <= SUPERSCRIPT_TOLERANCE * Math.max(run.size, group.size) &&
    group.runs.some((other) => Math.abs(gapBetween(run, other)) < 0.3 * group.size)
  );
}

function gapBetween(one: Run, other: Run): number {
  return Math.max(one.left, other.left) - Math.min(one.right, other.right);
}

function splitRow(row: readonly PlacedGlyph[]): Segment[] {
  const sorted = withAccents(withoutRepeats([...row].sort((a, b) => a.left - b.left)));
  const segments: Segment[] = [];
  let current: PlacedGlyph[] = [];
  for (const glyph of sorted) {
    const previous = current.at(-1);
    if (previous) {
      const limit = sizeOfGap(previous, glyph) * (glyph.spaced ? SPACED_SEGMENT_GAP : SEGMENT_GAP);
      if (glyph.left - previous.right > limit) {
        segments.push(toSegment(current));
        current = [];
      }
    }
    current.push(glyph);
  }
  if (current.length > 0) segments.push(toSegment(current));
  return segments;
}

/** Small text beside a large name is a thing of its own: the small text's gaps separate them. */
function sizeOfGap(one: PlacedGlyph, other: PlacedGlyph): number {
  const [small, large] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  return large > small * UNLIKE ? small : large;
}

function toSegment(visual: readonly PlacedGlyph[]): Segment {
  const glyphs = toReadingOrder(visual);
  const tracking = trackingOf(visual);
  let text = '';
  const centres: number[] = [];
  let previous: PlacedGlyph | null = null;
  let boldUnits = 0;
  let left = Infinity;
  let right = -Infinity;
  let largest: PlacedGlyph | null = null;
  for (const glyph of glyphs) {
    if (previous && isWordBreak(previous, glyph, tracking)) {
      text += ' ';
      centres.push((previous.right + glyph.left) / 2);
    }
    text += glyph.text;
    while (centres.length < text.length) centres.push((glyph.left + glyph.right) / 2);
    if (glyph.bold) boldUnits += glyph.text.length;
    if (glyph.left < left) left = glyph.left;
    if (glyph.right > right) right = glyph.right;
    if (!largest || glyph.size > largest.size) largest = glyph;
    previous = glyph;
  }
  return {
    text,
    centres,
    left,
    right,
    baseline: largest?.baseline ?? 0,
    size: largest?.size ?? 0,
    bold: boldUnits * 2 > text.length,
    rightToLeft: glyphs !== visual,
  };
}

function isWordBreak(previous: PlacedGlyph, glyph: PlacedGlyph, tracking: number): boolean {
  const size = Math.min(previous.size, glyph.size);
  const gap = Math.max(previous.left, glyph.left) - Math.min(previous.right, glyph.right);
  if (gap > tracking + WORD_GAP * size) return true;
  return glyph.spaced && tracking === 0 && glyph.left > previous.left;
}

/**
 * The even gap of letter-spaced text (`J O H N`), else 0. Nearly every pair of neighbours stands
 * equally far apart there, which words never do. Letters with written spaces between them count
 * only when nothing else is on the line: single letters in a row can be meant as such.
 */
function trackingOf(glyphs: readonly PlacedGlyph[]): number {
  if (glyphs.length < 4) return 0;
  const gaps: number[] = [];
  let previous: PlacedGlyph | null = null;
  let wide = 0;
  let spaced = 0;
  for (const glyph of glyphs) {
    const gap = previous ? (glyph.left - previous.right) / glyph.size : 0;
    if (previous) gaps.push(gap);
    if (gap >= WORD_GAP * 0.7) wide += 1;
    if (previous && glyph.spaced) spaced += 1;
    previous = glyph;
  }
  // Most lines stop here: half of all gaps are never wide in text that is not spaced out.
  if (wide * 2 < gaps.length) return 0;
  if (spaced * 2 > gaps.length && (spaced < gaps.length || variety(glyphs) < 3)) return 0;
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  if (median < WORD_GAP * 0.7) return 0;
  const alike = gaps.filter((gap) => Math.abs(gap - median) < 0.12).length;
  const size = glyphs[0]?.size ?? 0;
  return alike >= gaps.length * 0.6 ? median * size : 0;
}

function variety(glyphs: readonly PlacedGlyph[]): number {
  return new Set(glyphs.map((glyph) => glyph.text)).size;
}
