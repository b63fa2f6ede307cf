/** How a resume looks on paper. Each is a kind that people send; a parser has to read all of them. */
export const PDF_LAYOUTS = ['classic', 'sidebar_left', 'sidebar_right', 'modern'] as const;
export type PdfLayout = (typeof PDF_LAYOUTS)[number];

export const DOCX_LAYOUTS = ['headings', 'table', 'text_box', 'page_header'] as const;
export type DocxLayout = (typeof DOCX_LAYOUTS)[number];

/** The date inside every generated file: equal input gives equal bytes, whenever it is made. */
export const DOCUMENT_DATE = new Date('2026-01-05T09:00:00Z');

export const PDF_MIME = 'application/pdf';
export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
