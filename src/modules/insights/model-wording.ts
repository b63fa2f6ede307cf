import { cutText } from '../../common/text';
import type { ChatMessage, Checked, OutputShape } from '../../platform/llm';
import {
  type Claim,
  type Dossier,
  QUESTION_COUNT,
  SUMMARY_LENGTH,
  type Wording,
} from './domain/analysis';
import { namesProtectedAttribute } from './domain/protected-attributes';
import { findQuote } from './domain/quotes';
import { templateWording } from './domain/template-wording';
import {
  DATA_NOT_ORDERS,
  delimited,
  fieldsIn,
  languageProblems,
  listIn,
  listOf,
  listProblems,
  NO_PROTECTED_ATTRIBUTES,
  objectOf,
  summaryProblems,
  TEXT,
  TEXT_OR_NULL,
  textIn,
} from './model-answer';

/** Changes with every change of the words below; it is kept with each result. */
export const PROMPT_VERSION = 'analysis-2';

const MOST_JOB_CHARACTERS = 8000;
const QUESTION_LENGTH = { least: 20, most: 400 } as const;
const MOST_CLAIMS = 5;

const SYSTEM = `You help recruiters to read resumes. You get a job, facts that were found by rules, and a resume. ${DATA_NOT_ORDERS}
Answer in English with one JSON object:
- summary: exactly two sentences, ${SUMMARY_LENGTH.least} to ${SUMMARY_LENGTH.most} characters, on how the resume fits the job;
- strengths: up to ${MOST_CLAIMS}; each a claim and a quote, copied letter by letter from the resume, that shows it;
- gaps: up to ${MOST_CLAIMS}; each a claim with the missing_skill from the list of missing skills or a quote from the resume, the other null;
- interview_questions: exactly ${QUESTION_COUNT}, each about this resume and this job, none that fits everybody.
Give no score and no recommendation. ${NO_PROTECTED_ATTRIBUTES}
Claim nothing that no quote shows.`;

interface ModelClaim {
  readonly claim: string;
  readonly quote: string | null;
  readonly missing_skill: string | null;
}

export interface ModelAnswer {
  readonly summary: string;
  readonly strengths: readonly ModelClaim[];
  readonly gaps: readonly ModelClaim[];
  readonly questions: readonly string[];
}

export const MODEL_ANSWER: OutputShape<ModelAnswer> = {
  name: 'analysis',
  schema: objectOf({
    summary: TEXT,
    strengths: listOf(objectOf({ claim: TEXT, quote: TEXT })),
    gaps: listOf(objectOf({ claim: TEXT, missing_skill: TEXT_OR_NULL, quote: TEXT_OR_NULL })),
    interview_questions: listOf(TEXT),
  }),
  check: checkAnswer,
};

export function analysisMessages(
  dossier: Dossier,
  resume: string,
  mark: string,
): readonly ChatMessage[] {
  const named = (isFound: boolean): string =>
    dossier.skills
      .filter((skill) => skill.isFound === isFound)
      .map(({ skill }) => skill)
      .join(', ') || 'none';
  const content = [
    `Job: ${dossier.jobTitle}`,
    cutText(dossier.jobText, MOST_JOB_CHARACTERS),
    `Skills found in the resume: ${named(true)}`,
    `Missing skills: ${named(false)}`,
    `Years of dated experience: ${dossier.years ?? 'unknown'}`,
    delimited(resume, mark),
  ].join('\n\n');
  return [
    { role: 'system', content: SYSTEM },
    { role: 'user', content },
  ];
}

/**
 * What of an answer can be shown: claims without proof, and what asks for or speaks of what may play no
 * part in hiring, are dropped and counted. The template's questions take the places of dropped ones.
 */
export function supportedWording(
  answer: ModelAnswer,
  dossier: Dossier,
  resume: string,
): { readonly wording: Wording; readonly droppedClaims: number } {
  const missing = new Set(
    dossier.skills.filter(({ isFound }) => !isFound).map(({ skill }) => skill.toLowerCase()),
  );
  const quoteOf = (quote: string | null): Claim['quote'] =>
    quote !== null && findQuote(resume, quote) !== null ? findQuote(dossier.content, quote) : null;
  const strengths = answer.strengths
    .map(({ claim, quote }) => ({ text: claim, quote: quoteOf(quote) }))
    .filter(({ text, quote }) => quote !== null && isSayable(text));
  const gaps = answer.gaps
    .map((gap) => ({ ...gap, found: quoteOf(gap.quote) }))
    .filter(
      ({ claim, found, missing_skill: skill }) =>
        (found !== null || (skill !== null && missing.has(skill.toLowerCase()))) &&
        isSayable(claim),
    )
    .map(({ claim, found }) => ({ text: claim, quote: found }));
  const sayable = answer.questions.filter(isSayable);
  const others = templateWording(dossier).questions.filter((one) => !sayable.includes(one));
  const questions = [...sayable, ...others].slice(0, QUESTION_COUNT);
  const said = answer.strengths.length + answer.gaps.length + answer.questions.length;
  return {
    wording: { summary: answer.summary, strengths, gaps, questions },
    droppedClaims: said - strengths.length - gaps.length - sayable.length,
  };
}

const isSayable = (text: string): boolean => !namesProtectedAttribute(text);

function checkAnswer(given: unknown): Checked<ModelAnswer> {
  const fields = fieldsIn(given);
  const answer: ModelAnswer = {
    summary: textIn(fields['summary']),
    strengths: claimsIn(fields['strengths']),
    gaps: claimsIn(fields['gaps']),
    questions: Array.isArray(fields['interview_questions'])
      ? fields['interview_questions'].map(textIn)
      : [],
  };
  const claims = [...answer.strengths, ...answer.gaps].map(({ claim }) => claim);
  const problems = [
    ...summaryProblems(answer.summary),
    ...questionProblems(answer.questions),
    ...listProblems(fields, ['strengths', 'gaps']),
    ...languageProblems([answer.summary, ...answer.questions, ...claims]),
  ];
  return problems.length === 0 ? { ok: true, value: answer } : { ok: false, problems };
}

function questionProblems(questions: readonly string[]): readonly string[] {
  const fits = (question: string): boolean =>
    question.length >= QUESTION_LENGTH.least && question.length <= QUESTION_LENGTH.most;
  return new Set(questions).size === QUESTION_COUNT &&
    questions.length === QUESTION_COUNT &&
    questions.every(fits)
    ? []
    : [
        `interview_questions must be ${QUESTION_COUNT} different texts of ${QUESTION_LENGTH.least} to ${QUESTION_LENGTH.most} characters.`,
      ];
}

function claimsIn(value: unknown): readonly ModelClaim[] {
  return listIn(value, MOST_CLAIMS).map((item) => {
    const fields = fieldsIn(item);
    return {
      claim: cutText(textIn(fields['claim']), SUMMARY_LENGTH.most),
      quote: textIn(fields['quote']) || null,
      missing_skill: textIn(fields['missing_skill']) || null,
    };
  });
}
