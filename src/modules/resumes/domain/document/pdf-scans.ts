import { type Box, type PaintedGlyph, type PaintedPage } from './pdf-page-model';

/** Part of a page whose text is in pictures, or drawn as shapes. */
export interface ScannedPart {
  readonly box: Box;
  /** Invisible text that a scanner's own OCR laid over the picture. */
  readonly layer: readonly PaintedGlyph[];
  /** True where the page's own text is unreadable signs, so that only the picture of it counts. */
  readonly replacesText: boolean;
}

/** Pictures smaller than this share of the page are portraits, logos and icons. */
const SMALLEST_SHARE = 0.12;
/** Characters over a picture that make it a background rather than a scan. */
const BACKGROUND_CHARACTERS = 60;
/** A page with fewer characters of its own may be drawn as shapes. */
const EMPTY_PAGE_CHARACTERS = 20;
const DRAWN_PAGE_SHAPES = 150;
/** A page of fewer signs may be a cover of icons. */
const FEWEST_SIGNS = 40;
const ILLEGIBLE_SHARE = 0.4;

/** The part of a page that only OCR can read; null for pages whose text is all there. */
export function findScannedPart(
  page: PaintedPage,
  visible: readonly PaintedGlyph[],
): ScannedPart | null {
  const whole: Box = { left: 0, top: 0, right: page.width, bottom: page.height };
  if (isIllegible(visible)) return { box: whole, layer: [], replacesText: true };
  const pageArea = page.width * page.height;
  const pictures = page.images
    .map((image) => image.box)
    .filter((box) => areaOf(box) >= 0.01 * pageArea);
  const scanned = mergeTouching(pictures).filter(
    (box) =>
      areaOf(box) >= SMALLEST_SHARE * pageArea &&
      visible.filter((glyph) => isInside(glyph, box)).length < BACKGROUND_CHARACTERS,
  );
  const [first, ...rest] = scanned;
  if (first) {
    const box = rest.reduce(union, first);
    const layer = page.glyphs.filter(
      (glyph) => glyph.paint.renderMode === 3 && isInside(glyph, box),
    );
    return { box, layer, replacesText: false };
  }
  const isDrawn = visible.length < EMPTY_PAGE_CHARACTERS && page.fills.length >= DRAWN_PAGE_SHAPES;
  return isDrawn ? { box: whole, layer: [], replacesText: false } : null;
}

/** Fonts without a mapping to text give signs of private use or none at all for their letters. */
function isIllegible(visible: readonly PaintedGlyph[]): boolean {
  let signs = 0;
  let unknown = 0;
  for (const { text } of visible) {
    if (text.trim() === '' && text !== '') continue;
    signs += 1;
    if (text === '' || /[\p{Co}\p{Cc}\p{Cn}\ufffd]/u.test(text)) unknown += 1;
  }
  return signs >= FEWEST_SIGNS && unknown > signs * ILLEGIBLE_SHARE;
}

/** Scanners cut a page into strips: boxes that touch are one picture. */
function mergeTouching(boxes: readonly Box[]): Box[] {
  const merged: Box[] = [];
  for (const box of boxes) {
    let grown = box;
    for (let index = merged.length - 1; index >= 0; index -= 1) {
      const other = merged[index];
      if (other && touches(grown, other)) {
        grown = union(grown, other);
        merged.splice(index, 1);
      }
    }
    merged.push(grown);
  }
  return merged;
}

function touches(one: Box, other: Box): boolean {
  const slack = 2;
  return (
    one.left <= other.right + slack &&
    other.left <= one.right + slack &&
    one.top <= other.bottom + slack &&
    other.top <= one.bottom + slack
  );
}

function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

function isInside(glyph: PaintedGlyph, box: Box): boolean {
  return glyph.x >= box.left && glyph.x <= box.right && glyph.y >= box.top && glyph.y <= box.bottom;
}
