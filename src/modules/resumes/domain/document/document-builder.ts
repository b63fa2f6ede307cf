import {
  type DocumentLine,
  type DocumentLink,
  type ExtractedDocument,
  type ExtractionFlag,
  type ExtractionMethod,
} from './document';

/** A line as a reader of one format found it, before it has a place in the content. */
export interface SourceLine {
  readonly text: string;
  readonly page: number;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly heading: boolean;
  readonly column: number;
  readonly gapBefore?: boolean;
  readonly links?: readonly SourceLink[];
}

/** A link on part of a line; offsets count from the start of the line's text. */
export interface SourceLink {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

export interface SourceDocument {
  readonly lines: readonly SourceLine[];
  /** Targets of links that lie on no text, such as a linked picture. */
  readonly looseLinks: readonly string[];
  readonly pageCount: number;
  readonly method: ExtractionMethod;
  readonly flags: readonly ExtractionFlag[];
}

/** Lays the lines end to end, so that spans into `content` are right by construction. */
export function buildDocument(source: SourceDocument): ExtractedDocument {
  const lines: DocumentLine[] = [];
  const links: DocumentLink[] = [];
  let content = '';
  for (const line of source.lines) {
    const { text, shift } = trimLine(line.text);
    if (text === '') continue;
    const start = content.length;
    content += `${text}\n`;
    const { page, fontSize, bold, heading, column } = line;
    const gapBefore = line.gapBefore ?? false;
    lines.push({
      start,
      end: start + text.length,
      page,
      fontSize,
      bold,
      heading,
      column,
      gapBefore,
    });
    for (const link of line.links ?? []) {
      const from = Math.max(0, link.start - shift);
      const to = Math.min(text.length, link.end - shift);
      const onText = to > from;
      links.push({
        url: link.url,
        start: onText ? start + from : null,
        end: onText ? start + to : null,
      });
    }
  }
  for (const url of source.looseLinks) links.push({ url, start: null, end: null });
  return {
    content,
    lines,
    links: withoutRepeats(links),
    pageCount: source.pageCount,
    method: source.method,
    flags: source.flags,
  };
}

/** Line ends inside a line would break the rule that lines cover the content exactly. */
function trimLine(raw: string): { text: string; shift: number } {
  const oneLine = raw.replace(/[\n\r\v\f\u0085\u2028\u2029\0]/gu, ' ');
  const trimmedStart = oneLine.trimStart();
  return { text: trimmedStart.trimEnd(), shift: oneLine.length - trimmedStart.length };
}

function withoutRepeats(links: readonly DocumentLink[]): DocumentLink[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    const key = `${link.url}\n${link.start ?? ''}\n${link.end ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
