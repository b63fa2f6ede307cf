import { recognisePage } from './ocr-page';
import { type OcrReader } from './ocr-reader';
import { type OpenedPage } from './pdf-page';
import { type PaintedGlyph } from './pdf-page-model';
import { type PdfRenderer } from './pdf-renderer';
import { type Segment } from './pdf-segments';

/** The text of the scanned part of a page, from one of two sources. */
export interface ScannedText {
  /** Recognised in the picture. */
  readonly segments: readonly Segment[];
  /** Of the invisible layer that came with the picture. */
  readonly glyphs: readonly PaintedGlyph[];
  /** Invisible characters that are the picture's own text, and so hide nothing. */
  readonly explained: number;
}

/** Share of the words of a layer that must be in the picture before the layer is believed. */
const BELIEVED_SHARE = 0.6;

const NOTHING: ScannedText = { segments: [], glyphs: [], explained: 0 };

/**
 * Reads what a page shows as pictures. An invisible text layer over a scan is better text than a
 * second recognition, but it can say anything: it is taken only where the picture says the same.
 */
export async function readScannedPart(
  page: OpenedPage,
  number: number,
  renderer: PdfRenderer,
  ocr: OcrReader | null,
): Promise<ScannedText> {
  const { scan } = page;
  if (!scan) return NOTHING;
  const layer = scan.layer.filter((glyph) => glyph.text.trim() !== '');
  if (!ocr) return { segments: [], glyphs: scan.layer, explained: layer.length };
  const rendered = await renderer.render(number, scan.box);
  const segments = await recognisePage(
    { input: Buffer.from(rendered.png), page: 0, inches: rendered.inches },
    ocr,
    scan.box,
  );
  if (scan.replacesText) return { segments, glyphs: [], explained: 0 };
  const own = segments.filter((segment) => !isOverText(segment, page.visible));
  if (layer.length === 0) return { segments: own, glyphs: [], explained: 0 };
  const agreed = agreement(scan.layer, segments);
  if (agreed >= BELIEVED_SHARE) {
    return { segments: [], glyphs: scan.layer, explained: layer.length };
  }
  return { segments: own, glyphs: [], explained: 0 };
}

/** The rendered page shows the file's own text as well, which is there already. */
function isOverText(segment: Segment, visible: readonly PaintedGlyph[]): boolean {
  const middle = (segment.left + segment.right) / 2;
  return visible.some(
    (glyph) =>
      Math.abs(glyph.y - segment.baseline) < segment.size &&
      glyph.x - glyph.size < middle &&
      glyph.x + glyph.advance + glyph.size > middle,
  );
}

/** The share of the layer's letters, by groups of three, that the picture has as well. */
function agreement(layer: readonly PaintedGlyph[], segments: readonly Segment[]): number {
  const seen = new Map<string, number>();
  const count = (text: string, each: (part: string) => void): void => {
    const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    for (let at = 0; at + 3 <= letters.length; at += 1) each(letters.slice(at, at + 3));
  };
  for (const segment of segments) {
    count(segment.text, (part) => seen.set(part, (seen.get(part) ?? 0) + 1));
  }
  let total = 0;
  let found = 0;
  count(layer.map((glyph) => glyph.text).join(''), (part) => {
    total += 1;
    const left = seen.get(part) ?? 0;
    if (left === 0) return;
    found += 1;
    seen.set(part, left - 1);
  });
  return total === 0 ? 0 : found / total;
}
