import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { joinHyphenated } from './hyphenation';
import { ocrFlag, ocrUnavailableFlag, unreadFlag } from './image-reader';
import { toFlags } from './layout-flags';
import { type OcrReader, OcrUnavailableError } from './ocr-reader';
import {
  loadPdfLibrary,
  openPdf,
  type PdfDocument,
  type PdfLibrary,
  toUnreadable,
} from './pdf-library';
import { countCharacters, type OpenedPage, openPage } from './pdf-page';
import { readPageText } from './pdf-page-text';
import { PdfRenderer } from './pdf-renderer';
import { readScannedPart, type ScannedText } from './pdf-scan-text';

interface PdfOptions {
  readonly maxPages: number;
  readonly ocr?: OcrReader;
}

/** A resume is shorter; each page takes seconds. */
const MAX_OCR_PAGES = 12;
/** Pages that cannot be recognised take the longest, and rarely come alone. */
const MAX_FAILED_PAGES = 2;

/** @throws UnreadableDocumentError, or OcrUnavailableError when there is nothing but pictures */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<ExtractedDocument> {
  const pdf = await loadPdfLibrary();
  const task = openPdf(pdf, bytes, 'text');
  const renderer = new PdfRenderer(bytes);
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw toUnreadable(error);
    });
    if (document.numPages > options.maxPages) {
      const message = `The PDF has ${document.numPages} pages; at most ${options.maxPages} are read.`;
      throw new UnreadableDocumentError('too_many_pages', message);
    }
    const reading = new PdfReading(pdf, document, renderer, options.ocr ?? null);
    for (let page = 1; page <= document.numPages; page += 1) await reading.readPage(page);
    return reading.end();
  } finally {
    await renderer.close();
    await task.destroy();
  }
}

/** One file being read: what its pages gave so far. */
class PdfReading {
  private readonly lines: SourceLine[] = [];
  private readonly looseLinks: string[] = [];
  private hidden = 0;
  private columns = false;
  private textPages = 0;
  private ocrPages = 0;
  private failedPages = 0;
  private skippedPages = 0;
  private damagedPages = 0;
  /** Why pictures could not be read, for the case that nothing else is in the file. */
  private ocrFailure: UnreadableDocumentError | OcrUnavailableError | null = null;

  constructor(
    private readonly pdf: PdfLibrary,
    private readonly document: PdfDocument,
    private readonly renderer: PdfRenderer,
    private readonly ocr: OcrReader | null,
  ) {}

  async readPage(number: number): Promise<void> {
    // A damaged page costs that page only; what it threw is the library's and says nothing to act on.
    const page = await openPage(this.pdf, this.document, number).catch(() => null);
    if (!page) {
      this.damagedPages += 1;
      return;
    }
    const scan = await this.readScan(page, number);
    const replaced = page.scan?.replacesText === true && scan.segments.length > 0;
    const text = readPageText({
      glyphs: replaced ? [] : [...page.visible, ...scan.glyphs],
      recognised: scan.segments,
      links: page.links,
      page: number,
    });
    this.lines.push(...text.lines);
    this.looseLinks.push(...text.looseLinks);
    this.hidden += page.hidden - scan.explained;
    this.columns ||= text.columns;
    if (page.visible.length > 0 && !replaced) this.textPages += 1;
    if (scan.segments.length + scan.glyphs.length > 0) this.ocrPages += 1;
  }

  end(): ExtractedDocument {
    const pageCount = this.document.numPages;
    if (this.damagedPages === pageCount) {
      throw new UnreadableDocumentError('corrupt', 'The pages of the PDF are damaged.');
    }
    if (this.lines.length === 0 && this.ocrFailure) throw this.ocrFailure;
    const flags = toFlags({ columns: this.columns, hidden: this.hidden });
    if (this.ocrPages > 0) flags.push(ocrFlag(this.ocrPages));
    if (this.ocrFailure instanceof OcrUnavailableError) flags.push(ocrUnavailableFlag());
    const unread = this.skippedPages + this.failedPages;
    if (unread > 0) flags.push(unreadFlag(unread));
    return buildDocument({
      lines: joinHyphenated(this.lines),
      looseLinks: this.looseLinks,
      pageCount,
      method: this.ocrPages === 0 ? 'text' : this.textPages === 0 ? 'ocr' : 'mixed',
      flags,
    });
  }

  private async readScan(page: OpenedPage, number: number): Promise<ScannedText> {
    const isEnough = this.ocrPages >= MAX_OCR_PAGES || this.failedPages >= MAX_FAILED_PAGES;
    if (page.scan && isEnough) {
      this.skippedPages += 1;
      return layerOf(page);
    }
    try {
      return await readScannedPart(page, number, this.renderer, this.ocr);
    } catch (error) {
      const isExpected =
        error instanceof UnreadableDocumentError || error instanceof OcrUnavailableError;
      if (!isExpected) throw error;
      this.ocrFailure = error;
      this.failedPages += 1;
      return layerOf(page);
    }
  }
}

/** The invisible text over a scan, for when the picture itself cannot be read. */
function layerOf(page: OpenedPage): ScannedText {
  const glyphs = page.scan?.layer ?? [];
  return { segments: [], glyphs, explained: countCharacters(glyphs) };
}
