import { fold } from './words';

/** What the vocabulary makes of a question's words. */
export interface QuestionWords {
  /** Canonical names of skills; spoken languages are not among them. */
  readonly skills: readonly string[];
  /** English names of spoken languages. */
  readonly languages: readonly string[];
  /** The words that named them, as typed. */
  readonly named: readonly string[];
  /** In another language only these names are read. */
  readonly isForeign: boolean;
  /** "More than five years" is strict, "at least five" and "five" are not. */
  readonly years: AskedYears | null;
}

export interface AskedYears {
  readonly least: number;
  readonly isStrict: boolean;
  /** The words, as typed. */
  readonly text: string;
  readonly end: number;
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const NUMBER = String.raw`(\d{1,2}(?:\.\d)?|${Object.keys(NUMBERS).join('|')}|half a|a)`;
const YEARS = new RegExp(
  String.raw`\b(?:(more than|over|above|at least|a minimum of|minimum|min\.?|no less than)\s+)?${NUMBER}\s*(\+|plus|or more)?[\s-]*(?:years?|yrs?)\b(?!\s+(?:ago|old))`,
  'iu',
);

export function askedYears(question: string): AskedYears | null {
  const found = YEARS.exec(question);
  if (found === null) {
    return null;
  }
  const [text, how = '', number = '', more = ''] = found;
  const least =
    NUMBERS[fold(number)] ??
    (number.startsWith('half') ? 0.5 : number === 'a' ? 1 : Number(number));
  const isStrict = /^(?:more than|over|above)/iu.test(how) && more === '';
  return { least, isStrict, text, end: found.index + text.length };
}
