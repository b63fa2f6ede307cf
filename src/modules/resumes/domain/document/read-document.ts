import { type DocumentType, type ExtractedDocument } from './document';
import { UnreadableDocumentError } from './document.errors';
import { readDoc } from './doc-reader';
import { readDocx } from './docx-reader';
import { detectFileType } from './file-type';
import { readHtml } from './html-reader';
import { readImage } from './image-reader';
import { type OcrReader, OcrUnavailableError } from './ocr-reader';
import { readOdt } from './odt-reader';
import { readPdf } from './pdf-reader';
import { readRtf } from './rtf-reader';
import { readText } from './text-reader';

export { detectFileType } from './file-type';
export { TesseractReader } from './tesseract-reader';

interface ReadOptions {
  /** Longer files are refused. */
  readonly maxPages: number;
  /** Without it, pictures and scanned pages have no text. */
  readonly ocr?: OcrReader;
}

/**
 * Reads a file of any supported format, told by its bytes. Takes as long as the file makes it
 * take: run it in a worker thread with limits of time and memory around it.
 * @throws UnreadableDocumentError and nothing else, whatever the bytes are; OcrUnavailableError when
 *   pictures had to be read and the engine for it does not start
 */
export async function readDocument(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw new UnreadableDocumentError('empty', 'The file is empty.');
  try {
    const type = await detectFileType(bytes);
    if (!type) {
      const message = 'The file is of a kind that cannot be read as a resume.';
      throw new UnreadableDocumentError('unsupported_type', message);
    }
    const document = await readAs(type, bytes, options);
    if (document.content !== '') return document;
    throw new UnreadableDocumentError('no_text', 'No text was found in the file.');
  } catch (error) {
    if (error instanceof UnreadableDocumentError || error instanceof OcrUnavailableError)
      throw error;
    const message = 'The file is damaged and cannot be read.';
    throw new UnreadableDocumentError('corrupt', message, { cause: error });
  }
}

async function readAs(
  type: DocumentType,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ExtractedDocument> {
  switch (type) {
    case 'pdf':
      return readPdf(bytes, options);
    case 'docx':
      return readDocx(bytes);
    case 'odt':
      return readOdt(bytes);
    case 'rtf':
      return readRtf(bytes);
    case 'html':
      return readHtml(bytes);
    case 'txt':
      return readText(bytes);
    case 'doc':
      return readDoc(bytes);
    case 'png':
    case 'jpg':
    case 'tiff':
    case 'webp':
      return readImage(bytes, options);
  }
}
