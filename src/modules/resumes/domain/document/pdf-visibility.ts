import { type Box, type PaintedFill, type PaintedGlyph, type PaintedPage } from './pdf-page-model';
import { contrast, LOWEST_CONTRAST, SMALLEST_SIZE } from './text-visibility';

const OPAQUE = 0.9;
const EDGE_LETTERS = 3;
const SMALLEST_FILL = 3;
const WHITE = '#ffffff';

/** The glyphs of a page that a person looking at it cannot see. */
export function findHiddenGlyphs(painted: PaintedPage): ReadonlySet<PaintedGlyph> {
  // Rules and dots neither cover a letter nor lie behind one.
  const page = { ...painted, fills: painted.fills.filter((fill) => isLarge(fill.box)) };
  const hidden = new Set<PaintedGlyph>();
  const outside = new Map<number, PaintedGlyph[]>();
  const shownIn = new Set<number>();
  for (const glyph of page.glyphs) {
    if (isUnpainted(glyph) || blendsIn(glyph, page)) hidden.add(glyph);
    else if (isOutside(glyph, page)) {
      const others = outside.get(glyph.order);
      if (others) others.push(glyph);
      else outside.set(glyph.order, [glyph]);
    } else shownIn.add(glyph.order);
  }
  for (const [order, glyphs] of outside) {
    // The last letters of a line that runs over the edge are still part of its last word.
    if (shownIn.has(order) && glyphs.length <= EDGE_LETTERS) continue;
    for (const glyph of glyphs) hidden.add(glyph);
  }
  return hidden;
}

function isLarge(box: Box): boolean {
  return box.right - box.left >= SMALLEST_FILL && box.bottom - box.top >= SMALLEST_FILL;
}

function isUnpainted(glyph: PaintedGlyph): boolean {
  const { renderMode, alpha, layerVisible } = glyph.paint;
  return (
    renderMode === 3 ||
    renderMode === 7 ||
    alpha < 0.05 ||
    !layerVisible ||
    glyph.size < SMALLEST_SIZE
  );
}

function middleOf(glyph: PaintedGlyph): { x: number; y: number } {
  const along = glyph.advance / 2;
  const up = glyph.size * 0.3;
  const radians = (glyph.angle * Math.PI) / 180;
  return {
    x: glyph.x + along * Math.cos(radians) + up * Math.sin(radians),
    y: glyph.y + along * Math.sin(radians) - up * Math.cos(radians),
  };
}

function contains(box: Box, point: { x: number; y: number }): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
}

function isOutside(glyph: PaintedGlyph, page: PaintedPage): boolean {
  const middle = middleOf(glyph);
  const paper: Box = { left: 0, top: 0, right: page.width, bottom: page.height };
  if (!contains(paper, middle)) return true;
  const { clip } = glyph.paint;
  const slack = glyph.size * 0.5;
  const widened: Box = {
    left: clip.left - slack,
    top: clip.top - slack,
    right: clip.right + slack,
    bottom: clip.bottom + slack,
  };
  return !contains(widened, middle);
}

/** True where the topmost paint under the glyph has its colour, or paint laid over it covers it. */
function blendsIn(glyph: PaintedGlyph, page: PaintedPage): boolean {
  if (page.fills.length === 0 && page.images.length === 0) return isWhite(glyph.paint.colour);
  const middle = middleOf(glyph);
  if (page.fills.some((fill) => covers(fill, glyph, middle))) return true;
  return hasSameGround(glyph, page, middle);
}

function isWhite(colour: string | null): boolean {
  return colour !== null && contrast(colour, WHITE) < LOWEST_CONTRAST;
}

function covers(fill: PaintedFill, glyph: PaintedGlyph, middle: { x: number; y: number }): boolean {
  return (
    fill.order > glyph.order &&
    fill.rectangular &&
    fill.alpha >= OPAQUE &&
    fill.colour !== null &&
    contains(fill.box, middle)
  );
}

function hasSameGround(
  glyph: PaintedGlyph,
  page: PaintedPage,
  middle: { x: number; y: number },
): boolean {
  const { colour } = glyph.paint;
  if (colour === null) return false;
  const image = page.images.findLast((one) => one.order < glyph.order && contains(one.box, middle));
  // A curve or polygon is known by its outer box only: it may or may not lie under the glyph.
  for (let index = page.fills.length - 1; index >= 0; index -= 1) {
    const fill = page.fills[index];
    if (!fill || fill.order > glyph.order || fill.alpha <= 0.1) continue;
    if (fill.order < (image?.order ?? -1)) break;
    if (!contains(fill.box, middle)) continue;
    if (fill.colour === null || contrast(colour, fill.colour) >= LOWEST_CONTRAST) return false;
    if (fill.rectangular && fill.alpha >= OPAQUE) return true;
  }
  // What a picture shows under the text is not known, so the text has the benefit of the doubt.
  if (image) return false;
  return isWhite(colour);
}
