import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LlmError } from '../../platform/llm';
import { CompanyModel, findQuote } from '../insights';
import { AnswerBrokenOffError, type ChatErrorCode } from './chat.errors';
import type { ChatMessage } from './conversation';
import { AnswerGate } from './domain/answer-gate';
import { chatMessages, labelOf, type PromptMessage } from './domain/chat-prompt';
import type { Citation, Draft } from './domain/draft';
import { foreignLanguageOf } from './domain/question-language';
import type { ResumeFacts } from './domain/resume-facts';

const MOST_TOKENS = 700;
/** So many words tell a language. */
const TELLING_WORDS = 6;

/** Hears an answer as it comes, and may stop it. */
export interface Live {
  readonly onDelta: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface ModelQuestion {
  readonly question: string;
  readonly all: readonly ResumeFacts[];
  readonly history: readonly ChatMessage[];
}

/** What the model said, as far as it can be shown; or why it said nothing. */
export type ModelOutcome =
  | {
      readonly draft: Draft;
      readonly usage: {
        readonly promptTokens: number | null;
        readonly completionTokens: number | null;
      };
      readonly droppedCitations: number;
      readonly isCut: boolean;
    }
  | { readonly fallbackReason: string };

/** Answers of the language model over whole resumes. */
@Injectable()
export class ModelAnswers {
  private readonly log = new Logger(ModelAnswers.name);

  constructor(private readonly model: CompanyModel) {}

  identity(companyId: string): ReturnType<CompanyModel['identity']> {
    return this.model.identity(companyId);
  }

  /**
   * A failure before anything was heard is an outcome.
   *
   * @throws AnswerBrokenOffError when somebody heard the beginning.
   */
  async answer(companyId: string, asked: ModelQuestion, live: Live | null): Promise<ModelOutcome> {
    const readable = await this.readable(companyId, asked.all);
    const gate = new AnswerGate(
      (quote) => placeOf(quote, readable),
      (text) => withNames(text, asked.all),
    );
    const messages = chatMessages(asked.question, {
      resumes: readable.map(({ label, text }) => ({ label, text })),
      history: historyOf(asked.history, asked.all),
      mark: randomUUID(),
    });
    const said = new Said(live, foreignLanguageOf(asked.question) === null);
    try {
      const usage = await this.listen(companyId, messages, { gate, said, live });
      return said.text.trim() === ''
        ? { fallbackReason: 'llm_answer_empty' }
        : outcomeOf(said.text, gate, usage);
    } catch (error) {
      return this.failed(error, { gate, said, live });
    }
  }

  private async listen(
    companyId: string,
    messages: readonly PromptMessage[],
    { gate, said, live }: Listening,
  ): Promise<Usage> {
    const signal = live === null ? {} : { signal: live.signal };
    let usage: Usage = { promptTokens: null, completionTokens: null };
    const request = { messages, maxTokens: MOST_TOKENS, ...signal };
    for await (const part of this.model.stream(companyId, 'chat', request)) {
      usage = part.usage ?? usage;
      said.add(gate.push(part.text));
    }
    said.add(gate.end());
    said.flush();
    return usage;
  }

  private failed(error: unknown, { gate, said, live }: Listening): ModelOutcome {
    if (error instanceof WrongLanguageError) {
      return { fallbackReason: 'llm_answer_wrong_language' };
    }
    if (!(error instanceof LlmError)) {
      throw error;
    }
    if (error.code === 'llm_answer_too_long' && said.text.trim() !== '') {
      said.flush();
      return { ...outcomeOf(said.text, gate, NOT_COUNTED), isCut: true };
    }
    this.log.warn({ code: error.code }, 'chat answered without the model');
    if (live === null || !said.isHeard) {
      return { fallbackReason: error.code };
    }
    throw new AnswerBrokenOffError(codeOf(error), error.message, { cause: error });
  }

  private async readable(
    companyId: string,
    all: readonly ResumeFacts[],
  ): Promise<readonly ReadableResume[]> {
    return Promise.all(
      all.map(async (facts, index) => {
        const { content, profile } = facts.resume;
        const person = profile.personal_info;
        const { text } = await this.model.readable(companyId, { content, person });
        return { label: labelOf(index), text: facts.withoutWithheld(text), facts };
      }),
    );
  }
}

interface Usage {
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
}

const NOT_COUNTED: Usage = { promptTokens: null, completionTokens: null };

interface Listening {
  readonly gate: AnswerGate;
  readonly said: Said;
  readonly live: Live | null;
}

interface ReadableResume {
  readonly label: string;
  readonly text: string;
  readonly facts: ResumeFacts;
}

class WrongLanguageError extends Error {}

/** What was shown; the first words are held back until they tell their language. */
class Said {
  text = '';
  isHeard = false;
  private heard = 0;

  constructor(
    private readonly live: Live | null,
    private readonly isEnglishAsked: boolean,
  ) {}

  add(text: string): void {
    this.text += text;
    const words = this.text.trim().split(/\s+/u).length;
    if (text !== '' && (this.isHeard || words >= TELLING_WORDS)) {
      this.tell();
    }
  }

  flush(): void {
    if (this.text.trim() !== '') {
      this.tell();
    }
  }

  private tell(): void {
    if (!this.isHeard && this.isEnglishAsked && foreignLanguageOf(this.text) !== null) {
      throw new WrongLanguageError();
    }
    this.isHeard = true;
    const fresh = this.text.slice(this.heard);
    this.heard = this.text.length;
    if (fresh !== '') {
      this.live?.onDelta(fresh);
    }
  }
}

function outcomeOf(
  text: string,
  gate: AnswerGate,
  usage: Usage,
): Exclude<ModelOutcome, { fallbackReason: string }> {
  const isTold =
    !/^\W*the resumes? (?:does|do) not tell\b/iu.test(text) || gate.citations.length > 0;
  return {
    draft: {
      text: text.trim(),
      citations: gate.citations,
      outcome: isTold ? 'answered' : 'not_told',
    },
    usage,
    droppedCitations: gate.dropped,
    isCut: false,
  };
}

/** A quote counts only when it was there to be read and is in the resume's own text. */
function placeOf(quote: string, readable: readonly ReadableResume[]): Citation | null {
  for (const { text, facts } of readable) {
    if (findQuote(text, quote) !== null) {
      const place = findQuote(facts.resume.content, quote);
      if (place !== null) {
        return facts.cite(place);
      }
    }
  }
  return null;
}

function withNames(text: string, all: readonly ResumeFacts[]): string {
  return text.replace(/\bCandidate ([A-Z])\b/gu, (whole, letter: string) => {
    const facts = all[letter.charCodeAt(0) - 65];
    return facts?.resume.candidateName ?? whole;
  });
}

/** Names that were put into earlier answers are taken out again. */
function historyOf(
  history: readonly ChatMessage[],
  all: readonly ResumeFacts[],
): readonly PromptMessage[] {
  const answered = history.filter(
    ({ role, errorCode }) => role === 'assistant' || errorCode === null,
  );
  return answered.map(({ role, content }) => ({
    role,
    content: all.reduce((text, { resume }, index) => {
      const name = resume.candidateName;
      return name === null ? text : text.replaceAll(name, labelOf(index));
    }, content),
  }));
}

function codeOf(error: LlmError): ChatErrorCode {
  return error.code === 'llm_rate_limited' ? 'RATE_LIMIT' : 'API_ERROR';
}
