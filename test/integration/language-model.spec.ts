import { Breakers } from '../../src/platform/breakers';
import { LanguageModel, type OutputShape } from '../../src/platform/llm';
import type { LanguageModelOptions } from '../../src/platform/llm/language-model';
import {
  LlmBadAnswerError,
  LlmNotConfiguredError,
  LlmRateLimitedError,
  LlmRefusedError,
  LlmUnavailableError,
} from '../../src/platform/llm/llm.errors';
import { answer, LLM_USAGE, LlmServer, status } from '../support/llm-server';

const SHORT_MS = 300;
const ASKED = { messages: [{ role: 'user', content: 'Is it so?' }], maxTokens: 100 } as const;
const USAGE = {
  promptTokens: LLM_USAGE.prompt_tokens,
  completionTokens: LLM_USAGE.completion_tokens,
};

/** {"fit": <number>} */
const FIT: OutputShape<number> = {
  name: 'fit',
  schema: { type: 'object', properties: { fit: { type: 'number' } }, required: ['fit'] },
  check: (value) => {
    const fit = (value as { fit?: unknown }).fit;
    return typeof fit === 'number'
      ? { ok: true, value: fit }
      : { ok: false, problems: ['fit must be a number'] };
  },
};

let server: LlmServer;
let keys: readonly string[];

beforeEach(async () => {
  server = await LlmServer.start();
  keys = ['key-1'];
});

afterEach(async () => {
  await server.stop();
});

function model(options: Partial<LanguageModelOptions> = {}): LanguageModel {
  return new LanguageModel(
    {
      endpoint: { provider: 'custom', model: 'tiny', baseUrl: server.url, keys },
      timeoutMs: 30_000,
      concurrency: 4,
      breakerResetMs: 60_000,
      retryDelaysMs: [1, 2, 4],
      ...options,
    },
    new Breakers(),
  );
}

async function streamed(from: LanguageModel): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of from.stream(ASKED)) {
    texts.push(text);
  }
  return texts;
}

describe('a language model', () => {
  it('answers, with the tokens it took, by model and key', async () => {
    await expect(model().complete(ASKED)).resolves.toEqual({ text: 'Yes.', usage: USAGE });
    expect(server.received).toMatchObject([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer key-1',
        body: { model: 'tiny', messages: ASKED.messages, max_tokens: 100 },
      },
    ]);
  });

  it('needs no key', async () => {
    keys = [];
    await model().complete(ASKED);
    expect(server.received[0]?.authorization).toBeUndefined();
  });

  it('is not asked when there is none', async () => {
    const none = model({ endpoint: null });
    expect(none.identity).toBeNull();
    await expect(none.complete(ASKED)).rejects.toThrow(LlmNotConfiguredError);
  });

  it('never has more requests open than it may', async () => {
    const narrow = model({ concurrency: 2 });
    await Promise.all(Array.from({ length: 10 }, () => narrow.complete(ASKED)));
    expect(server.received).toHaveLength(10);
    expect(server.mostOpen).toBeLessThanOrEqual(2);
  });
});

