import type { TermSpan } from './search-words';

/** A passage of a resume; `text` is exactly `content.slice(start, end)`. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TermPassage extends Passage {
  /** The query's terms in it, each once, in order. */
  readonly terms: readonly string[];
}

const WIDTH = 240;

/**
 * The passages that hold the most different terms, best first, none overlapping. Edges lie on line ends or
 * between words.
 */
export function termPassages(
  content: string,
  spans: readonly TermSpan[],
  count: number,
): readonly TermPassage[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const windows = ordered
    .map((first, index) => windowFrom(content, ordered, index, first))
    .sort((a, b) => b.terms.length - a.terms.length || a.start - b.start);
  const chosen: TermPassage[] = [];
  const shown = new Set<string>();
  for (const window of windows) {
    const isNew = window.terms.some((term) => !shown.has(term));
    const isFree = chosen.every((one) => window.end <= one.start || window.start >= one.end);
    if (chosen.length < count && isFree && isNew) {
      chosen.push(window);
      window.terms.forEach((term) => shown.add(term));
    }
  }
  return chosen;
}

/** The passage of a span that is known already, kept inside the content; null when it is blank. */
export function passageAt(content: string, start: number, end: number): Passage | null {
  const text = content.slice(Math.max(0, start), Math.max(0, end));
  return text.trim() === '' ? null : { start, end: start + text.length, text };
}

/** The line around a span, shortened to the usual width. */
export function passageAround(content: string, start: number, end: number): Passage {
  const edges = edgesAround(content, start, end);
  return { ...edges, text: content.slice(edges.start, edges.end) };
}

function windowFrom(
  content: string,
  spans: readonly TermSpan[],
  index: number,
  first: TermSpan,
): TermPassage {
  let end = first.end;
  const terms = new Set<string>();
  for (const span of spans.slice(index)) {
    if (span.end - first.start > WIDTH) {
      break;
    }
    terms.add(span.term);
    end = Math.max(end, span.end);
  }
  const edges = edgesAround(content, first.start, end);
  return { ...edges, text: content.slice(edges.start, edges.end), terms: [...terms] };
}

/** Widens a span to its lines, or to words when they are long. The span itself always stays inside. */
function edgesAround(content: string, from: number, to: number): { start: number; end: number } {
  const room = Math.max(0, WIDTH - (to - from)) / 2;
  const earliest = Math.max(0, Math.floor(from - room));
  const latest = Math.min(content.length, Math.ceil(to + room));
  const before = content.slice(earliest, from);
  const after = content.slice(to, latest);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.indexOf('\n');
  const start = earliest + (lineStart > 0 || earliest === 0 ? lineStart : afterSpace(before));
  const end =
    lineEnd >= 0 ? to + lineEnd : latest === content.length ? latest : to + untilSpace(after);
  const blank = /^\s*/.exec(content.slice(start, from))?.[0].length ?? 0;
  const tail = /\s*$/.exec(content.slice(to, end))?.[0].length ?? 0;
  return { start: start + blank, end: end - tail };
}

function afterSpace(text: string): number {
  const space = text.search(/\s/);
  return space < 0 ? text.length : space;
}

function untilSpace(text: string): number {
  const match = /\s\S*$/.exec(text);
  return match === null ? 0 : match.index;
}
