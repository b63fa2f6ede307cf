import { asksNumber, hasNumber, type ScoredPassage } from './passage-scores';
import { isToldInWords } from './told';
import { holds, stemsOfPassage, termsOf } from './words';

/** What only a passage of a certain kind answers. */
interface AnswerKind {
  readonly asks: RegExp;
  readonly isAnswer: (one: ScoredPassage) => boolean;
}

const OF_CREDENTIALS = /^(?:education|certifications)$/u;
const CREDENTIAL =
  /\b(?:degrees?|diplomas?|certif\w+|licen[cs]\w+|registered|registration|accredited|chartered|qualified|cards?)\b/iu;
const ASKS_CREDENTIAL = /\b(?:degrees?|diplomas?|certificates?|certified|licen[cs]es?)\b/iu;
const HALF = 0.5;
const AWARD =
  /\b(?:awards?|awarded|prizes?|medals?|troph(?:y|ies)|honou?rs?|distinctions?|scholarships?|winners?|finalists?|nominated|runner-up)\b/iu;
const NAMED_AWARD = termsOf('award');
const PEOPLE = termsOf('team');
const ABROAD = termsOf('abroad');

const KINDS: readonly AnswerKind[] = [
  // A certificate, licence or degree is told by one: work with a machine is no licence to drive it.
  {
    asks: ASKS_CREDENTIAL,
    isAnswer: ({ passage, coverage }) =>
      (OF_CREDENTIALS.test(passage.section) || CREDENTIAL.test(passage.text)) && coverage > HALF,
  },
  // Who won a customer won no award.
  {
    asks: /\b(?:awards?|prizes?|medals?|honou?rs)\b/iu,
    isAnswer: ({ passage }) =>
      passage.section === 'awards' ||
      AWARD.test(passage.text) ||
      NAMED_AWARD.every((term) => holds(stemsOfPassage(passage.text), term) === 1),
  },
  // What somebody is must be told in words: trades are near to each other in meaning.
  {
    asks: /^\W*(?:is|was) \S+ (?:ever )?an? [\p{L} -]+\?*$|\b(?:work|works|worked|working) as an?\b/iu,
    isAnswer: isToldInWords,
  },
  // Who led a team of accountants led people: being an accountant is not that.
  {
    asks: /\b(?:lead|led|leads|leading|manage[sd]?|managing|ran|run|runs|supervise[sd]?)\b[^?]*\b(?:teams?|staff|people|employees|colleagues)\b/iu,
    isAnswer: ({ passage }) =>
      PEOPLE.every((term) => holds(stemsOfPassage(passage.text), term) > 0),
  },
  // Work abroad is told by a word for it; where the positions show it, they answer.
  {
    asks: /\b(?:abroad|overseas)\b/iu,
    isAnswer: ({ passage }) =>
      ABROAD.every((term) => holds(stemsOfPassage(passage.text), term) > 0),
  },
  // Who taught at a university did not study there, or not only.
  {
    asks: /\b(?:taught|teach|teaches|worked|work|works|employed|job)\b(?: \S+){0,2} (?:at|in|for) (?:an?|the)\b/iu,
    isAnswer: ({ passage }) => passage.section !== 'education',
  },
];

/** Whether a question is for a proof of what somebody may do or has learned. */
export const asksCredential = (question: string): boolean => ASKS_CREDENTIAL.test(question);

/** Whether a passage is of the kind that the question asks for; nearness of words is not enough for some. */
export const isOfAskedKind = (question: string, one: ScoredPassage): boolean =>
  KINDS.every(({ asks, isAnswer }) => !asks.test(question) || isAnswer(one)) &&
  (!asksNumber(question) || hasNumber(one.passage.text));
