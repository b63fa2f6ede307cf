import type { ScoredPassage } from './passage-scores';
import type { ResumeFacts } from './resume-facts';
import { holds, stemsOf, stemsOfPassage, type Term } from './words';

interface Needed {
  readonly coverage: number;
  readonly similarity: number;
  readonly lead: number;
}

/**
 * What a passage must have to answer: most of the question's words; or some of them and a near meaning; or
 * a meaning that is nearer than any other passage's. Chosen on the questions that `npm run eval` calls
 * "made with" alone.
 */
const IN_WORDS = 0.6;
const ENOUGH: readonly Needed[] = [
  { coverage: 0.35, similarity: 0.25, lead: -1 },
  { coverage: 0, similarity: 0.3, lead: 0.1 },
];
/** Where nothing in the resume is said by a word that is asked for, or by one that means the same. */
const WITHOUT_A_WORD: readonly Needed[] = [
  { coverage: 0.35, similarity: 0.25, lead: -1 },
  { coverage: 0, similarity: 0.38, lead: 0.16 },
];
/** Where the resume lacks a thing that is asked for, only a nearer meaning makes up for it. */
const WITHOUT_THE_THING: readonly Needed[] = [
  { coverage: 0.4, similarity: 0.35, lead: 0.05 },
  { coverage: 0, similarity: 0.38, lead: 0.16 },
];
/** What is like a skill is not the skill: some of its words must be there too. */
const OF_A_SKILL: readonly Needed[] = [
  { coverage: 0.5, similarity: 0.3, lead: -1 },
  { coverage: 0.4, similarity: 0.4, lead: -1 },
  { coverage: 0.1, similarity: 0.45, lead: 0.14 },
];

/** Whether a passage answers a question, or is only the closest that there is. */
export function isTold(best: ScoredPassage, terms: readonly Term[], facts: ResumeFacts): boolean {
  const words = stemsOfPassage(facts.resume.content);
  const missing = terms.filter((term) => holds(words, term) === 0);
  // A name that the whole resume lacks is not told, however close the rest comes.
  if (missing.some(({ isName }) => isName)) {
    return false;
  }
  if (isToldInWords(best)) {
    return true;
  }
  if (missing.some(({ isThing }) => isThing)) {
    return has(best, WITHOUT_THE_THING);
  }
  return has(best, missing.length > 0 ? WITHOUT_A_WORD : ENOUGH);
}

const has = (one: ScoredPassage, needed: readonly Needed[]): boolean =>
  needed.some(
    ({ coverage, similarity, lead }) =>
      one.coverage >= coverage && one.similarity >= similarity && one.lead >= lead,
  );

/** By its words alone. */
const isToldInWords = ({ coverage }: ScoredPassage): boolean => coverage >= IN_WORDS;

export const isToldOfSkill = (one: ScoredPassage): boolean =>
  isToldInWords(one) || has(one, OF_A_SKILL);

/** Terms of employment are told by one of their own words alone. */
export const isToldOfEmployment = ({ passage }: ScoredPassage, terms: readonly Term[]): boolean => {
  const words = stemsOf(passage.text);
  return terms.some(({ stem }) => words.has(stem));
};

const ROLE =
  /^\W*(?:is|was) \S+ (?:ever )?an? [\p{L} -]+\?*$|\b(?:work|works|worked|working) as an?\b/iu;

const CREDENTIAL =
  /\b(?:degrees?|diplomas?|certif\w+|licen[cs]\w+|registered|registration|accredited|chartered|qualified|cards?)\b/iu;
const OF_CREDENTIALS = /^(?:education|certifications)$/u;

/** A certificate, licence or degree is told by one: work with a machine is no licence to drive it. */
export const isToldOfCredential = (question: string, { passage }: ScoredPassage): boolean =>
  !/\b(?:degrees?|diplomas?|certificates?|certified|licen[cs]es?)\b/iu.test(question) ||
  OF_CREDENTIALS.test(passage.section) ||
  CREDENTIAL.test(passage.text);

/** What somebody is must be told in words: trades are near to each other in meaning. */
export const isToldOfRole = (question: string, one: ScoredPassage): boolean =>
  !ROLE.test(question) || isToldInWords(one);
