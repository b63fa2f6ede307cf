import {
  type DocumentLine,
  type DocumentLink,
  type ExtractedDocument,
} from '../../src/modules/resumes/domain/document/document';

/** A line and what its look says; a text alone is an ordinary line of 10 points. */
export type LineOf = string | StyledLine;
export interface StyledLine {
  readonly text: string;
  readonly look: Partial<DocumentLine>;
}

/** A line that looks different from an ordinary one. */
export const styled = (text: string, look: Partial<DocumentLine>): StyledLine => ({ text, look });

/**
 * A document of these lines, tabs between cells, as a reader would give it. An empty line is a gap
 * above the next one.
 */
export function documentOf(
  lines: readonly LineOf[],
  extra: Partial<ExtractedDocument> = {},
): ExtractedDocument {
  const placed: DocumentLine[] = [];
  let content = '';
  let gapBefore = true;
  for (const line of lines) {
    const { text, look } = typeof line === 'string' ? { text: line, look: {} } : line;
    if (text === '') {
      gapBefore = true;
      continue;
    }
    const start = content.length;
    content += `${text}\n`;
    const usual = { page: 1, fontSize: 10, bold: false, heading: false, column: 0, gapBefore };
    placed.push({ ...usual, ...look, start, end: start + text.length });
    gapBefore = false;
  }
  return { content, lines: placed, links: [], pageCount: 1, method: 'text', flags: [], ...extra };
}

/** The lines of a text, its empty lines being gaps. */
export const documentOfText = (text: string): ExtractedDocument => documentOf(text.split('\n'));

/** A link on the first place of `content` that reads like this. */
export function linkOn(content: string, text: string, url: string): DocumentLink {
  const start = content.indexOf(text);
  return { url, start, end: start + text.length };
}
