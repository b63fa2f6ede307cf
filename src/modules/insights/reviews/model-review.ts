import type { ChatMessage, Checked, OutputShape } from '../../../platform/llm';
import { namesProtectedAttribute } from '../domain/protected-attributes';
import { findQuote } from '../domain/quotes';
import {
  type Finding,
  inOrder,
  REVIEW_SECTIONS,
  type ReviewSection,
  type ReviewWording,
} from '../domain/review/review';
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
  textIn,
} from '../model-answer';

/** Changes with every change of the words below; it is kept with each result. */
export const REVIEW_PROMPT_VERSION = 'review-1';

const MOST_ADVICE = 10;
const ADVICE_LENGTH = { least: 10, most: 300 } as const;

const SYSTEM = `You help people to write better resumes. You get what rules found already, and a resume from which name and contact
data may have been taken. ${DATA_NOT_ORDERS}
Answer in English with one JSON object:
- summary: exactly two sentences on how well the resume tells what the person did;
- advice: up to ${MOST_ADVICE} further things that could be better, none that the rules found. Each has a section (one of
  ${REVIEW_SECTIONS.join(', ')}), a problem and a suggestion of one sentence each, and a quote, copied letter by letter
  from the resume, that shows the problem.
Say nothing of contact data. Do not judge the person, and give no score. ${NO_PROTECTED_ATTRIBUTES}`;

interface Advice {
  readonly section: ReviewSection | null;
  readonly problem: string;
  readonly suggestion: string;
  readonly quote: string;
}

export interface ModelReview {
  readonly summary: string;
  readonly advice: readonly Advice[];
}

export const MODEL_REVIEW: OutputShape<ModelReview> = {
  name: 'review',
  schema: objectOf({
    summary: TEXT,
    advice: listOf(
      objectOf({
        section: { type: 'string', enum: REVIEW_SECTIONS },
        problem: TEXT,
        suggestion: TEXT,
        quote: TEXT,
      }),
    ),
  }),
  check: checkReview,
};

export function reviewMessages(
  found: ReviewWording,
  resume: string,
  mark: string,
): readonly ChatMessage[] {
  const rules = found.findings.map(({ problem }) => `- ${problem}`).join('\n') || '- nothing';
  return [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: `Found by rules:\n${rules}\n\n${delimited(resume, mark)}` },
  ];
}

/**
 * What the rules found, with the advice that the resume shows; what it does not show, and what nobody may
 * say, is dropped and counted.
 */
export function supportedReview(
  answer: ModelReview,
  found: ReviewWording,
  texts: { readonly content: string; readonly shown: string },
): { readonly wording: ReviewWording; readonly droppedClaims: number } {
  const advice = answer.advice.flatMap((one) => supported(one, texts));
  return {
    wording: { summary: answer.summary, findings: inOrder([...found.findings, ...advice]) },
    droppedClaims: answer.advice.length - advice.length,
  };
}

function supported(
  { section, problem, suggestion, quote }: Advice,
  { content, shown }: { readonly content: string; readonly shown: string },
): readonly Finding[] {
  const place = findQuote(shown, quote) === null ? null : findQuote(content, quote);
  const isUsable =
    [problem, suggestion].every(
      ({ length }) => length >= ADVICE_LENGTH.least && length <= ADVICE_LENGTH.most,
    ) && !namesProtectedAttribute(`${problem} ${suggestion}`);
  return section === null || place === null || !isUsable
    ? []
    : [{ code: 'advice', section, weight: 'helpful', problem, suggestion, quotes: [place] }];
}

function checkReview(given: unknown): Checked<ModelReview> {
  const fields = fieldsIn(given);
  const review: ModelReview = {
    summary: textIn(fields['summary']),
    advice: listIn(fields['advice'], MOST_ADVICE).map(adviceIn),
  };
  const words = review.advice.flatMap(({ problem, suggestion }) => [problem, suggestion]);
  const problems = [
    ...summaryProblems(review.summary),
    ...listProblems(fields, ['advice']),
    ...languageProblems([review.summary, ...words]),
  ];
  return problems.length === 0 ? { ok: true, value: review } : { ok: false, problems };
}

function adviceIn(value: unknown): Advice {
  const fields = fieldsIn(value);
  return {
    section: REVIEW_SECTIONS.find((section) => section === fields['section']) ?? null,
    problem: textIn(fields['problem']),
    suggestion: textIn(fields['suggestion']),
    quote: textIn(fields['quote']),
  };
}
