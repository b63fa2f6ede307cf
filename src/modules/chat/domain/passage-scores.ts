import type { Passage } from './passages';
import { holds, stemsOfPassage, type Term } from './words';

/** How well a passage answers. */
export interface ScoredPassage {
  readonly passage: Passage;
  /** Share of the question's telling words that it holds. */
  readonly coverage: number;
  /** Cosine of its vector with the question's. */
  readonly similarity: number;
  /**
   * How far its similarity is from the mean of all that were compared, in standard deviations: some questions
   * are near to every line, and what is all alike answers nothing.
   */
  readonly standing: number;
  /** Words and meaning together, about 0..1. */
  readonly score: number;
}

/** Of the score, what is the words' part; the rest is the vectors'. */
const WORDS_SHARE = 0.55;
/** Cosines of a question with a sentence: unrelated ones are below, the closest ones above. */
const SIMILARITY_RANGE = { from: 0.15, to: 0.65 } as const;

/** What a line is by its section, without saying it: "Category D" under "Licences". */
const SECTION_WORDS: Readonly<Record<string, string>> = { certifications: 'certificate' };
const UNPAID = /^(?:community|honorary)\b/iu;

export function coverageOf(
  { text, heading, section }: Pick<Passage, 'text' | 'heading' | 'section'>,
  terms: readonly Term[],
): number {
  const under = UNPAID.test(heading ?? '') ? 'volunteer' : (heading ?? '');
  const words = stemsOfPassage([text, under, SECTION_WORDS[section] ?? ''].join(' '));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const held = terms.reduce((sum, term) => sum + term.weight * holds(words, term), 0);
  return all === 0 ? 0 : held / all;
}

export function scored(
  passage: Passage,
  { coverage, similarity }: Pick<ScoredPassage, 'coverage' | 'similarity'>,
): ScoredPassage {
  const { from, to } = SIMILARITY_RANGE;
  const closeness = Math.min(1, Math.max(0, (similarity - from) / (to - from)));
  const score = WORDS_SHARE * coverage + (1 - WORDS_SHARE) * closeness;
  return { passage, coverage, similarity, standing: 0, score };
}

const ASKS_NUMBER = /\bhow (?:many|big|large)\b(?! (?:years|months|weeks))|\bnumber of\b/iu;
/** Not a year or a date: these are in every resume and count nothing. */
const NUMBER =
  /(?<![\d/.-])(?!(?:19|20)\d\d(?![\d.,]))\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|third|quarter)\b/iu;

/** Whether a question is for a number of things. */
export const asksNumber = (question: string): boolean => ASKS_NUMBER.test(question);

export const hasNumber = (text: string): boolean => NUMBER.test(text);

const ASKS_AMOUNT = /\bhow (?:much|often)\b/iu;
const NUMBER_SHARE = 0.15;

/** A question for an amount is better answered by a passage with a number. */
export function numberBonus(question: string, text: string): number {
  return !ASKS_AMOUNT.test(question) ? 0 : hasNumber(text) ? NUMBER_SHARE : -NUMBER_SHARE;
}

/** Mean and standard deviation of similarities. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

export function spreadOf(all: readonly ScoredPassage[]): Spread {
  const most = Math.max(1, all.length);
  const mean = all.reduce((sum, { similarity }) => sum + similarity, 0) / most;
  const variance = all.reduce((sum, { similarity }) => sum + (similarity - mean) ** 2, 0) / most;
  return { mean, deviation: Math.sqrt(variance) };
}

/** What somebody did is told where their work is: of lines that come equally close, one from there answers. */
const OF_WORK = 0.2;

/** With their standing, best first. */
export function ranked(
  all: readonly ScoredPassage[],
  { mean, deviation }: Spread,
): readonly ScoredPassage[] {
  const rank = ({ score, passage }: ScoredPassage): number =>
    score + (passage.section === 'experience' ? OF_WORK : 0);
  return all
    .map((one) => ({
      ...one,
      standing: deviation === 0 ? 0 : (one.similarity - mean) / deviation,
    }))
    .toSorted((a, b) => rank(b) - rank(a) || a.passage.start - b.passage.start);
}
