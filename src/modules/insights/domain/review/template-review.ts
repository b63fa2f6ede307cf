import { contactFindings } from './contact-rules';
import { experienceFindings } from './experience-rules';
import { type Finding, inOrder, type ReviewWording } from './review';
import { type ReviewedResume, wordsIn } from './reviewed-resume';
import { textFindings } from './text-rules';

/** The review that needs no model: what can be measured. The same resume has the same review. */
export function templateReview(resume: ReviewedResume): ReviewWording {
  if (resume.content.trim() === '') {
    return {
      summary: 'No text could be read from the file. Nothing can be said of what it holds.',
      findings: [NO_TEXT],
    };
  }
  const findings = inOrder([
    ...contactFindings(resume),
    ...experienceFindings(resume),
    ...textFindings(resume),
  ]);
  return { summary: summaryOf(resume, findings), findings };
}

const NO_TEXT: Finding = {
  code: 'no_text',
  section: 'whole',
  weight: 'important',
  problem: 'No text could be read from the file.',
  suggestion: 'Send it as a PDF or DOCX with text, not as a picture.',
  quotes: [],
};

function summaryOf({ content, profile }: ReviewedResume, findings: readonly Finding[]): string {
  const { positions, years_of_experience: years } = profile;
  const work = positions.length === 1 ? '1 position' : `${positions.length} positions`;
  const length = years === null ? '' : `, which make ${years} dated years`;
  const facts = `The resume has ${wordsIn(content)} words and ${work}${length}.`;
  const important = findings.filter(({ weight }) => weight === 'important').length;
  if (findings.length === 0) {
    return `${facts} Nothing that can be measured should be better.`;
  }
  if (important === 0) {
    return `${facts} Nothing important is missing; ${counted(findings.length, 'detail')} could be better.`;
  }
  const rest = findings.length - important;
  return `${facts} ${counted(important, 'important thing')}${rest === 0 ? '' : ` and ${counted(rest, 'detail')}`} could be better.`;
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
