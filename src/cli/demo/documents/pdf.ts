import PDFDocument from 'pdfkit';
import { type DemoPerson } from '../person';
import { builtInFontsFor, embedLiberation, HELVETICA, TIMES } from './fonts';
import { DOCUMENT_DATE, type PdfLayout } from './layouts';
import { drawClassic } from './pdf-classic';
import { drawModern } from './pdf-modern';
import { drawSidebarLeft } from './pdf-sidebar-left';
import { drawSidebarRight } from './pdf-sidebar-right';

interface PdfOptions {
  /** Encrypts the file: it opens only with this password. */
  readonly userPassword?: string;
}

/**
 * Equal input gives equal bytes, except when a password is set: encryption draws random keys. Throws
 * RangeError on letters that no font at hand can draw.
 */
export function renderPdf(
  person: DemoPerson,
  layout: PdfLayout,
  options: PdfOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    size: person.phone.startsWith('+44') ? 'A4' : 'LETTER',
    margin: 0,
    bufferPages: true,
    info: {
      Title: `Resume of ${person.name}`,
      Author: person.name,
      CreationDate: DOCUMENT_DATE,
      ModDate: DOCUMENT_DATE,
    },
    ...(options.userPassword === undefined
      ? {}
      : { userPassword: options.userPassword, pdfVersion: '1.7' as const }),
  });
  const bytes = collectPdf(document);
  draw(document, person, layout);
  document.end();
  return bytes;
}

/** The finished file; call `document.end()` after it. */
export function collectPdf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('error', reject);
    document.on('end', () => {
      resolve(Buffer.concat(parts));
    });
  });
}

function draw(document: PDFKit.PDFDocument, person: DemoPerson, layout: PdfLayout): void {
  const text = JSON.stringify(person);
  switch (layout) {
    case 'classic':
      drawClassic(document, person, builtInFontsFor(document, text, TIMES));
      return;
    case 'modern':
      drawModern(document, person, builtInFontsFor(document, text, HELVETICA));
      return;
    case 'sidebar_left':
      drawSidebarLeft(document, person, builtInFontsFor(document, text, HELVETICA));
      return;
    case 'sidebar_right':
      drawSidebarRight(document, person, embedLiberation(document, text));
      return;
  }
}
