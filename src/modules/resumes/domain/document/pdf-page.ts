import { type PdfDocument, type PdfLibrary, type PdfPage } from './pdf-library';
import {
  type Matrix,
  type PaintedFont,
  type PaintedGlyph,
  type PaintedPage,
  transformBox,
} from './pdf-page-model';
import { type PageLink } from './pdf-page-text';
import { paintPage } from './pdf-painting';
import { findScannedPart, type ScannedPart } from './pdf-scans';
import { findHiddenGlyphs } from './pdf-visibility';

/** What a page shows, apart from what is in its pictures. */
export interface OpenedPage {
  readonly visible: readonly PaintedGlyph[];
  /** Characters that a person cannot see. */
  readonly hidden: number;
  readonly links: readonly PageLink[];
  readonly scan: ScannedPart | null;
}

/** Flags of an annotation that nobody sees: it is invisible, or not to be viewed. */
const UNSEEN = 0x01 | 0x20;

/** Fonts whose glyphs are pictures; without a text mapping of their own they come out as letters. */
const ICON_FONT = /awesome|icon|glyphs|fontello|webdings|emoji|ionic|entypo|marvosym|typicons/i;

export async function openPage(
  pdf: PdfLibrary,
  document: PdfDocument,
  number: number,
): Promise<OpenedPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as readonly number[];
  const base: Matrix = [a, b, c, d, e, f];
  const painted = await paint(pdf, document, page, base);
  const hidden = findHiddenGlyphs(painted);
  const visible = painted.glyphs.filter((glyph) => !hidden.has(glyph));
  const links = await readLinks(pdf, document, number, base);
  page.cleanup();
  return {
    visible,
    hidden: countCharacters([...hidden]),
    links,
    scan: findScannedPart(painted, visible),
  };
}

async function paint(
  pdf: PdfLibrary,
  document: PdfDocument,
  page: PdfPage,
  base: Matrix,
): Promise<PaintedPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const layers = await document.getOptionalContentConfig();
  const fonts = new Map<string, PaintedFont | null>();
  return paintPage(list, pdf.OPS, {
    width,
    height,
    base,
    fontOf: (name) => {
      const known = fonts.get(name);
      if (known !== undefined) return known;
      const font = toPaintedFont(loadedObject(page, name));
      fonts.set(name, font);
      return font;
    },
    layerVisible: (layer) => layer === null || Boolean(layers.isVisible(layer)),
  });
}

export function countCharacters(glyphs: readonly PaintedGlyph[]): number {
  return glyphs.filter((glyph) => glyph.text.trim() !== '').length;
}

function loadedObject(page: PdfPage, name: string): unknown {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  return font;
}

function toPaintedFont(font: unknown): PaintedFont | null {
  if (typeof font !== 'object' || font === null) return null;
  const flag = (name: string): boolean => Reflect.get(font, name) === true;
  const name: unknown = Reflect.get(font, 'name');
  const matrix: unknown = Reflect.get(font, 'fontMatrix');
  const box: unknown = Reflect.get(font, 'bbox');
  const [, bottom, , top] = Array.isArray(box) ? (box as readonly unknown[]) : [];
  return {
    bold:
      flag('bold') ||
      flag('black') ||
      (typeof name === 'string' && /bold|black|heavy|demi/i.test(name)),
    icons: typeof name === 'string' && ICON_FONT.test(name),
    fontMatrix: Array.isArray(matrix) ? matrix.map(Number) : null,
    vertical: flag('vertical'),
    type3: flag('isType3Font'),
    boxHeight: typeof top === 'number' && typeof bottom === 'number' ? top - bottom : 0,
  };
}

/** Asked for by type, since the library reads a page's whole text once more for all its annotations. */
async function readLinks(
  pdf: PdfLibrary,
  document: PdfDocument,
  number: number,
  base: Matrix,
): Promise<PageLink[]> {
  const types = new Set([pdf.AnnotationType.LINK, pdf.AnnotationType.WIDGET]);
  const others = new Set(Array.from({ length: document.numPages }, (_, index) => index));
  others.delete(number - 1);
  // Broken annotations cost the links, not the text.
  const annotations: readonly unknown[] | null = await document
    .getAnnotationsByType(types, others)
    .catch(() => null);
  return (annotations ?? []).flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const flags: unknown = Reflect.get(annotation, 'annotationFlags');
    if (typeof flags === 'number' && (flags & UNSEEN) !== 0) return [];
    const url: unknown = Reflect.get(annotation, 'url') ?? Reflect.get(annotation, 'unsafeUrl');
    const rect: unknown = Reflect.get(annotation, 'rect');
    if (typeof url !== 'string' || !Array.isArray(rect)) return [];
    return [{ url, box: transformBox(base, rect.map(Number)) }];
  });
}
