import type { ScoredPassage } from './passage-scores';
import { holds, stemsOf, stemsOfPassage, type Term } from './words';

/**
 * A logistic rule: how far a passage's words, its meaning and what the whole resume lacks speak for an
 * answer. Fitted by ridge regression to the questions that `npm run eval` calls "made with", where told and
 * not told weigh the same. Judged on sets that it was not fitted to in docs/adr/0036.
 */
const EVIDENCE = { coverage: 3.7, nearness: 2.3, missing: -2.9 } as const;
const ENOUGH = 1.4;

/** What is like a skill is not the skill: some of its words must be there too. */
const OF_A_SKILL = [
  { coverage: 0.5, similarity: 0.3, lead: -1 },
  { coverage: 0.4, similarity: 0.4, lead: -1 },
  { coverage: 0.1, similarity: 0.45, lead: 0.14 },
] as const;
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
  const nearness = best.similarity + best.lead;
  return (
    EVIDENCE.coverage * best.coverage + EVIDENCE.nearness * nearness + EVIDENCE.missing * missing >=
    ENOUGH
  );
}

/** By its words alone. */
export const isToldInWords = ({ coverage }: ScoredPassage): boolean => coverage >= IN_WORDS;

export const isToldOfSkill = (one: ScoredPassage): boolean =>
  isToldInWords(one) ||
  OF_A_SKILL.some(
    ({ coverage, similarity, lead }) =>
      one.coverage >= coverage && one.similarity >= similarity && one.lead >= lead,
  );

/** Terms of employment are told by one of their own words alone. */
export const isToldOfEmployment = (text: string, terms: readonly Term[]): boolean => {
  const words = stemsOf(text);
  return terms.some(({ stem }) => words.has(stem));
};
