import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;

/** Draws a PDF of invented text. The first page is there when `draw` is called. */
export function makePdf(
  draw: (pdf: Pdf) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 0, compress: true, ...options });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
    pdf.fontSize(10);
    draw(pdf);
    pdf.end();
  });
}

/** Writes lines below each other, without wrapping. */
export function writeLines(
  pdf: Pdf,
  lines: readonly string[],
  place: { readonly x: number; readonly y: number; readonly leading?: number },
): void {
  lines.forEach((line, index) => {
    pdf.text(line, place.x, place.y + index * (place.leading ?? 14), { lineBreak: false });
  });
}
