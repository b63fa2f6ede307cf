import { element } from './elements.js';

const LONGEST = 280;
/** So much stands before the first word that is marked in a text that is cut. */
const LEAD = 80;

/** A text in parts, with the given words marked wherever they stand, in any case; a long one is cut around them. */
export function marked(text, words) {
  const wanted = words
    .filter((word) => word !== '')
    .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  if (wanted.length === 0) {
    return [cut(text, 0)];
  }
  const expression = new RegExp(`(${wanted.join('|')})`, 'gi');
  // Every second part of such a split is what the brackets matched.
  return cut(text, Math.max(0, text.search(expression) - LEAD))
    .split(expression)
    .map((part, place) => (place % 2 === 1 ? element('mark', {}, part) : part));
}

function cut(text, from) {
  if (text.length <= LONGEST) {
    return text;
  }
  const to = from + LONGEST;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
