import type { ScoredPassage } from './passage-scores';
import type { ResumeFacts } from './resume-facts';
import { holds, stemsOf, type Term } from './words';

/**
 * What a passage must have to answer: most of the question's words; or some of them and a near meaning; or
 * a meaning that is nearer than any other passage's. Chosen on the questions of bench/eval/chat-questions.ts
 * alone.
 */
const ENOUGH = [
  { coverage: 0.6, similarity: 0, lead: -1 },
  { coverage: 0.35, similarity: 0.2, lead: -1 },
  { coverage: 0, similarity: 0.3, lead: 0.15 },
] as const;
/** Where the resume lacks a thing that is asked for, only a meaning this near makes up for it. */
const WITHOUT_THE_THING = { similarity: 0.4, lead: 0.15 } as const;

/** Whether a passage answers a question, or is only the closest that there is. */
export function isTold(best: ScoredPassage, terms: readonly Term[], facts: ResumeFacts): boolean {
  const words = stemsOf(facts.resume.content);
  const missing = terms.filter((term) => holds(words, term) === 0);
  // A name that the whole resume lacks is not told, however close the rest comes.
  if (missing.some(({ isName }) => isName)) {
    return false;
  }
  if (isToldInWords(best)) {
    return true;
  }
  const { similarity, lead } = WITHOUT_THE_THING;
  if (missing.some(({ isThing }) => isThing)) {
    return best.similarity >= similarity && best.lead >= lead;
  }
  return ENOUGH.some(
    (one) =>
      best.coverage >= one.coverage && best.similarity >= one.similarity && best.lead >= one.lead,
  );
}

/** By its words alone. */
const isToldInWords = ({ coverage }: ScoredPassage): boolean => coverage >= ENOUGH[0].coverage;

/** What is like a skill is not the skill: some of its words must be there too. */
export const isToldOfSkill = (one: ScoredPassage): boolean =>
  isToldInWords(one) || (one.coverage > 0 && one.similarity >= 0.45 && one.lead >= 0.14);
