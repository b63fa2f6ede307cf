import { setTimeout as delay } from 'node:timers/promises';
import { type Breaker, BreakerOpenError, type Breakers } from '../breakers';
import { Metrics } from '../metrics';
import { type AnswerBody, exchange } from './chat-exchange';
import {
  type ChatMessage,
  type Completion,
  type CompletionPart,
  NOT_COUNTED,
  readCompletion,
  readParts,
  type TokenUsage,
} from './completion';
import { type Consumption, consumptionOf } from './consumption';
import type { LlmEndpoint } from './endpoint';
import { KeyRing } from './key-ring';
import {
  LlmBadAnswerError,
  LlmNotConfiguredError,
  LlmRateLimitedError,
  LlmRefusedError,
  LlmUnavailableError,
} from './llm.errors';
import { LlmMetrics } from './llm-metrics';
import { Slots } from './slots';
import { type OutputShape, parseJson, repairRequest } from './structured-output';

/** Waits before the second, third and fourth try. A wait that the server asks for is longer than these or wins. */
const RETRY_DELAYS_MS = [1000, 2000, 4000] as const;
/** Whoever is told to come back later than this is told so at once, and can do something else meanwhile. */
const LONGEST_WAIT_MS = 30_000;
const DEFAULT_KEY_REST_MS = 5000;
const REFUSED_KEY_REST_MS = 3_600_000;
const BREAKER = { failures: 5, windowMs: 60_000 } as const;

export interface LanguageModelOptions {
  readonly endpoint: LlmEndpoint | null;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly breakerResetMs: number;
  readonly retryDelaysMs?: readonly number[];
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly maxTokens: number;
  readonly signal?: AbortSignal;
  /** Hears of every answer that began, also of one that broke off, was refused by a check, or is repaired. */
  readonly onConsumed?: (consumption: Consumption) => void;
}

export interface Structured<T> {
  readonly value: T;
  /** Of the repair too, when there was one. */
  readonly usage: TokenUsage;
  readonly isRepaired: boolean;
}

/** Which model answers, to be kept with what it said. */
export interface ModelIdentity {
  readonly provider: string;
  readonly model: string;
}

/**
 * The one way to a language model: any server that speaks chat completions. Tries again what may pass
 * by, leaves alone what is away, and never has more requests open than it may.
 */
export class LanguageModel {
  private readonly keys: KeyRing;
  private readonly slots: Slots;
  private readonly breaker: Breaker;
  private readonly retryDelaysMs: readonly number[];
  private readonly metrics: LlmMetrics;

  constructor(
    private readonly options: LanguageModelOptions,
    breakers: Breakers,
    metrics = new Metrics(),
  ) {
    this.metrics = new LlmMetrics(metrics);
    this.keys = new KeyRing(options.endpoint?.keys ?? []);
    this.slots = new Slots(options.concurrency);
    this.retryDelaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS;
    this.breaker = breakers.add('language_model', {
      ...BREAKER,
      resetAfterMs: options.breakerResetMs,
      isOutage: (error) => error instanceof LlmUnavailableError,
    });
  }

  /** Null when no model is configured. */
  get identity(): ModelIdentity | null {
    const { endpoint } = this.options;
    return endpoint === null ? null : { provider: endpoint.provider, model: endpoint.model };
  }

  /** @throws LlmError */
  complete(request: ChatRequest): Promise<Completion> {
    return this.completeWith(request, {});
  }

  /**
   * An answer of this shape. One that has another is shown to the model with what is wrong, once.
   *
   * @throws LlmError
   */
  async completeAs<T>(request: ChatRequest, shape: OutputShape<T>): Promise<Structured<T>> {
    const format = {
      response_format: {
        type: 'json_schema',
        json_schema: { name: shape.name, strict: true, schema: shape.schema },
      },
    };
    const first = await this.completeWith(request, format);
    const outcome = parseJson(first.text, shape);
    if (outcome.ok) {
      return { value: outcome.value, usage: first.usage, isRepaired: false };
    }
    const repair = {
      ...request,
      messages: [...request.messages, ...repairRequest(first.text, outcome.problems)],
    };
    const second = await this.completeWith(repair, format);
    const repaired = parseJson(second.text, shape);
    if (!repaired.ok) {
      throw new LlmBadAnswerError(repaired.reason);
    }
    return {
      value: repaired.value,
      usage: sumOf(first.usage, second.usage),
      isRepaired: true,
    };
  }

