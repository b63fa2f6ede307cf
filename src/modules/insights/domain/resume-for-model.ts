import { cutText } from '../../../common/text';
import { countInstructions } from '../../resumes';

const PHONE = /(?:\+\d|\(\d|\b0\d)(?:[\s().-]{0,2}\d){7,}/g;
const MOST_CHARACTERS = 24_000;

export interface TextForModel {
  readonly text: string;
  /** Lines that speak to a language model instead of a reader; they are left out. */
  readonly withheldLines: number;
}

/**
 * What a model gets to read of a resume, from which the person was taken before if it is to be redacted:
 * then nobody else's phone number either; never the lines that would give it orders, and not more than
 * it can hold. What is left out is also not there to be quoted.
 */
export function resumeForModel(
  content: string,
  { isRedacted }: { readonly isRedacted: boolean },
): TextForModel {
  const lines = (isRedacted ? content.replace(PHONE, ' ') : content).split('\n');
  const isOrder = lines.map((line) => countInstructions(line) > 0);
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const isAlone = isOrder[index] === true || next === undefined || isOrder[index + 1] === true;
    // An order that goes on in the next line is found by reading both.
    if (!isAlone && countInstructions(`${line} ${next}`) > 0) {
      isOrder[index] = true;
      isOrder[index + 1] = true;
    }
  });
  const kept = lines.filter((_line, index) => isOrder[index] !== true);
  return {
    text: cutText(
      kept
        .map((line) => line.replace(/[ \t]+/g, ' ').trimEnd())
        .join('\n')
        .replace(/\n{3,}/g, '\n\n'),
      MOST_CHARACTERS,
    ),
    withheldLines: lines.length - kept.length,
  };
}
