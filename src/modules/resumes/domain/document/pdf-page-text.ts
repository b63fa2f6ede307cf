import { type SourceLine, type SourceLink } from './source-line';
import { arrangeSegments, type Row } from './pdf-columns';
import { type Box, type PaintedGlyph } from './pdf-page-model';
import { buildSegments, type Segment } from './pdf-segments';

export interface PageLink {
  readonly url: string;
  readonly box: Box;
}

interface PageText {
  readonly lines: readonly SourceLine[];
  readonly columns: boolean;
  /** Links that lie on no text of the page. */
  readonly looseLinks: readonly string[];
}

interface PageContent {
  readonly glyphs: readonly PaintedGlyph[];
  /** Text recognised in pictures of the page, beside its own. */
  readonly recognised: readonly Segment[];
  readonly links: readonly PageLink[];
  /** From 1. */
  readonly page: number;
}

/** Puts the text of a page into lines in reading order: upright text first, then rotated text. */
export function readPageText(content: PageContent): PageText {
  const { links, page } = content;
  const lines: SourceLine[] = [];
  const used = new Set<PageLink>();
  let columns = false;
  const groups = byAngle(content.glyphs).map(([angle, glyphs]): [number, Segment[]] => [
    angle,
    buildSegments(glyphs, angle),
  ]);
  if (content.recognised.length > 0) addUpright(groups, content.recognised);
  for (const [angle, segments] of groups) {
    const arrangement = arrangeSegments(segments);
    columns ||= arrangement.columns;
    const turned = links.map((link) => ({ link, box: turnBox(link.box, angle) }));
    let previous: Row | null = null;
    for (const row of arrangement.rows) {
      lines.push(toLine(row, previous, page, turned, used));
      previous = row;
    }
  }
  const looseLinks = links.filter((link) => !used.has(link)).map((link) => link.url);
  return { lines, columns, looseLinks };
}

function addUpright(groups: [number, Segment[]][], recognised: readonly Segment[]): void {
  const upright = groups.find(([angle]) => angle === 0);
  if (upright) upright[1].push(...recognised);
  else groups.unshift([0, [...recognised]]);
}

/** Directions in order of their amount of text; slightly tilted text counts as straight. */
function byAngle(glyphs: readonly PaintedGlyph[]): [number, PaintedGlyph[]][] {
  const groups = new Map<number, PaintedGlyph[]>();
  for (const glyph of glyphs) {
    const quarter = (Math.round(glyph.angle / 90) * 90) % 360;
    const difference = Math.abs(((glyph.angle - quarter + 540) % 360) - 180);
    const angle = difference <= 5 ? quarter : glyph.angle;
    const group = groups.get(angle);
    if (group) group.push(glyph);
    else groups.set(angle, [glyph]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function turnBox(box: Box, angle: number): Box {
  if (angle === 0) return box;
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  const corners = [
    [box.left, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
    [box.right, box.top],
  ] as const;
  const xs = corners.map(([x, y]) => x * cos + y * sin);
  const ys = corners.map(([x, y]) => y * cos - x * sin);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

function toLine(
  row: Row,
  previous: Row | null,
  page: number,
  links: readonly { link: PageLink; box: Box }[],
  used: Set<PageLink>,
): SourceLine {
  const found: SourceLink[] = [];
  let text = '';
  for (const segment of row.segments) {
    // A bullet belongs to its text, however far it stands from it.
    if (text !== '') text += /^[•●▪◦○■□–‣·*-]$/u.test(text) ? ' ' : '\t';
    for (const { link, box } of links) {
      const middle = segment.baseline - segment.size * 0.3;
      if (middle < box.top || middle > box.bottom) continue;
      const first = segment.centres.findIndex((x) => x >= box.left && x <= box.right);
      if (first < 0) continue;
      const last = segment.centres.findLastIndex((x) => x >= box.left && x <= box.right);
      used.add(link);
      found.push({ url: link.url, start: text.length + first, end: text.length + last + 1 });
    }
    text += segment.text;
  }
  const size = Math.max(...row.segments.map((segment) => segment.size));
  return {
    text,
    page,
    fontSize: Math.round(size * 10) / 10,
    bold: row.segments.every((segment) => segment.bold),
    heading: false,
    column: row.column,
    gapBefore: isSetApart(row, previous, size),
    links: found,
  };
}

function isSetApart(row: Row, previous: Row | null, size: number): boolean {
  const above = previous?.segments[0];
  const here = row.segments[0];
  if (!above || !here) return true;
  if (previous.column !== row.column || here.baseline < above.baseline) return true;
  return here.baseline - above.baseline > 1.7 * Math.max(size, above.size);
}
