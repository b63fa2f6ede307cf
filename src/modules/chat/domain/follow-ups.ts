import { askedOfEmployment } from './question-phrasings';
import { termsOf, wordsOf } from './words';

const OPENING =
  /^\W*(?:(?:and|or|but|also|so|then|ok|okay|what about|how about)\b[\s,:]*)+(?=[\p{L}\p{N}])/iu;
const STANDS_ALONE =
  /^(?:has|have|had|does|do|did|is|are|was|were|can|could|will|would|what|which|how|where|when|who|whose|why|tell|list|show|since|until|for (?:how|whom)|at (?:which|what)|in (?:which|what))\b|\b(?:his|her|their)\b/iu;
const PREPOSITION = /(?:at|in|for|with|of|about|as|on|to|from|by)/iu;
const LEADING = new RegExp(String.raw`^${PREPOSITION.source}\s`, 'iu');
const TRAILING = new RegExp(String.raw`\s${PREPOSITION.source}$`, 'iu');

/**
 * A question as it would be put if none came before: "And Python?" after "Does she know Java?" is "Does she
 * know Python?". What opens with "and" or "what about" and is no question of its own takes the place of what
 * the question before was about. `earlier` is oldest first.
 */
export function standingAlone(question: string, earlier: readonly string[]): string {
  return [...earlier, question].reduce((before, one) => completed(one, before), '');
}

function completed(question: string, before: string): string {
  const [opening = ''] = OPENING.exec(question) ?? [];
  const rest = question.slice(opening.length);
  const [first] = termsOf(before);
  if (opening === '' || first === undefined || STANDS_ALONE.test(rest)) {
    return rest;
  }
  const start = wordsOf(before).find(({ stem }) => stem === first.stem)?.start ?? 0;
  const frame = before.slice(0, start).trimEnd();
  return `${LEADING.test(rest) ? frame.replace(TRAILING, '') : frame} ${rest}`.trim();
}

const POINTS_BACK = /\b(?:that|there|then|this|it)\b/iu;
const MOST_BARE_WORDS = 3;
const OF_A_PLACE =
  /\b(?:when|where|how long|how many (?:years|months)|(?:which|what) (?:years?|company|firm|employer|job|position|role)|since|until|what did|for whom)\b/iu;

/** "When was that?", "how long?", "what did she do there?": about what the answer before showed. */
export function pointsBack(question: string): boolean {
  const isBare = wordsOf(question).length <= MOST_BARE_WORDS;
  return (
    OF_A_PLACE.test(question) &&
    (isBare || POINTS_BACK.test(question)) &&
    askedOfEmployment(question) === null &&
    termsOf(question, ['exactly start started begin end ended until since last position role'])
      .length === 0
  );
}
