export const DOCUMENT_TYPES = [
  'pdf',
  'docx',
  'doc',
  'odt',
  'rtf',
  'html',
  'txt',
  'png',
  'jpg',
  'tiff',
  'webp',
] as const;
/** What a file is by its bytes; its name is never asked. */
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/**
 * What reading a file gives, whatever its format: the visible text in reading order, with enough of
 * the layout for the profile to find headings and columns. Nothing here knows what a resume is.
 */
export interface ExtractedDocument {
  /**
   * Visible text in reading order, lines ended by `\n`; every span of the system points into it.
   * No line is empty. Parts of a line that stand apart (table cells, a date at the margin) are
   * separated by one tab.
   */
  readonly content: string;
  /** The lines of `content`, in order and without gaps other than the line ends. */
  readonly lines: readonly DocumentLine[];
  /** Targets of links and link annotations, with the text they lie on when there is one. */
  readonly links: readonly DocumentLink[];
  readonly pageCount: number;
  readonly method: ExtractionMethod;
  readonly flags: readonly ExtractionFlag[];
}

export const EXTRACTION_METHODS = ['text', 'ocr', 'mixed'] as const;
/** `text`: the file's own text; `ocr`: read from pictures; `mixed`: pages of both kinds. */
export type ExtractionMethod = (typeof EXTRACTION_METHODS)[number];

export interface DocumentLine {
  /** Offsets into `content`, the line end not included. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly page: number;
  /** Text size in points; null where the format does not tell. */
  readonly fontSize: number | null;
  readonly bold: boolean;
  /** Set by the format itself: a heading style of DOCX, `<h1>`..`<h6>`. */
  readonly heading: boolean;
  /** From 0, left to right: the column or sidebar that the line stands in. */
  readonly column: number;
  /** True when more than the usual space stands above the line: a new paragraph, entry or block. */
  readonly gapBefore?: boolean;
}

export interface DocumentLink {
  readonly url: string;
  readonly start: number | null;
  readonly end: number | null;
}

export const EXTRACTION_FLAG_CODES = [
  'two_columns',
  'hidden_text',
  'prompt_injection',
  'ocr',
  'ocr_unavailable',
  'low_text',
  'truncated',
  'no_dates_found',
  'no_contact_found',
  'no_sections_found',
] as const;
export type ExtractionFlagCode = (typeof EXTRACTION_FLAG_CODES)[number];

export interface ExtractionFlag {
  readonly code: ExtractionFlagCode;
  /** In words a recruiter understands. */
  readonly message: string;
  /** How much: hidden characters, pages read by OCR. */
  readonly amount: number | null;
}
