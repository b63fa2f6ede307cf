import {
  type DocumentLine,
  type DocumentLink,
  type ExtractedDocument,
  type ExtractionFlag,
  type ExtractionMethod,
} from './document';
import { countSmuggled, withoutInvisible } from './invisible-characters';
import { withHidden } from './layout-flags';
import { injectionFlag } from './prompt-injection';
import { type SourceLine } from './source-line';

interface SourceDocument {
  readonly lines: readonly SourceLine[];
  /** Targets of links that lie on no text, such as a linked picture. */
  readonly looseLinks: readonly string[];
  readonly pageCount: number;
  readonly method: ExtractionMethod;
  readonly flags: readonly ExtractionFlag[];
}

/** Five times the text of the longest academic resumes; more is a book or an attack. */
export const MAX_CONTENT_LENGTH = 400_000;
/** Less text than a short letter has. */
const LOW_TEXT_LENGTH = 200;

/** Lays the lines end to end, so that spans into `content` are right by construction. */
export function buildDocument(source: SourceDocument): ExtractedDocument {
  const lines: DocumentLine[] = [];
  const links: DocumentLink[] = [];
  const parts: string[] = [];
  let start = 0;
  let cut = 0;
  let smuggled = 0;
  for (const raw of source.lines) {
    smuggled += countSmuggled(raw.text);
    const line = withoutInvisible(raw);
    const { text, shift } = trimLine(line.text);
    if (text === '') continue;
    if (start + text.length >= MAX_CONTENT_LENGTH) {
      cut += text.length;
      continue;
    }
    parts.push(text);
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
    start += text.length + 1;
  }
  const content = parts.map((part) => `${part}\n`).join('');
  for (const url of source.looseLinks) links.push({ url, start: null, end: null });
  return {
    content,
    lines,
    links: withoutRepeats(links),
    pageCount: source.pageCount,
    method: source.method,
    flags: [...withHidden(source.flags, smuggled), ...contentFlags(content, cut)],
  };
}

function contentFlags(content: string, cut: number): ExtractionFlag[] {
  const flags = injectionFlag(content);
  if (cut > 0) {
    const message = `The text is too long; ${cut} characters at the end were left out.`;
    flags.push({ code: 'truncated', message, amount: cut });
  }
  if (content.length > 0 && content.length < LOW_TEXT_LENGTH) {
    const message = 'Little text was found; the file may hold pictures or be a fragment.';
    flags.push({ code: 'low_text', message, amount: content.length });
  }
  return flags;
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
