import { element } from './elements.js';

/** So much of a line is shown on each side of what proves the skill. */
const MARGIN = 90;

/**
 * The lines of a resume that prove something, the proof marked, each line once. Without the resume's text, or
 * where it was read anew since, the proof alone.
 */
export function quotesOf(evidence, content) {
  const lines = new Map();
  for (const proof of evidence) {
    const found = lineAround(proof, content);
    lines.set(found.key, lines.get(found.key) ?? found);
  }
  return [...lines.values()].map(({ before, text, after }) =>
    element('blockquote', {}, before, element('mark', {}, text), after),
  );
}

function lineAround({ start, end, text }, content) {
  if (content === null || content.slice(start, end) !== text) {
    return { key: text, before: '', text, after: '' };
  }
  const lineStart = content.lastIndexOf('\n', start - 1) + 1;
  const nextLine = content.indexOf('\n', end);
  const lineEnd = nextLine === -1 ? content.length : nextLine;
  const from = Math.max(lineStart, start - MARGIN);
  const to = Math.min(lineEnd, end + MARGIN);
  return {
    key: lineStart,
    before: `${from > lineStart ? '…' : ''}${content.slice(from, start)}`,
    text,
    after: `${content.slice(end, to)}${to < lineEnd ? '…' : ''}`,
  };
}
