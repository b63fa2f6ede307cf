import { isCommonWord } from './imported-common-words';
import { wordKey } from './word-key';
import { otherNumbers } from './word-number';

/** How an imported form may count in a text. */
export interface ImportedForm {
  readonly text: string;
  /** Counts only with evidence: a skills section, a list, "experience with". */
  readonly isWeak: boolean;
  /** Counts only as it is written. */
  readonly isExact: boolean;
}

const LEAST_CHARACTERS = 3;
const MOST_CHARACTERS = 80;
/** Nobody writes a longer phrase of a classification word by word. */
const MOST_WORDS = 5;

/**
 * What a foreign label may count as, or null when it may not be matched at all. A stranger's list was
 * not made to be found in texts, so the rules are narrow: a single word must be a name and needs
 * evidence; so does a phrase of everyday words; shorter than three letters is nothing.
 */
export function importedForm(text: string, capitalIsName: boolean): ImportedForm | null {
  const words = text.split(' ');
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  const isFit =
    plain.length >= LEAST_CHARACTERS &&
    text.length <= MOST_CHARACTERS &&
    words.length <= MOST_WORDS &&
    /\p{L}{2}/u.test(text);
  if (!isFit) return null;
  if (words.length === 1) {
    const isName = isCommonWord(plain) ? false : hasNameCase(text, capitalIsName);
    return isName ? { text, isWeak: true, isExact: true } : null;
  }
  return { text, isWeak: words.every(isCommonOrEmpty), isExact: false };
}

/** Whether a single word can stand beside another name: capitals or digits inside it set it apart from a word. */
export function isDistinctive(word: string): boolean {
  return hasNameCase(word, false);
}

function hasNameCase(word: string, capitalIsName: boolean): boolean {
  return capitalIsName ? /\p{Lu}/u.test(word) : /^.+[\p{Lu}\p{N}]/u.test(word);
}

function isCommonOrEmpty(word: string): boolean {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length < 2 || isCommonWord(plain);
}

/** Equal for forms that the matcher takes for one: case, spelling, hyphens and the number of all but the first word. */
export function formKey(text: string): string {
  return text
    .split(/[\s-]+/)
    .map((word, index) => (index === 0 ? wordKey(word) : singular(wordKey(word))))
    .join(' ');
}

/** The shorter number of a word's key; equal for two words that the matcher takes for one. */
export function singular(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  const found = [word, ...otherNumbers(word)].reduce((a, b) => (b.length < a.length ? b : a));
  if (singulars.size >= MOST_REMEMBERED) singulars.clear();
  singulars.set(word, found);
  return found;
}

/** Lists of skills repeat their words; remembering them halves the time that indexing one takes. */
const MOST_REMEMBERED = 20_000;
const singulars = new Map<string, string>();
