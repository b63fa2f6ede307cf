import { isStorable } from '../../../common/text';

/** Longer ones are no questions but documents. */
export const LONGEST_QUESTION = 4000;

/** What is wrong with a question as it came; null when nothing is. */
export function questionProblem(question: unknown): string | null {
  if (typeof question !== 'string') {
    return '`question` must be a text.';
  }
  if (!isStorable(question)) {
    return '`question` must not contain NUL characters or unpaired surrogates.';
  }
  if (!/[\p{L}\p{N}]/u.test(question)) {
    return '`question` must hold a letter or a digit.';
  }
  return question.length > LONGEST_QUESTION
    ? `\`question\` must not be longer than ${LONGEST_QUESTION} characters.`
    : null;
}

const OPENING =
  /^\W*(?:(?:please|so|and|can you|could you|tell me|do you know|i want to know|whether|if)\W+)*(?:(?:has|have|had|does|do|did|is|are|was|were|can|could|will|would|should|what|which|how|where|when|who|why)\b\W*)+(?:(?:s?he|they|you|it|the (?:candidate|applicant|person)|this (?:candidate|person)|his|her|their|much|many|of|be|been|have|had|ever|any|anyone|anybody|experience|experienced|with|in|know|knowledge|worked|work|done|do|used to|able to)\b\W*)*/iu;

/** What a resume would say if it told: "Has she ever led a team?" becomes "led a team". Closer in meaning. */
export function asStatement(question: string): string {
  const statement = question.replace(OPENING, '').replace(/[\s?!.]+$/u, '');
  return /\p{L}{3}/u.test(statement) ? statement : question;
}
