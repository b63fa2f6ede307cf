import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { decodeText } from './text-encoding';

export function readText(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes);
  if (text === null) {
    throw new UnreadableDocumentError('corrupt', 'The file is not text in a known encoding.');
  }
  return buildDocument({
    lines: toPlainLines(text),
    looseLinks: [],
    pageCount: text.replace(/\f\s*$/u, '').split('\f').length,
    method: 'text',
    flags: [],
  });
}

/** Lines of text without layout; an empty line before one becomes its `gapBefore`. */
function toPlainLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let page = 1;
  let gapBefore = true;
  for (const raw of text.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/u)) {
    // A form feed stands at the start of the first line of a new page.
    page += raw.split('\f').length - 1;
    const line = raw.replace(/[\p{Cc}\u200b\ufeff]/gu, (mark) => (mark === '\t' ? '\t' : ''));
    if (line.trim() === '') {
      gapBefore = true;
      continue;
    }
    const plain = { fontSize: null, bold: false, heading: false, column: 0 };
    lines.push({ ...plain, text: line.replace(/ {3,}|\t+/gu, '\t'), page, gapBefore });
    gapBefore = false;
  }
  return lines;
}
