import { type DateSpan } from './dates';
import { type EntryLine, isDuration } from './entry-lines';
import {
  type Anchor,
  drawShapes,
  isPlainHead,
  type SectionEntries,
  type Shape,
  shapeKey,
  usualShapes,
} from './entry-shapes';
import { readHeader } from './header-pieces';
import { isSentence, organisationScore, titleScore } from './line-words';

/** The head of an entry: indices into the section's lines, `to` exclusive. */
export interface HeadRange {
  readonly from: number;
  readonly to: number;
  readonly date: DateSpan | null;
}

const MAX_LINES_ABOVE_DATE = 3;
const MAX_UNDATED_LINES = 3;

/** Finds the heads of all entries: around their dates first, then those without a date. */
export function findHeads(section: SectionEntries): readonly HeadRange[] {
  const anchors = findAnchors(section.lines);
  const shapes = new Map(
    anchors
      .filter((anchor) => anchor.inHead)
      .map((anchor) => [anchor, drawShapes(section, anchor)] as const),
  );
  const usual = usualShapes([...shapes.values()]);
  const heads: HeadRange[] = [];
  for (const [order, anchor] of anchors.entries()) {
    const earliest = heads.at(-1)?.to ?? 0;
    const following = anchors.slice(order + 1).find((other) => other.inHead)?.first;
    const next =
      following === undefined ? section.lines.length : headBegin(section, anchor, following);
    const head = anchor.inHead
      ? headAround(anchor, { earliest, next }, shapes.get(anchor) ?? [], usual)
      : headAbove(section, anchor, earliest);
    if (head !== null) heads.push(head);
  }
  return withUndated(section, withEmployerAbove(section, withoutAsides(section, heads)));
}

/** Where the head of the following date can begin: at a gap right above it, so that no other takes its lines. */
function headBegin({ lines }: SectionEntries, anchor: Anchor, following: number): number {
  for (
    let index = following;
    index > anchor.last && following - index <= MAX_LINES_ABOVE_DATE;
    index -= 1
  ) {
    if (lines[index]?.role !== 'head') return following;
    if (lines[index]?.line.gapBefore === true) return index;
  }
  return following;
}

function findAnchors(lines: readonly EntryLine[]): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const [index, line] of lines.entries()) {
    const date = bestAnchor(line);
    const previous = anchors.at(-1);
    if (date === null) continue;
    if (previous?.date === date) anchors[anchors.length - 1] = { ...previous, last: index };
    else anchors.push({ first: index, last: index, date, inHead: line.role === 'head' });
  }
  return anchors;
}

/** A range beats a single date, the first of its kind beats the others. */
function bestAnchor(line: EntryLine): DateSpan | null {
  return line.anchors.find((date) => !date.single) ?? line.anchors[0] ?? null;
}

function headAround(
  { first, last, date }: Anchor,
  { earliest, next }: { readonly earliest: number; readonly next: number },
  shapes: readonly Shape[],
  usual: ReadonlyMap<string, number>,
): HeadRange {
  let best = { before: 0, after: 0, score: Number.NEGATIVE_INFINITY };
  for (const shape of shapes) {
    if (first - shape.before < earliest || last + shape.after >= next) continue;
    const score = shape.score + (usual.get(shapeKey(shape)) ?? 0);
    if (score > best.score) best = { ...shape, score };
  }
  return { from: first - best.before, to: last + best.after + 1, date };
}

/** A date at the margin of a describing line: its head is the run of head lines above. */
function headAbove({ lines }: SectionEntries, anchor: Anchor, earliest: number): HeadRange | null {
  let last = anchor.first - 1;
  while (last >= earliest && lines[last]?.role !== 'head') last -= 1;
  if (last < earliest) return null;
  let first = last;
  while (
    first > earliest &&
    last - first < MAX_LINES_ABOVE_DATE &&
    isPlainHead(lines[first - 1]) &&
    lines[first]?.line.gapBefore !== true
  ) {
    first -= 1;
  }
  return { from: first, to: last + 1, date: anchor.date };
}

/**
 * Drops dates of what an entry tells ("Won the team award in 2012") where other entries of the section
 * name a title or an employer.
 */
