import sharp from 'sharp';
import { type ExtractedDocument, type ExtractionFlag } from './document';
import { buildDocument, type SourceLine } from './document-builder';
import { UnreadableDocumentError } from './document.errors';
import { joinHyphenated } from './hyphenation';
import { toFlags } from './layout-flags';
import { recognisePage } from './ocr-page';
import { type OcrReader } from './ocr-reader';
import { readPageText } from './pdf-page-text';

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
  const lines: SourceLine[] = [];
  let columns = false;
  for (let page = 0; page < pageCount; page += 1) {
    const recognised = await recognisePage({ input, page, inches: null }, ocr);
    const text = readPageText({ glyphs: [], recognised, links: [], page: page + 1 });
    lines.push(...text.lines);
    columns ||= text.columns;
  }
  return buildDocument({
    lines: joinHyphenated(lines),
    looseLinks: [],
    pageCount,
    method: 'ocr',
    flags: [...toFlags({ columns, hidden: 0 }), ocrFlag(pageCount)],
  });
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
