import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { JobCandidatesService } from '../matching';
import type { ChatAnswer, ChatMessage, ChatNotice, ChatSubject } from './conversation';
import type { Draft } from './domain/draft';
import { contactAnswer } from './domain/fact-answers';
import { CHAT_PROMPT_VERSION } from './domain/chat-prompt';
import { standingAlone } from './domain/follow-ups';
import { protectedAttributeIn } from './domain/protected-questions';
import { foreignLanguageOf } from './domain/question-language';
import type { ResumeFacts } from './domain/resume-facts';
import { fitQuestion, helpAnswer, refusal } from './domain/set-answers';
import { type Live, ModelAnswers } from './model-answers';
import { PeopleAnswers } from './people-answers';
import { ResumeAnswers } from './resume-answers';
import { ResumeShelf } from './resume-shelf';

const QUOTATIONS = {
  provider: 'none',
  model: 'quotations',
  promptVersion: 'quotations-1',
} as const;

export interface Question {
  readonly text: string;
  readonly subject: ChatSubject;
  /** Without the question itself, oldest first. */
  readonly history: readonly ChatMessage[];
}

type Made = Omit<ChatAnswer, 'provenance'> & {
  readonly provenance: Omit<ChatAnswer['provenance'], 'durationMs'>;
};

/** Answers a question by the way that fits it; which one it was stands in the provenance. */
@Injectable()
export class ChatAnswers {
  constructor(
    private readonly shelf: ResumeShelf,
    private readonly resumes: ResumeAnswers,
    private readonly people: PeopleAnswers,
    private readonly model: ModelAnswers,
    private readonly candidates: JobCandidatesService,
  ) {}

  /** @throws NotFoundError, AnswerBrokenOffError */
  async answer(actor: Actor, question: Question, live: Live | null): Promise<ChatAnswer> {
    const before = performance.now();
    const made = await this.made(actor, question, live);
    const durationMs = Math.round(performance.now() - before);
    return { ...made, provenance: { ...made.provenance, durationMs } };
  }

  private async made(actor: Actor, question: Question, live: Live | null): Promise<Made> {
    const { subject } = question;
    const text = standingAlone(question.text, questionsIn(question.history));
    const attribute = protectedAttributeIn(question.text) ?? protectedAttributeIn(text);
    const set = attribute === null ? helpAnswer(question.text) : refusal(attribute);
    if (set !== null) {
      return byRules(set, []);
    }
    if (subject.resumeId !== null) {
      const facts = await this.shelf.get(actor.companyId, subject.resumeId);
      return this.aboutOne(actor, facts, { ...question, whole: text }, live);
    }
    const named = await this.people.named(actor, subject.jobId, text);
    const [facts] = named === null ? [] : await this.shelf.all(actor.companyId, [named]);
    if (facts !== undefined) {
      return this.aboutOne(actor, facts, { ...question, whole: text }, live);
    }
    const { draft, subjects } = await this.people.answer(actor, subject.jobId, text);
    return withLanguageNotice(byRules(draft, subjects), text);
  }

  private async aboutOne(
    actor: Actor,
    facts: ResumeFacts,
    question: Question & { readonly whole: string },
    live: Live | null,
  ): Promise<Made> {
    const { whole: text, subject } = question;
    const { companyId } = actor;
    const { resumeId } = facts.resume;
    const match =
      subject.jobId === null
        ? null
        : await this.candidates.getMatch(actor, { jobId: subject.jobId, resumeId });
    // Contact data is in no prompt, and a score is the engine's alone.
    const own = contactAnswer(facts, text) ?? (match === null ? null : fitQuestion(text, match));
    if (own !== null) {
      return byRules(own, [resumeId]);
    }
    const identity = await this.model.identity(companyId);
    if (identity === null) {
      return withLanguageNotice(
        byRules(await this.quoted(companyId, facts, question), [resumeId]),
        text,
      );
    }
    const asked = { question: question.text, all: [facts], history: question.history };
    const outcome = await this.model.answer(companyId, asked, live);
    if ('fallbackReason' in outcome) {
      const made = byRules(await this.quoted(companyId, facts, question), [resumeId]);
      return fallenBack(withLanguageNotice(made, text), outcome.fallbackReason);
    }
    const { draft, usage, droppedCitations, isCut } = outcome;
    return {
      ...draft,
      notices: [
        ...(isCut ? [CUT] : []),
        ...(draft.citations.length === 0 && draft.outcome === 'answered' ? [UNSUPPORTED] : []),
      ],
      subjects: [resumeId],
      provenance: {
        ...identity,
        promptVersion: CHAT_PROMPT_VERSION,
        fallbackReason: null,
        ...usage,
        droppedCitations,
      },
    };
  }

  private async quoted(
    companyId: string,
    facts: ResumeFacts,
    { whole: text, history }: Question & { readonly whole: string },
  ): Promise<Draft> {
    const [last, ...others] = questionsIn(history).toReversed();
    const citations = history.at(-1)?.citations ?? [];
    const before = { question: standingAlone(last ?? '', others.toReversed()), citations };
    return (
      (await this.resumes.fromBefore(companyId, facts, text, before)) ??
      (await this.resumes.fromProfile(companyId, facts, text)) ??
      (await this.resumes.fromText(companyId, facts, text))
    );
  }
}

const MOST_QUESTIONS_BEFORE = 10;

const questionsIn = (history: readonly ChatMessage[]): readonly string[] =>
  history
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
    .slice(-MOST_QUESTIONS_BEFORE);

const CUT: ChatNotice = {
  code: 'answer_cut',
  message: 'The answer was longer than it may be and ends here.',
};
const UNSUPPORTED: ChatNotice = {
  code: 'answer_without_proof',
  message: 'No passage of the resume shows this: check it before you rely on it.',
};

function byRules(draft: Draft, subjects: readonly string[]): Made {
  const unused = { fallbackReason: null, promptTokens: null, completionTokens: null };
  return {
    ...draft,
    notices: [],
    subjects,
    provenance: { ...QUOTATIONS, ...unused, droppedCitations: 0 },
  };
}

function withLanguageNotice(made: Made, question: string): Made {
  const language = foreignLanguageOf(question);
  if (language === null) {
    return made;
  }
  const message = `The question seems to be in ${language}. Without a language model only English is read; names, skills and words that are the same in both languages were looked up.`;
  return { ...made, notices: [...made.notices, { code: 'question_language', message }] };
}

function fallenBack(made: Made, fallbackReason: string): Made {
  const message = FALLBACKS[fallbackReason] ?? 'The language model gave no answer of use.';
  const notice = {
    code: fallbackReason,
    message: `${message} This was found and quoted without it.`,
  };
  return {
    ...made,
    notices: [notice, ...made.notices],
    provenance: { ...made.provenance, fallbackReason },
  };
}

const FALLBACKS: Readonly<Record<string, string>> = {
  llm_unavailable: 'The language model is away.',
  llm_rate_limited: 'The language model takes no more requests for now.',
  llm_key_refused: 'The language model refused the key of this server.',
  llm_request_refused: 'The language model refused the question.',
  ai_budget_exhausted: 'Your company’s budget of this month for the language model is spent.',
  llm_answer_wrong_language: 'The language model answered in another language.',
  llm_answer_empty: 'The language model gave no answer.',
};
