import sharp from 'sharp';
import { type ExtractedDocument, type ExtractionFlag } from './document';
import { buildDocument } from './document-builder';
import { UnreadableDocumentError } from './document.errors';
import { joinHyphenated } from './hyphenation';
import { toFlags } from './layout-flags';
import { recognisePage } from './ocr-page';
import { type OcrReader } from './ocr-reader';
import { readPageText } from './pdf-page-text';
import { type Segment } from './pdf-segments';

/**
 * Reads a picture of a page, or several in one TIFF.
 * @throws UnreadableDocumentError
 */
export async function readImage(
  bytes: Uint8Array,
  options: { readonly maxPages: number; readonly ocr?: OcrReader },
): Promise<ExtractedDocument> {
  const { ocr, maxPages } = options;
  if (!ocr) {
    const message = 'The file is a picture, and reading pictures is switched off.';
    throw new UnreadableDocumentError('no_text', message);
  }
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageCount = await countPages(input);
  if (pageCount > maxPages) {
    const message = `The picture has ${pageCount} pages; at most ${maxPages} are read.`;
    throw new UnreadableDocumentError('too_many_pages', message);
  }
  const { pages, failure } = await recognisePages(input, pageCount, ocr);
  if (failure && pages.length === 0) throw failure;
  const texts = pages.map((recognised, index) =>
    readPageText({ glyphs: [], recognised, links: [], page: index + 1 }),
  );
  const columns = texts.some((text) => text.columns);
  const flags = [...toFlags({ columns, hidden: 0 }), ocrFlag(pages.length)];
  if (failure) flags.push(unreadFlag(pageCount - pages.length));
  return buildDocument({
    lines: joinHyphenated(texts.flatMap((text) => text.lines)),
    looseLinks: [],
    pageCount,
    method: 'ocr',
    flags,
  });
}

/** The pages up to the first that fails: those after it would take as long. */
async function recognisePages(
  input: Buffer,
  pageCount: number,
  ocr: OcrReader,
): Promise<{ pages: Segment[][]; failure: UnreadableDocumentError | null }> {
  const pages: Segment[][] = [];
  try {
    while (pages.length < pageCount) {
      pages.push(await recognisePage({ input, page: pages.length, inches: null }, ocr));
    }
    return { pages, failure: null };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { pages, failure: error };
    throw error;
  }
}

async function countPages(input: Buffer): Promise<number> {
  try {
    const { pages } = await sharp(input, { limitInputPixels: false }).metadata();
    return pages ?? 1;
  } catch (error) {
    const message = 'The picture is damaged and cannot be opened.';
    throw new UnreadableDocumentError('corrupt', message, { cause: error });
  }
}

export function ocrFlag(pages: number): ExtractionFlag {
  const message = `The text of ${pages} page(s) was read from a picture and may have errors.`;
  return { code: 'ocr', message, amount: pages };
}

export function unreadFlag(pages: number): ExtractionFlag {
  const message = `${pages} page(s) with pictures of text could not be read.`;
  return { code: 'truncated', message, amount: pages };
}

export function ocrUnavailableFlag(): ExtractionFlag {
  const message =
    'Pictures of text could not be read, because text recognition does not work on this server. Process the resume again when it does.';
  return { code: 'ocr_unavailable', message, amount: null };
}
