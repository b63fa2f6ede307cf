import type { LeafNode } from './query-parser';
import type { Word, WordsOf } from './ts-query';

/** A word of a text with its place, normalised like the database's `search_text`. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface TermSpan {
  readonly start: number;
  readonly end: number;
  /** The query's own wording. */
  readonly term: string;
}

/** Without the flag i, which makes letters of all alphabets slow to find. */
const WORD = /\.[Nn][Ee][Tt]\b|[\p{L}\p{M}\p{N}]+(?:\+\+|[#♯])?/gu;

export function textWords(text: string): readonly TextWord[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: normalised(found),
    start: index,
    end: index + found.length,
  }));
}

/** Where a text holds the leaves of a query; every span lies inside the text. */
export function termSpans(
  text: string,
  leaves: readonly LeafNode[],
  wordsOf: WordsOf,
): readonly TermSpan[] {
  const words = textWords(text);
  return leaves.flatMap((leaf) => leafSpans(words, leaf, wordsOf(leaf.text)));
}

function leafSpans(
  words: readonly TextWord[],
  leaf: LeafNode,
  wanted: readonly Word[],
): TermSpan[] {
  const [begin] = wanted;
  if (begin === undefined) {
    return [];
  }
  const last = wanted.length - 1;
  const isHere = (index: number): boolean =>
    wanted.every((one, at) => {
      const word = words[index + at]?.word;
      return word !== undefined && isSame(word, one, leaf.kind, at === last);
    });
  const spans: TermSpan[] = [];
  words.forEach(({ word, start, end }, index) => {
    // Hardly any word of a resume begins a term, and this runs for each of them.
    if (isSame(word, begin, leaf.kind, last === 0) && (last === 0 || isHere(index))) {
      spans.push({ start, end: words[index + last]?.end ?? end, term: leaf.text });
    }
  });
  return spans;
}

function isSame(word: string, wanted: Word, kind: LeafNode['kind'], isLast: boolean): boolean {
  if (kind === 'exact') {
    return word === wanted.word;
  }
  if (kind === 'prefix') {
    return isLast ? word.startsWith(wanted.word) : word === wanted.word;
  }
  return word === wanted.word || isInflected(word, wanted.stem);
}

/** Endings that the stemmer takes off are short; "y" becomes "i" in a stem. */
const LONGEST_ENDING = 5;

function isInflected(word: string, stem: string): boolean {
  if (stem.length < 3 || word.length - stem.length > LONGEST_ENDING) {
    return word === stem;
  }
  return word.startsWith(stem) || (stem.endsWith('i') && word === `${stem.slice(0, -1)}y`);
}

const PLAIN = /^[a-z\d]+$/;

function normalised(found: string): string {
  const lower = found.toLowerCase();
  if (PLAIN.test(lower)) {
    return lower;
  }
  const word = lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  if (word === '.net') {
    return 'dotnet';
  }
  return word.replace(/\+\+$/, 'plusplus').replace(/[#♯]$/, 'sharp');
}