function withoutAsides(section: SectionEntries, heads: readonly HeadRange[]): readonly HeadRange[] {
  const proofs = heads.map((head) => proofOf(section, head.from, head.to));
  if (!proofs.some((proof) => proof >= 0.8)) return heads;
  return heads.filter((head, index) => {
    const proof = proofs[index] ?? 0;
    const range = head.date !== null && !head.date.single;
    return proof >= 0.6 || (range && proof >= 0);
  });
}

/** 0..1: the best title or employer in a head; -1 when it only holds sentences. */
function proofOf(section: SectionEntries, from: number, to: number): number {
  const { pieces, placeless } = headerOf(section, from, to);
  const parts = pieces.flatMap((piece) => piece.parts).filter((part) => !isSentence(part.text));
  if (parts.length === 0) return placeless || pieces.length === 0 ? 0 : -1;
  const scores = parts.map((part) => Math.max(titleScore(part.text), organisationScore(part.text)));
  return Math.max(0, ...scores);
}

function headerOf(
  { content, dates, lines }: SectionEntries,
  from: number,
  to: number,
): ReturnType<typeof readHeader> {
  const rows = lines.slice(from, to).map(({ line }) => line.cells);
  return readHeader(content, rows, dates, true);
}

/**
 * "Acme / 5 years / Engineer / 2020 – 2022": several roles under one employer. A head that names only
 * the role takes in the short line of the employer right above it.
 */
function withEmployerAbove(
  section: SectionEntries,
  heads: readonly HeadRange[],
): readonly HeadRange[] {
  return heads.map((head, index) => {
    const { pieces } = headerOf(section, head.from, head.to);
    const [only] = pieces;
    if (pieces.length !== 1 || only === undefined || titleScore(only.text) < 0.6) return head;
    const earliest = heads[index - 1]?.to ?? 0;
    let from = head.from;
    if (isDuration(section.lines[from - 1]?.line.text ?? '')) from -= 1;
    const above = section.lines[from - 1];
    if (from - 1 < earliest || !isPlainHead(above) || above === undefined) return head;
    const { text, gapBefore } = above.line;
    const named = text.length <= 60 && !isSentence(text) && titleScore(text) < 0.6;
    const opens = from - 1 === 0 || gapBefore || organisationScore(text) >= 0.6 || from < head.from;
    return named && opens ? { ...head, from: from - 1 } : head;
  });
}

/** Adds heads without a date: those that name both a title and an employer, or all when nothing is dated. */
function withUndated(section: SectionEntries, dated: readonly HeadRange[]): readonly HeadRange[] {
  const { lines } = section;
  const heads: HeadRange[] = [...dated];
  let index = 0;
  while (index < lines.length) {
    const from = index;
    const taken = dated.find((head) => head.from <= from && from < head.to);
    if (taken !== undefined || !isPlainHead(lines[index])) {
      index = taken?.to ?? index + 1;
      continue;
    }
    let to = from + 1;
    while (continuesHead(lines[to]) && !dated.some((head) => head.from === to)) to += 1;
    const short = to - from <= MAX_UNDATED_LINES;
    if (short && provesItself(section, from, to, dated.length === 0)) {
      heads.push({ from, to, date: null });
    }
    index = to;
  }
  return heads.sort((a, b) => a.from - b.from);
}

const continuesHead = (line: EntryLine | undefined): boolean =>
  isPlainHead(line) && line?.line.gapBefore !== true;

function provesItself(section: SectionEntries, from: number, to: number, alone: boolean): boolean {
  const first = section.lines[from]?.line;
  if (first === undefined) return false;
  const { pieces, locations } = headerOf(section, from, to);
  const parts = pieces.flatMap((piece) => piece.parts).filter((part) => !isSentence(part.text));
  const title = Math.max(0, ...parts.map((part) => titleScore(part.text)));
  const place = locations.length > 0 ? 0.6 : 0;
  const employer = Math.max(place, ...parts.map((part) => organisationScore(part.text)));
  const described = section.lines[to]?.role === 'body' && pieces.length >= 1;
  const apart = first.gapBefore || first.bold;
  if (!described || title < 0.8) return false;
  if (alone) return employer >= 0.6 || apart || to - from > 1;
  return apart && employer >= 0.6 && pieces.length <= 4;
}
