import type { ScoredPassage } from './passage-scores';
import { holds, stemsOfPassage, type Term } from './words';

/**
 * A logistic rule: how far a passage's words, how it stands out from the other lines in meaning, and what the
 * whole resume lacks speak for an answer. Fitted by ridge regression to the questions that `npm run eval` calls
 * "made with", where told and not told weigh the same. Judged on sets that it was not fitted to in docs/adr/0036.
 */
const EVIDENCE = { coverage: 4.5, standing: 1, missing: -2.7 } as const;
const ENOUGH = 2.1;

/** Most of a question's words. */
const IN_WORDS = 0.6;

/** Whether a passage answers a question, or is only the closest that the resume's `content` has. */
export function isTold(best: ScoredPassage, terms: readonly Term[], content: string): boolean {
  const words = stemsOfPassage(content);
  // A name that the whole resume lacks is not told, however close the rest comes: Azure is not AWS.
  if (terms.some(({ isName, stem }) => isName && !words.has(stem))) {
    return false;
  }
  const weightOf = (some: readonly Term[]): number =>
    some.reduce((sum, { weight }) => sum + weight, 0);
  const lacking = weightOf(terms.filter((term) => holds(words, term) === 0));
  const missing = lacking === 0 ? 0 : lacking / weightOf(terms);
  return (
    EVIDENCE.coverage * best.coverage +
      EVIDENCE.standing * best.standing +
      EVIDENCE.missing * missing >=
    ENOUGH
  );
}

/** By its words alone. */
export const isToldInWords = ({ coverage }: ScoredPassage): boolean => coverage >= IN_WORDS;
