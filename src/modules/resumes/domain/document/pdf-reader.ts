import { type ExtractedDocument } from './document';
import { buildDocument, type SourceLine } from './document-builder';
import { UnreadableDocumentError } from './document.errors';
import { joinHyphenated } from './hyphenation';
import { toFlags } from './layout-flags';
import { type PageLink, readPageText } from './pdf-page-text';
import { type Matrix, type PaintedFont, transformBox } from './pdf-page-model';
import { paintPage } from './pdf-painting';
import { findHiddenGlyphs } from './pdf-visibility';

type PdfLibrary = Awaited<ReturnType<typeof importLibrary>>;
type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Fonts whose glyphs are pictures; without a text mapping of their own they come out as letters. */
const ICON_FONT = /awesome|icon|glyphs|fontello|webdings|emoji|ionic|entypo|marvosym|typicons/i;

let library: Promise<PdfLibrary> | null = null;

// The return type is the library's own; naming it would take an import type.
const importLibrary = async () => import('pdfjs-dist/legacy/build/pdf.mjs');

/** The library is an ES module of 4 MB: loaded when the first PDF comes, then kept by the worker. */
function loadLibrary(): Promise<PdfLibrary> {
  library ??= importLibrary();
  return library;
}

export async function readPdf(
  bytes: Uint8Array,
  options: { readonly maxPages: number },
): Promise<ExtractedDocument> {
  const pdf = await loadLibrary();
  const task = pdf.getDocument({
    // pdf.js takes the buffer over, so the caller's bytes would be gone.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    // Pictures are found by the hole they leave; decoding them costs more than all the text.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw toUnreadable(error);
    });
    return await readPages(pdf, document, options.maxPages);
  } finally {
    await task.destroy();
  }
}

function toUnreadable(error: unknown): UnreadableDocumentError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    const message = 'The PDF is protected by a password; ask for a copy without one.';
    return new UnreadableDocumentError('encrypted', message, { cause: error });
  }
  const message = 'The PDF is damaged and cannot be opened.';
  return new UnreadableDocumentError('corrupt', message, { cause: error });
}

async function readPages(
  pdf: PdfLibrary,
  document: PdfDocument,
  maxPages: number,
): Promise<ExtractedDocument> {
  if (document.numPages > maxPages) {
    const message = `The PDF has ${document.numPages} pages; at most ${maxPages} are read.`;
    throw new UnreadableDocumentError('too_many_pages', message);
  }
  const lines: SourceLine[] = [];
  const looseLinks: string[] = [];
  let hidden = 0;
  let columnPages = 0;
  let unreadable = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => null);
    const text = page ? await readPage(pdf, document, page, number).catch(() => null) : null;
    page?.cleanup();
    if (!text) {
      unreadable += 1;
      continue;
    }
    lines.push(...text.lines);
    looseLinks.push(...text.looseLinks);
    hidden += text.hidden;
    if (text.columns) columnPages += 1;
  }
  if (unreadable === document.numPages) {
    throw new UnreadableDocumentError('corrupt', 'The pages of the PDF are damaged.');
  }
  return buildDocument({
    lines: joinHyphenated(lines),
    looseLinks,
    pageCount: document.numPages,
    method: 'text',
    flags: toFlags({ columns: columnPages > 0, hidden }),
  });
}

async function readPage(
  pdf: PdfLibrary,
  document: PdfDocument,
  page: PdfPage,
  number: number,
): Promise<ReturnType<typeof readPageText> & { readonly hidden: number }> {
  const viewport = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as readonly number[];
  const base: Matrix = [a, b, c, d, e, f];
  const list = await page.getOperatorList();
  const layers = await document.getOptionalContentConfig();
  const fonts = new Map<string, PaintedFont | null>();
  const painted = paintPage(list, pdf.OPS, {
    width: viewport.width,
    height: viewport.height,
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
  const hidden = findHiddenGlyphs(painted);
  const visible = painted.glyphs.filter((glyph) => !hidden.has(glyph));
  const links = await readLinks(page, base);
  return { ...readPageText(visible, links, number), hidden: countCharacters(hidden) };
}

function countCharacters(glyphs: ReadonlySet<{ readonly text: string }>): number {
  let count = 0;
  for (const glyph of glyphs) if (glyph.text.trim() !== '') count += 1;
  return count;
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

async function readLinks(page: PdfPage, base: Matrix): Promise<PageLink[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly unknown[];
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const url: unknown = Reflect.get(annotation, 'url') ?? Reflect.get(annotation, 'unsafeUrl');
    const rect: unknown = Reflect.get(annotation, 'rect');
    if (typeof url !== 'string' || !Array.isArray(rect)) return [];
    return [{ url, box: transformBox(base, rect.map(Number)) }];
  });
}
