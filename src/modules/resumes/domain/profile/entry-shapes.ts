import { type DateSpan } from './dates';
import { type EntryLine, isDuration } from './entry-lines';
import { readHeader } from './header-pieces';
import { isSentence, organisationScore, titleScore } from './line-words';

/** What finding the entries of a section works on. */
export interface SectionEntries {
  readonly content: string;
  readonly dates: readonly DateSpan[];
  readonly lines: readonly EntryLine[];
}

/** A date of an entry and the lines it stands on: in a narrow column it may need three. */
export interface Anchor {
  readonly first: number;
  readonly last: number;
  readonly date: DateSpan;
  readonly inHead: boolean;
}

/** One way to draw the head of an entry around its date: so many lines above and below it. */
export interface Shape {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

const MAX_BEFORE = 3;
const MAX_AFTER = 3;

/** A line that may belong to a head and dates nothing itself. */
export const isPlainHead = (line: EntryLine | undefined): boolean =>
  line?.role === 'head' && line.anchors.length === 0;

/** Every way to draw the head around a dated line: as many fields in as few lines as possible score best. */
export function drawShapes(section: SectionEntries, { first, last }: Anchor): readonly Shape[] {
  const { lines } = section;
  const shapes: Shape[] = [];
  for (let before = 0; before <= MAX_BEFORE; before += 1) {
    if (before > 0 && !isPlainHead(lines[first - before])) break;
    for (let after = 0; after <= MAX_AFTER; after += 1) {
      if (after > 0 && !isPlainHead(lines[last + after])) break;
      const range = lines.slice(first - before, last + after + 1);
      shapes.push({ before, after, score: scoreShape(section, range) - (before > 2 ? 0.3 : 0) });
    }
  }
  return shapes;
}

function scoreShape({ content, dates }: SectionEntries, range: readonly EntryLine[]): number {
  const rows = range.map(({ line }) => line.cells);
  const header = readHeader(content, rows, dates, true);
  const pieces = header.pieces.filter((piece) => !isSentence(piece.text));
  const parts = pieces.flatMap((piece) => [piece, ...piece.parts]);
  const title = Math.max(0, ...parts.map((part) => titleScore(part.text)));
  const employer = Math.max(0, ...parts.map((part) => organisationScore(part.text)));
  const unknown = pieces.length >= 2 ? 0.4 : pieces.length === 1 ? 0.1 : -0.5;
  const place = header.locations.length > 0 || header.placeless ? 0.3 : 0;
  // A gap inside the head is unusual; one right above it is what one expects.
  const gaps = range.slice(1).filter(({ line }) => line.gapBefore).length;
  const opening = range[0]?.line.gapBefore === true ? 0.25 : 0;
  const lines = range.filter(({ line }) => !isDuration(line.text)).length;
  const sentences = header.pieces.length - pieces.length;
  const crowded = Math.max(0, pieces.length - 5);
  const cost = gaps * 0.6 + (lines - 1) * 0.2 + crowded * 0.3 + sentences * 0.5;
  return title + Math.max(employer, unknown) + place + opening - cost;
}

/** How the heads of a section are drawn on average: people format all their entries alike. */
export function usualShapes(all: readonly (readonly Shape[])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const shape of all.flat()) {
    sums.set(shapeKey(shape), (sums.get(shapeKey(shape)) ?? 0) + shape.score);
  }
  return new Map([...sums].map(([key, sum]) => [key, sum / Math.max(1, all.length)]));
}

export const shapeKey = ({ before, after }: Pick<Shape, 'before' | 'after'>): string =>
  `${before}/${after}`;