  /**
   * The answer as it comes. What fails before it begins is tried again; after that it is thrown, since
   * somebody may have read what came.
   *
   * @throws LlmError
   */
  async *stream(request: ChatRequest): AsyncGenerator<CompletionPart> {
    const body = { stream: true, stream_options: { include_usage: true } };
    const release = await this.slots.take(request.signal);
    try {
      const answer = await this.tried(request, body, (opened) => Promise.resolve(opened));
      let usage = NOT_COUNTED;
      let answerCharacters = 0;
      try {
        for await (const part of readParts(answer.parts)) {
          usage = part.usage ?? usage;
          answerCharacters += part.text.length;
          yield part;
        }
      } finally {
        answer.close();
        tellConsumption(request, usage, answerCharacters);
      }
    } finally {
      release();
    }
  }

  private async completeWith(request: ChatRequest, extra: object): Promise<Completion> {
    const release = await this.slots.take(request.signal);
    try {
      return await this.tried(request, extra, async ({ parts }) => {
        let text = '';
        let usage = NOT_COUNTED;
        try {
          for await (const part of parts) {
            text += part;
          }
          return readCompletion(text, (counted) => {
            usage = counted;
          });
        } finally {
          tellConsumption(request, usage, text.length);
        }
      });
    } finally {
      release();
    }
  }

  /** Opens the request and reads what `read` reads of it, as often as it may be tried. */
  private async tried<T>(
    request: ChatRequest,
    extra: object,
    read: (answer: AnswerBody) => Promise<T>,
  ): Promise<T> {
    const { endpoint, timeoutMs } = this.options;
    if (endpoint === null) {
      throw new LlmNotConfiguredError();
    }
    const { messages, maxTokens, signal } = request;
    const body = { messages, max_tokens: maxTokens, temperature: 0, ...extra };
    for (let attempt = 0; ; attempt += 1) {
      const key = this.keys.next();
      try {
        return await this.metrics.measured(() =>
          this.breaker.run(async () =>
            read(
              await exchange({
                endpoint,
                key,
                body,
                timeoutMs,
                ...(signal === undefined ? {} : { signal }),
              }),
            ),
          ),
        );
      } catch (error) {
        await this.waitBeforeRetry(error, attempt, key, signal);
      }
    }
  }

  /** @throws the error, when it is of no use to try again or there is no try left. */
  private async waitBeforeRetry(
    error: unknown,
    attempt: number,
    key: string | null,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (error instanceof BreakerOpenError) {
      throw new LlmUnavailableError(
        'The language model failed again and again and is left alone for a while.',
        error.retryAfterMs,
      );
    }
    const backoff = this.retryDelaysMs[attempt];
    if (backoff === undefined || !this.mayPass(error, key)) {
      throw error;
    }
    const asked = askedWait(error);
    const wait = isAboutKey(error) ? this.keyWait(backoff, asked) : Math.max(backoff, asked);
    if (wait > LONGEST_WAIT_MS) {
      throw error;
    }
    await delay(wait, undefined, signal === undefined ? {} : { signal });
  }

  /** Whether the same request may succeed, with this key or the next. */
  private mayPass(error: unknown, key: string | null): boolean {
    if (error instanceof LlmRateLimitedError) {
      this.keys.rest(key, error.retryAfterMs ?? DEFAULT_KEY_REST_MS);
      return true;
    }
    if (error instanceof LlmRefusedError && error.code === 'llm_key_refused') {
      this.keys.rest(key, REFUSED_KEY_REST_MS);
      return this.keys.waitMs() === 0 && key !== null;
    }
    return error instanceof LlmUnavailableError || isCutOff(error);
  }

  /** None while another key has something left. */
  private keyWait(backoff: number, asked: number): number {
    return this.hasRestedKey() ? 0 : Math.max(backoff, asked);
  }

  private hasRestedKey(): boolean {
    return (this.options.endpoint?.keys.length ?? 0) > 1 && this.keys.waitMs() === 0;
  }
}

function tellConsumption(
  { messages, onConsumed }: ChatRequest,
  usage: TokenUsage,
  answerCharacters: number,
): void {
  onConsumed?.(consumptionOf(usage, { messages, answerCharacters }));
}

const isAboutKey = (error: unknown): boolean =>
  error instanceof LlmRateLimitedError || error instanceof LlmRefusedError;

/** The connection broke; an answer that is whole and wrong would be wrong again. */
const isCutOff = (error: unknown): boolean =>
  error instanceof LlmBadAnswerError && error.reason === 'cut_off';

function askedWait(error: unknown): number {
  const isTold = error instanceof LlmRateLimitedError || error instanceof LlmUnavailableError;
  return isTold ? (error.retryAfterMs ?? 0) : 0;
}

function sumOf(a: TokenUsage, b: TokenUsage): TokenUsage {
  const sum = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : x + y;
  return {
    promptTokens: sum(a.promptTokens, b.promptTokens),
    completionTokens: sum(a.completionTokens, b.completionTokens),
  };
}
