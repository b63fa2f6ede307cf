import { dirname, join } from 'node:path';
import { UnreadableDocumentError } from './document.errors';

/** The half of the library that reads; the other half imports it only when the first PDF is opened. */
const READING_HALF = 'pdfjs-dist/legacy/build/pdf.worker.mjs' as string;

// The return type is the library's own; naming it would take an import type.
const importLibrary = async () => import('pdfjs-dist/legacy/build/pdf.mjs');

export type PdfLibrary = Awaited<ReturnType<typeof importLibrary>>;
export type PdfTask = ReturnType<PdfLibrary['getDocument']>;
export type PdfDocument = Awaited<PdfTask['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

let library: Promise<PdfLibrary> | null = null;

/** The library is an ES module of 4 MB: loaded when the first PDF comes, then kept by the worker. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  library ??= importWithoutSlowPatches();
  return library;
}

/**
 * The library's build for Node 20 brings core-js, which replaces built-in functions over details that
 * nothing here needs: its `push` alone takes a fifth of the time of reading a PDF. What was there
 * before comes back; what was missing stays added.
 */
async function importWithoutSlowPatches(): Promise<PdfLibrary> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const json = Object.getOwnPropertyDescriptors(JSON);
  const pdf = await importLibrary();
  await import(READING_HALF);
  Object.defineProperties(Array.prototype, push === undefined ? {} : { push });
  Object.defineProperties(JSON, { parse: json.parse, stringify: json.stringify });
  return pdf;
}

/**
 * Opens a PDF for its text or for rendering. For text, pictures are not decoded: they are found by
 * the hole that they leave, and decoding them costs more than all the text.
 */
export function openPdf(
  pdf: PdfLibrary,
  bytes: Uint8Array,
  purpose: 'text' | 'rendering',
): PdfTask {
  const root = dirname(require.resolve('pdfjs-dist/package.json'));
  return pdf.getDocument({
    // pdf.js takes the buffer over, so the caller's bytes would be gone.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    maxImageSize: purpose === 'text' ? 1 : MAX_IMAGE_PIXELS,
    ...(purpose === 'text'
      ? {}
      : { wasmUrl: join(root, 'wasm/'), standardFontDataUrl: join(root, 'standard_fonts/') }),
  });
}

/** 100 megapixels, 400 MB when decoded. */
const MAX_IMAGE_PIXELS = 100_000_000;

export function toUnreadable(error: unknown): UnreadableDocumentError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    const message = 'The PDF is protected by a password; ask for a copy without one.';
    return new UnreadableDocumentError('encrypted', message, { cause: error });
  }
  const message = 'The PDF is damaged and cannot be opened.';
  return new UnreadableDocumentError('corrupt', message, { cause: error });
}