describe('what may pass by', () => {
  it.each([
    ['500', status(500)],
    ['a broken connection', { kind: 'cut', text: 'Yes' } as const],
    ['429 without Retry-After', status(429)],
  ])('is tried again: %s', async (_name, behaviour) => {
    // Without a wait of its own a key rests for seconds: with another the test needs not wait.
    keys = ['key-1', 'key-2'];
    server.next.push(behaviour);
    await expect(model().complete(ASKED)).resolves.toMatchObject({ text: 'Yes.' });
    expect(server.received).toHaveLength(2);
  });

  it('is tried four times and then thrown', async () => {
    server.otherwise = status(503);
    await expect(model().complete(ASKED)).rejects.toThrow(LlmUnavailableError);
    expect(server.received).toHaveLength(4);
  });

  it('is tried again when it hangs, before its answer or within it', async () => {
    server.next.push({ kind: 'hang' }, { kind: 'stall', text: 'Yes and no' });
    await expect(model({ timeoutMs: SHORT_MS }).complete(ASKED)).resolves.toMatchObject({
      text: 'Yes.',
    });
    expect(server.received).toHaveLength(3);
  });

  it('waits for as long as it is told to', async () => {
    server.next.push(status(429, '1'));
    const before = performance.now();
    await model().complete(ASKED);
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
  });

  it('is given back at once when the wait is long', async () => {
    server.otherwise = status(429, '3600');
    const failure = model().complete(ASKED);
    await expect(failure).rejects.toThrow(LlmRateLimitedError);
    await expect(failure).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
    expect(server.received).toHaveLength(1);
  });

  it('ends when nobody waits for it any more', async () => {
    server.otherwise = { kind: 'hang' };
    const controller = new AbortController();
    const failure = model().complete({ ...ASKED, signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(failure).rejects.toThrow('cancelled');
  });
});

describe('what does not pass by', () => {
  it.each([
    ['a refused request', status(400), LlmRefusedError, 'llm_request_refused'],
    ['a refused key', status(401), LlmRefusedError, 'llm_key_refused'],
    [
      'another protocol',
      { kind: 'garbage', body: '<html>' } as const,
      LlmBadAnswerError,
      'llm_answer_not_the_protocol',
    ],
    [
      'a list',
      { kind: 'garbage', body: '{"choices":{}}' } as const,
      LlmBadAnswerError,
      'llm_answer_not_the_protocol',
    ],
    [
      'no end',
      { kind: 'too_long', text: 'Yes' } as const,
      LlmBadAnswerError,
      'llm_answer_too_long',
    ],
    ['a huge answer', answer('x'.repeat(2_000_000)), LlmBadAnswerError, 'llm_answer_too_large'],
  ])('is thrown at once: %s', async (_name, behaviour, type, code) => {
    server.otherwise = behaviour;
    const failure = model().complete(ASKED);
    await expect(failure).rejects.toThrow(type);
    await expect(failure).rejects.toMatchObject({ code });
    expect(server.received).toHaveLength(1);
  });

  it('never has the server’s words, which may repeat the prompt', async () => {
    server.otherwise = status(400);
    await expect(model().complete(ASKED)).rejects.not.toThrow(/secret/);
  });

  it('is left alone after failing again and again', async () => {
    server.otherwise = status(500);
    const away = model({ retryDelaysMs: [] });
    for (let n = 0; n < 5; n += 1) {
      await expect(away.complete(ASKED)).rejects.toThrow('failed (500)');
    }
    const refusal = away.complete(ASKED);
    await expect(refusal).rejects.toThrow('left alone');
    await expect(refusal).rejects.toMatchObject({ code: 'llm_unavailable' });
    expect(server.received).toHaveLength(5);
  });
});

describe('several keys', () => {
  it('take turns', async () => {
    keys = ['key-1', 'key-2'];
    const both = model();
    await both.complete(ASKED);
    await both.complete(ASKED);
    const used = server.received.map(({ authorization }) => authorization);
    expect(used.toSorted()).toEqual(['Bearer key-1', 'Bearer key-2']);
  });

  it('stand in for one that had enough or is refused', async () => {
    keys = ['key-1', 'key-2', 'key-3'];
    server.next.push(status(401), status(429, '3600'));
    const three = model();
    await expect(three.complete(ASKED)).resolves.toMatchObject({ text: 'Yes.' });
    await three.complete(ASKED);
    const used = server.received.map(({ authorization }) => authorization);
    expect(new Set(used.slice(0, 3)).size).toBe(3);
    expect(used[3]).toBe(used[2]);
  });
});

describe('structured output', () => {
  it('is asked for with its schema and checked', async () => {
    server.next.push(answer('Here it is:\n```json\n{"fit": 3}\n```'));
    await expect(model().completeAs(ASKED, FIT)).resolves.toEqual({
      value: 3,
      usage: USAGE,
      isRepaired: false,
    });
    expect(server.received[0]?.body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'fit', schema: FIT.schema },
    });
  });

  it('holds no text that the database cannot store', async () => {
    server.next.push(answer('{"why": "well\\u0000 done, half \\ud83d"}'));
    const check = (value: unknown): { ok: true; value: unknown } => ({ ok: true, value });
    const { value } = await model().completeAs(ASKED, { ...FIT, check });
    expect(value).toEqual({ why: 'well done, half \uFFFD' });
  });

  it.each([
    ['no JSON', answer('It fits.')],
    ['another shape', answer({ fit: 'well' })],
  ])('is repaired once: %s', async (_name, behaviour) => {
    server.next.push(behaviour, answer({ fit: 4 }));
    await expect(model().completeAs(ASKED, FIT)).resolves.toEqual({
      value: 4,
      usage: { promptTokens: 240, completionTokens: 68 },
      isRepaired: true,
    });
    expect(server.received[1]?.body.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
    ]);
  });

  it.each([
    ['llm_answer_not_json', answer('Never.')],
    ['llm_answer_wrong_shape', answer({ fit: 'well' })],
  ])('that stays wrong is %s', async (code, behaviour) => {
    server.otherwise = behaviour;
    await expect(model().completeAs(ASKED, FIT)).rejects.toMatchObject({ code });
    expect(server.received).toHaveLength(2);
  });
});

