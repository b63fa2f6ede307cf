import type { LlmEndpoint } from './endpoint';
import {
  LlmBadAnswerError,
  LlmRateLimitedError,
  LlmRefusedError,
  LlmUnavailableError,
} from './llm.errors';

const MAX_ANSWER_BYTES = 1024 * 1024;

export interface Exchange {
  readonly endpoint: LlmEndpoint;
  readonly key: string | null;
  readonly body: object;
  /** Longest wait for the head of the answer and for each next part of it. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** The parts of an answer's body, as text. Read it to its end or `close` it. */
export interface AnswerBody {
  readonly parts: AsyncIterable<string>;
  readonly close: () => void;
}

/**
 * One request, once: what it may throw is typed, and what the server says about a failure is not read.
 *
 * @throws LlmUnavailableError, LlmRateLimitedError, LlmRefusedError, or what the signal is aborted with.
 */
export async function exchange(request: Exchange): Promise<AnswerBody> {
  const { endpoint, key, body, signal } = request;
  const clock = new Clock(request.timeoutMs);
  const signals = signal === undefined ? [clock.signal] : [clock.signal, signal];
  try {
    const response = await fetch(`${endpoint.baseUrl}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model: endpoint.model, ...body }),
      signal: AbortSignal.any(signals),
      // A prompt holds a resume: it goes where the settings say and nowhere else.
      redirect: 'error',
    });
    if (!response.ok) {
      clock.stop();
      await response.body?.cancel();
      throw failureOf(response);
    }
    return { parts: read(response, clock, signal), close: clock.stopAll.bind(clock) };
  } catch (error) {
    clock.stop();
    throw networkError(error, signal);
  }
}

async function* read(
  response: Response,
  clock: Clock,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  try {
    // What fetch gives is bytes, which its type does not say.
    const body: AsyncIterable<Uint8Array> | null = response.body;
    for await (const piece of body ?? []) {
      clock.restart();
      bytes += piece.byteLength;
      if (bytes > MAX_ANSWER_BYTES) {
        throw new LlmBadAnswerError('too_large');
      }
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    throw clock.signal.aborted ? networkError(error, signal) : cutOff(error, signal);
  } finally {
    clock.stopAll();
  }
}

function cutOff(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof LlmBadAnswerError || signal?.aborted === true) {
    return error;
  }
  return new LlmBadAnswerError('cut_off');
}

function networkError(error: unknown, signal: AbortSignal | undefined): unknown {
  const isOurs =
    error instanceof LlmUnavailableError ||
    error instanceof LlmRateLimitedError ||
    error instanceof LlmRefusedError;
  if (isOurs || signal?.aborted === true) {
    return error;
  }
  const isLate = error instanceof DOMException && error.name === 'TimeoutError';
  return new LlmUnavailableError(
    isLate ? 'The language model did not answer in time.' : 'The language model cannot be reached.',
  );
}

function failureOf(response: Response): Error {
  const { status } = response;
  if (status === 429) {
    return new LlmRateLimitedError(retryAfterMs(response.headers.get('retry-after')));
  }
  if (status === 408 || status >= 500) {
    const wait = retryAfterMs(response.headers.get('retry-after'));
    return new LlmUnavailableError(`The language model failed (${status}).`, wait);
  }
  return new LlmRefusedError(status);
}

/** Seconds or a date; null when it is neither. */
export function retryAfterMs(header: string | null, nowMs = Date.now()): number | null {
  if (header === null) {
    return null;
  }
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) {
    return Number(header) * 1000;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/** Aborts what waits for longer than it may; every sign of life starts it anew. */
class Clock {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout;

  constructor(private readonly timeoutMs: number) {
    this.timer = this.start();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  restart(): void {
    clearTimeout(this.timer);
    this.timer = this.start();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Also closes the connection, if anything of the answer is left. */
  stopAll(): void {
    this.stop();
    this.controller.abort(new DOMException('closed', 'AbortError'));
  }

  private start(): NodeJS.Timeout {
    return setTimeout(() => {
      this.controller.abort(new DOMException('late', 'TimeoutError'));
    }, this.timeoutMs);
  }
}
