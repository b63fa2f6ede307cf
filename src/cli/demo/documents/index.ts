export { renderDocx } from './docx';
export { liberationPath } from './fonts';
export { DOCUMENT_DATE, DOCX_MIME, type DocxLayout, PDF_MIME, type PdfLayout } from './layouts';
export { collectPdf, renderPdf } from './pdf';
export { dateRange, degreeLine, yearRange } from './wording';
export { unzip, zipOf } from './zip';