describe('a stream', () => {
  it('gives the answer as it comes, with the tokens at its end', async () => {
    server.next.push(answer('One word after another.'));
    const parts = [];
    for await (const part of model().stream(ASKED)) {
      parts.push(part);
    }
    expect(parts.map(({ text }) => text)).toEqual(['One ', 'word ', 'after ', 'another.', '']);
    expect(parts.at(-1)?.usage).toEqual(USAGE);
  });

  it.each([
    ['500', status(500)],
    ['429 with Retry-After', status(429, '0')],
    ['429 without Retry-After', status(429)],
    ['silence', { kind: 'hang' } as const],
  ])('is tried again before it begins: %s', async (_name, behaviour) => {
    keys = ['key-1', 'key-2'];
    server.next.push(behaviour, answer('At last.'));
    await expect(streamed(model({ timeoutMs: SHORT_MS }))).resolves.toEqual(['At ', 'last.', '']);
  });

  it.each([
    ['that is refused', status(400), 'llm_request_refused'],
    ['whose key is revoked', status(401), 'llm_key_refused'],
    ['that would begin in an hour', status(429, '3600'), 'llm_rate_limited'],
    ['of another protocol', { kind: 'garbage', body: '<html>' } as const, 'llm_answer_cut_off'],
    [
      'with an event that is no JSON',
      { kind: 'garbage', body: 'data: {"choices":\n\n' } as const,
      'llm_answer_not_the_protocol',
    ],
    [
      'with an event of another shape',
      { kind: 'garbage', body: 'data: {"choices":{}}\n\n' } as const,
      'llm_answer_not_the_protocol',
    ],
    ['that has no end', { kind: 'too_long', text: 'On and on' } as const, 'llm_answer_too_long'],
    ['that is huge', answer('word '.repeat(30_000)), 'llm_answer_too_large'],
  ])('%s is thrown', async (_name, behaviour, code) => {
    server.otherwise = behaviour;
    await expect(streamed(model())).rejects.toMatchObject({ code });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['answers', answer('Four words are enough.'), { promptTokens: 120, isEstimated: false }],
    ['is cut', { kind: 'cut', text: 'Four' } as const, { promptTokens: 3, isEstimated: true }],
  ])('that %s says what it took', async (_name, behaviour, expected) => {
    server.otherwise = behaviour;
    const consumed: object[] = [];
    const request = { ...ASKED, onConsumed: (one: object): number => consumed.push(one) };
    const reading = async (): Promise<void> => {
      for await (const { text } of model().stream(request)) {
        expect(typeof text).toBe('string');
      }
    };
    await reading().catch(() => undefined);
    expect(consumed).toMatchObject([expected]);
  });

  it.each([
    ['is cut', { kind: 'cut', text: 'One word' } as const, LlmBadAnswerError],
    ['stalls', { kind: 'stall', text: 'One word' } as const, LlmUnavailableError],
  ])('that %s gives what came and then throws', async (_name, behaviour, type) => {
    server.next.push(behaviour);
    const texts: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const { text } of model({ timeoutMs: SHORT_MS }).stream(ASKED)) {
        texts.push(text);
      }
    };
    await expect(reading()).rejects.toThrow(type);
    expect(texts.join('')).toBe('One word');
    expect(server.received).toHaveLength(1);
  });

  it('that nobody reads on frees its place', async () => {
    server.next.push({ kind: 'stall', text: 'One word after another' });
    const narrow = model({ concurrency: 1 });
    for await (const { text } of narrow.stream(ASKED)) {
      expect(text).toBe('One ');
      break;
    }
    await expect(narrow.complete(ASKED)).resolves.toMatchObject({ text: 'Yes.' });
  });
});
