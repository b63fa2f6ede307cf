import type { Evidence } from '../../resumes';

const LONGEST_QUOTE = 300;
const SHOWN_LINE = 160;
const WORD_AT_THE_EDGE = /^\S*\s|\s\S*$/g;

/** Where the resume has these words, whatever stands between them; null when it has not. */
export function findQuote(content: string, quote: string): Evidence | null {
  const words = quote.trim().split(/\s+/u);
  if (quote.trim().length < 2 || quote.length > LONGEST_QUOTE) {
    return null;
  }
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').exec(content);
  return found === null
    ? null
    : { start: found.index, end: found.index + found[0].length, text: found[0] };
}

/** The line around a place, so that a reader sees what was said; of a long one the part around it. */
export function lineAround(content: string, place: Pick<Evidence, 'start' | 'end'>): Evidence {
  const lineStart = content.lastIndexOf('\n', place.start - 1) + 1;
  const lineEnd = content.indexOf('\n', place.end);
  const around = Math.max(0, Math.floor((SHOWN_LINE - (place.end - place.start)) / 2));
  const start = Math.max(lineStart, place.start - around);
  const end = Math.min(lineEnd === -1 ? content.length : lineEnd, place.end + around);
  return trimmed(content, {
    start: start === lineStart ? start : start + cutWord(content.slice(start, place.start), true),
    end: end === lineEnd ? end : end - cutWord(content.slice(place.end, end), false),
  });
}

/** Letters of a word that is cut at the beginning or end of a part. */
function cutWord(part: string, isStart: boolean): number {
  const cut = part.match(WORD_AT_THE_EDGE) ?? [];
  const edge = isStart ? cut[0] : cut.at(-1);
  return edge === undefined || (isStart ? !/^\S*\s$/.test(edge) : !/^\s\S*$/.test(edge))
    ? 0
    : edge.length;
}

function trimmed(content: string, { start, end }: { start: number; end: number }): Evidence {
  const text = content.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const to = end - (text.length - text.trimEnd().length);
  return { start: from, end: to, text: content.slice(from, to) };
}
