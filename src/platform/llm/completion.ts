import { LlmBadAnswerError } from './llm.errors';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface TokenUsage {
  /** Null when the server does not count. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
}

export const NOT_COUNTED: TokenUsage = { promptTokens: null, completionTokens: null };

export interface Completion {
  readonly text: string;
  readonly usage: TokenUsage;
}

/** A part of a streamed answer. The last one has the usage, and no text when it comes alone. */
export interface CompletionPart {
  readonly text: string;
  readonly usage: TokenUsage | null;
}

interface Choice {
  readonly message?: { readonly content?: unknown } | null;
  readonly delta?: { readonly content?: unknown } | null;
  readonly finish_reason?: unknown;
}

interface Envelope {
  readonly choices?: readonly Choice[] | null;
  readonly usage?: {
    readonly prompt_tokens?: unknown;
    readonly completion_tokens?: unknown;
  } | null;
}

/** `onUsage` hears what was counted also of an answer that is of no use. @throws LlmBadAnswerError */
export function readCompletion(json: string, onUsage?: (usage: TokenUsage) => void): Completion {
  const envelope = parseEnvelope(json);
  onUsage?.(usageOf(envelope));
  const [choice] = envelope.choices ?? [];
  const text = choice?.message?.content;
  if (typeof text !== 'string') {
    throw new LlmBadAnswerError('not_the_protocol');
  }
  if (choice?.finish_reason === 'length') {
    throw new LlmBadAnswerError('too_long');
  }
  return { text, usage: usageOf(envelope) };
}

/**
 * The events of a streamed answer as parts.
 *
 * @throws LlmBadAnswerError, also when the stream ends before it said that it is at its end.
 */
export async function* readParts(body: AsyncIterable<string>): AsyncGenerator<CompletionPart> {
  let isDone = false;
  for await (const data of eventsOf(body)) {
    if (data === '[DONE]') {
      isDone = true;
      break;
    }
    const envelope = parseEnvelope(data);
    const [choice] = envelope.choices ?? [];
    const text = choice?.delta?.content;
    const hasUsage = typeof envelope.usage === 'object' && envelope.usage !== null;
    if (typeof text === 'string' || hasUsage) {
      yield {
        text: typeof text === 'string' ? text : '',
        usage: hasUsage ? usageOf(envelope) : null,
      };
    }
    if (choice?.finish_reason === 'length') {
      throw new LlmBadAnswerError('too_long');
    }
  }
  if (!isDone) {
    throw new LlmBadAnswerError('cut_off');
  }
}

/** The data of server-sent events, wherever the network cuts them. */
async function* eventsOf(body: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of body) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) {
        yield line.slice('data:'.length).trim();
      }
    }
  }
}

function parseEnvelope(json: string): Envelope {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new LlmBadAnswerError('not_the_protocol');
  }
  if (typeof value !== 'object' || value === null) {
    throw new LlmBadAnswerError('not_the_protocol');
  }
  // Every member that is read is optional and compared with its type where it is used.
  const envelope: Envelope = value;
  const { choices } = envelope;
  if (choices !== undefined && choices !== null && !Array.isArray(choices)) {
    throw new LlmBadAnswerError('not_the_protocol');
  }
  return envelope;
}

function usageOf({ usage }: Envelope): TokenUsage {
  return {
    promptTokens: countOf(usage?.prompt_tokens),
    completionTokens: countOf(usage?.completion_tokens),
  };
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
