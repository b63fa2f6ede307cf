import { visibleWord, wordKey } from './word-key';

/** What stands between a token and the one before it. */
export type Gap =
  | 'none'
  | 'space'
  /** The end of a line that is full: the paragraph goes on. */
  | 'line'
  | 'hyphen'
  /** A hyphen at the end of a line: the next token may continue the word. */
  | 'hyphen-line'
  | 'dot'
  | 'slash'
  /** Anything that separates thoughts: punctuation, bullets, lines that end early, the start of the text. */
  | 'break';

/** A word of a text with its place; symbols that belong to a name ("C++", ".NET") are part of it. */
export interface Token {
  /** Compared ignoring case, accents and spelling variants; see `wordKey`. */
  readonly key: string;
  /** Compared by case-sensitive forms. */
  readonly visible: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

const WORD = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]+(?:['’]\p{L}+)*|&/gu;
const STARTS_WITH_WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]/u;
const ENDS_WITH_WORD_CHARACTER = /[\p{L}\p{M}\p{N}]$/u;
/** Characters of a line that are looked at; a longer one is a paragraph. */
const LONGEST_LINE = 200;
const LINE_END = /\r\n|[\n\r\u2028\u2029\f\v]/;
const SUFFIX = /^(?:\+\+?|#|♯)/;

/**
 * Splits a text into tokens. `isName` decides whether a word with its neighbouring symbols ("c++",
 * "a+", ".net") is a name of the vocabulary; otherwise the symbols are punctuation.
 */
export function tokenize(text: string, isName: (key: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    let start = match.index;
    let end = start + word.length;
    let key = word === '&' ? 'and' : wordKey(word);
    if (key === '') continue;
    const suffix = suffixAt(text, end);
    if (suffix !== '' && isName(key + suffix.replace('♯', '#'))) {
      key += suffix.replace('♯', '#');
      end += suffix.length;
    }
    if (isDotBefore(text, start, previousEnd) && isName(`.${key}`)) {
      key = `.${key}`;
      start -= 1;
    }
    const gap = tokens.length === 0 ? 'break' : gapBetween(text, previousEnd, start, end);
    const token = { key, visible: visibleWord(text.slice(start, end)), start, end, gap };
    const previous = tokens.at(-1);
    if (gap === 'hyphen-line' && previous !== undefined && isName(previous.key + key)) {
      tokens[tokens.length - 1] = merged(previous, token);
    } else {
      tokens.push(token);
    }
    previousEnd = end;
  }
  return tokens;
}

/** A word that was broken at the end of a line: "manage-" and "ment". */
function merged(head: Token, tail: Token): Token {
  return { ...head, key: head.key + tail.key, visible: head.visible + tail.visible, end: tail.end };
}

function suffixAt(text: string, end: number): string {
  const next = text[end];
  if (next !== '+' && next !== '#' && next !== '♯') return '';
  const suffix = SUFFIX.exec(text.slice(end, end + 2))?.[0] ?? '';
  const rest = text.slice(end + suffix.length, end + suffix.length + 2);
  // "C++11" is C++, "Java+Spring" is two words.
  return STARTS_WITH_WORD_CHARACTER.test(rest) && !/^\d/.test(rest) ? '' : suffix;
}

function isDotBefore(text: string, start: number, previousEnd: number): boolean {
  if (text[start - 1] !== '.' || start - 1 < previousEnd) return false;
  const before = text.slice(Math.max(0, start - 2), start - 1);
  return before === '' || (before !== '.' && !ENDS_WITH_WORD_CHARACTER.test(before));
}

function gapBetween(text: string, previousEnd: number, start: number, end: number): Gap {
  const gap = gapOf(text.slice(previousEnd, start));
  return gap === 'line' && !isWrapped(text, previousEnd, start, end) ? 'break' : gap;
}

/**
 * Whether a line ended for want of room: with the next word it would be longer than the line that
 * follows, and the case goes on as it was ("years of experience" over "Design of …" does not).
 */
function isWrapped(text: string, previousEnd: number, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, previousEnd - LONGEST_LINE), previousEnd);
  const line = before.split(LINE_END).at(-1) ?? '';
  const next = text.slice(start, start + LONGEST_LINE).split(LINE_END, 1)[0] ?? '';
  if (line.length < LONGEST_LINE && line.length + 1 + (end - start) <= next.length) return false;
  const lastWord = line.split(/\s/).at(-1) ?? '';
  return !(/^\p{Ll}/u.test(lastWord) && /^\p{Lu}/u.test(text.slice(start)));
}

function gapOf(between: string): Gap {
  if (between === '') return 'none';
  if (between === ' ') return 'space';
  if (/^\s+$/.test(between)) {
    const lines = between.split(LINE_END).length - 1;
    if (lines === 0) return 'space';
    return lines === 1 ? 'line' : 'break';
  }
  if (/^[-‐‑‒–−_]$/u.test(between)) return 'hyphen';
  if (/^[-‐‑]\s*[\r\n]\s*$/u.test(between)) return 'hyphen-line';
  if (between === '.') return 'dot';
  if (/^ ?[/\\] ?$/.test(between)) return 'slash';
  return 'break';
}
