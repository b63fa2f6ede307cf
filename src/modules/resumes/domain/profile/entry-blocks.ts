import { type DateSpan } from './dates';
import { areBulletsEntries, type EntryLine, readEntryLines } from './entry-lines';
import { type HeaderFields, readHeader } from './header-pieces';
import { isSentence, organisationScore, titleScore } from './line-words';
import { type TextLine } from './text-line';
import { type TextSpan } from './text-span';

/** One entry of a section: its head with the fields, its dates and the lines that describe it. */
export interface EntryBlock {
  readonly fields: HeaderFields;
  readonly dates: DateSpan | null;
  readonly head: readonly TextLine[];
  readonly body: readonly TextLine[];
}

/** A date of an entry and the lines it stands on: in a narrow column it may need three. */
interface Anchor {
  readonly first: number;
  readonly last: number;
  readonly date: DateSpan;
  readonly inHead: boolean;
}

interface HeadRange {
  /** Indices into the section's lines; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly date: DateSpan | null;
}

const MAX_BEFORE = 3;
const MAX_AFTER = 3;

/** Cuts the lines of a section into entries. Undated heads count only when they prove themselves. */
export function findEntries(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): readonly EntryBlock[] {
  const entryLines = readEntryLines(
    content,
    lines,
    dates,
    areBulletsEntries(content, lines, dates),
  );
  const heads = findHeads(content, entryLines, dates);
  return heads.map((head, index) =>
    toBlock(content, entryLines, dates, { head, end: heads[index + 1]?.from ?? entryLines.length }),
  );
}

function toBlock(
  content: string,
  lines: readonly EntryLine[],
  dates: readonly DateSpan[],
  { head, end }: { readonly head: HeadRange; readonly end: number },
): EntryBlock {
  const own = lines.slice(head.from, head.to);
  const body = lines.slice(head.to, end);
  const margin = body.flatMap((line) => line.margin);
  const rows: (readonly TextSpan[])[] = [...own.map(({ line }) => line.cells), margin];
  return {
    fields: readHeader(content, rows, dates),
    dates: head.date,
    head: own.map(({ line }) => line),
    body: body.map(({ line }) => line),
  };
}

function findHeads(
  content: string,
  lines: readonly EntryLine[],
  dates: readonly DateSpan[],
): readonly HeadRange[] {
  const anchors = findAnchors(lines);
  const shapes = new Map(
    anchors
      .filter((anchor) => anchor.inHead)
      .map((anchor) => [anchor, shapesAround(content, lines, dates, anchor)] as const),
  );
  const usual = usualShape([...shapes.values()]);
  const heads: HeadRange[] = [];
  for (const [order, anchor] of anchors.entries()) {
    const earliest = heads.at(-1)?.to ?? 0;
    const next = anchors.slice(order + 1).find((other) => other.inHead)?.first ?? lines.length;
    const head = anchor.inHead
      ? headAround(anchor, { earliest, next }, shapes.get(anchor) ?? [], usual)
      : headAbove(lines, anchor, earliest);
    if (head !== null) heads.push(head);
  }
  return withUndated(content, lines, dates, withoutAsides(content, lines, dates, heads));
}

/**
 * Drops dates of what an entry tells ("Won the team award in 2012") where other entries of the section
 * name a title or an employer.
 */
function withoutAsides(
  content: string,
  lines: readonly EntryLine[],
  dates: readonly DateSpan[],
  heads: readonly HeadRange[],
): readonly HeadRange[] {
  const proofs = heads.map((head) => proofOf(content, lines.slice(head.from, head.to), dates));
  if (!proofs.some((proof) => proof >= 0.8)) return heads;
  return heads.filter((head, index) => {
    const proof = proofs[index] ?? 0;
    const range = head.date !== null && !head.date.single;
    return proof >= 0.6 || (range && proof >= 0);
  });
}

/** 0..1: the best title or employer in a head; -1 when it only holds sentences. */
function proofOf(content: string, range: readonly EntryLine[], dates: readonly DateSpan[]): number {
  const { pieces, placeless } = readHeader(
    content,
    range.map(({ line }) => line.cells),
    dates,
  );
  const parts = pieces.flatMap((piece) => piece.parts).filter((part) => !isSentence(part.text));
  if (parts.length === 0) return placeless || pieces.length === 0 ? 0 : -1;
  return Math.max(
    0,
    ...parts.map((part) => Math.max(titleScore(part.text), organisationScore(part.text))),
  );
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

interface Shape {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/** Every way to draw the head around a dated line, with its score: as many fields in as few lines as possible. */
function shapesAround(
  content: string,
  lines: readonly EntryLine[],
  dates: readonly DateSpan[],
  { first, last }: Anchor,
): readonly Shape[] {
  const shapes: Shape[] = [];
  for (let before = 0; before <= MAX_BEFORE; before += 1) {
    if (before > 0 && !isHeadLine(lines[first - before])) break;
    for (let after = 0; after <= MAX_AFTER; after += 1) {
      if (after > 0 && !isHeadLine(lines[last + after])) break;
      const range = lines.slice(first - before, last + after + 1);
      shapes.push({ before, after, score: scoreShape(content, range, dates, before) });
    }
  }
  return shapes;
}

const isHeadLine = (line: EntryLine | undefined): boolean =>
  line?.role === 'head' && line.anchors.length === 0;

function scoreShape(
  content: string,
  range: readonly EntryLine[],
  dates: readonly DateSpan[],
  before: number,
): number {
  const { pieces, locations, placeless } = readHeader(
    content,
    range.map(({ line }) => line.cells),
    dates,
  );
  const parts = pieces.flatMap((piece) => [piece, ...piece.parts]);
  const title = Math.max(0, ...parts.map((part) => titleScore(part.text)));
  const employer = Math.max(0, ...parts.map((part) => organisationScore(part.text)));
  const unknown = pieces.length >= 2 ? 0.4 : pieces.length === 1 ? 0.1 : -0.5;
  const place = locations.length > 0 || placeless ? 0.3 : 0;
  // A gap inside the head is unusual; one right above it is what one expects.
  const gaps = range.slice(1).filter(({ line }) => line.gapBefore).length;
  const opening = range[0]?.line.gapBefore === true ? 0.25 : 0;
  const crowded = Math.max(0, pieces.length - 5) * 0.3;
  return (
    title +
    Math.max(employer, unknown) +
    place +
    opening -
    gaps * 0.6 -
    (range.length - 1) * 0.2 -
    crowded -
    (before > 2 ? 0.3 : 0)
  );
}

/** How the heads of this section are drawn on average: people format all entries alike. */
function usualShape(all: readonly (readonly Shape[])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const shapes of all) {
    for (const shape of shapes)
      sums.set(shapeKey(shape), (sums.get(shapeKey(shape)) ?? 0) + shape.score);
  }
  return new Map([...sums].map(([key, sum]) => [key, sum / Math.max(1, all.length)]));
}

const shapeKey = ({ before, after }: { readonly before: number; readonly after: number }): string =>
  `${before}/${after}`;

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
function headAbove(
  lines: readonly EntryLine[],
  anchor: Anchor,
  earliest: number,
): HeadRange | null {
  let last = anchor.first - 1;
  while (last >= earliest && lines[last]?.role !== 'head') last -= 1;
  if (last < earliest) return null;
  let first = last;
  while (
    first > earliest &&
    last - first < MAX_BEFORE &&
    isHeadLine(lines[first - 1]) &&
    lines[first]?.line.gapBefore !== true
  )
    first -= 1;
  return { from: first, to: last + 1, date: anchor.date };
}

/** Adds heads without a date: those that name both a title and an employer, or all when nothing is dated. */
function withUndated(
  content: string,
  lines: readonly EntryLine[],
  dates: readonly DateSpan[],
  dated: readonly HeadRange[],
): readonly HeadRange[] {
  const heads: HeadRange[] = [...dated];
  let index = 0;
  while (index < lines.length) {
    const taken = dated.find((head) => head.from <= index && index < head.to);
    if (taken !== undefined || !isHeadLine(lines[index])) {
      index = taken?.to ?? index + 1;
      continue;
    }
    let end = index + 1;
    while (
      end < lines.length &&
      isHeadLine(lines[end]) &&
      lines[end]?.line.gapBefore !== true &&
      !dated.some((head) => head.from === end)
    )
      end += 1;
    if (
      end - index <= 3 &&
      provesItself(content, lines.slice(index, end), lines[end], dates, dated.length === 0)
    ) {
      heads.push({ from: index, to: end, date: null });
    }
    index = end;
  }
  return heads.sort((a, b) => a.from - b.from);
}

function provesItself(
  content: string,
  range: readonly EntryLine[],
  below: EntryLine | undefined,
  dates: readonly DateSpan[],
  alone: boolean,
): boolean {
  const first = range[0];
  if (first === undefined) return false;
  const { pieces, locations } = readHeader(
    content,
    range.map(({ line }) => line.cells),
    dates,
  );
  const parts = pieces.flatMap((piece) => piece.parts);
  const title = Math.max(0, ...parts.map((part) => titleScore(part.text)));
  const employer = Math.max(
    0,
    ...parts.map((part) => organisationScore(part.text)),
    locations.length > 0 ? 0.6 : 0,
  );
  const described = below?.role === 'body' && pieces.length >= 1;
  if (alone)
    return (
      described &&
      title >= 0.8 &&
      (employer >= 0.6 || first.line.bold || first.line.gapBefore || range.length > 1)
    );
  const apart = first.line.gapBefore || first.line.bold;
  return described && apart && title >= 0.8 && employer >= 0.6 && pieces.length <= 4;
}
