import { spawnSync } from 'node:child_process';
import { parseEnv } from '../../src/config';
import { Breakers } from '../../src/platform/breakers';
import { LanguageModel, type OutputShape } from '../../src/platform/llm';
import { endpointOf } from '../../src/platform/llm/endpoint';
import { answer, LlmServer, UNKNOWN_MODEL } from '../support/llm-server';

/** A model on a laptop takes its time to load. */
const PATIENCE_MS = 300_000;

const ANSWERED: OutputShape<string> = {
  name: 'capital',
  schema: {
    type: 'object',
    properties: { capital: { type: 'string' } },
    required: ['capital'],
    additionalProperties: false,
  },
  check: (value) => {
    const capital = (value as { capital?: unknown }).capital;
    return typeof capital === 'string'
      ? { ok: true, value: capital }
      : { ok: false, problems: ['capital must be a text'] };
  },
};

const ask = (
  content: string,
): { messages: { role: 'user'; content: string }[]; maxTokens: number } => ({
  messages: [{ role: 'user', content }],
  maxTokens: 200,
});

/** Whether a server speaks the protocol there. Asked before the tests are known, so that none is left out. */
function answers(baseUrl: string): boolean {
  const script = `fetch(process.argv[1] + '/v1/models').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`;
  const { status } = spawnSync(process.execPath, ['-e', script, baseUrl.replace(/\/+$/, '')], {
    timeout: 5000,
  });
  return status === 0;
}

const clientOf = (variables: NodeJS.ProcessEnv): LanguageModel =>
  new LanguageModel(
    {
      endpoint: endpointOf(parseEnv(variables)),
      timeoutMs: PATIENCE_MS,
      concurrency: 1,
      breakerResetMs: 1000,
      retryDelaysMs: [],
    },
    new Breakers(),
  );

/** What our client needs of a server; the one of the tests keeps it, so that tests with it say something. */
function contract(name: string, variables: () => NodeJS.ProcessEnv): void {
  describe(`the chat completions of ${name}`, () => {
    it(
      'are a text with the tokens that it took',
      async () => {
        const { text, usage } = await clientOf(variables()).complete(
          ask('What is the capital of France? Answer in one word.'),
        );
        expect(text).toContain('Paris');
        expect(usage.promptTokens).toBeGreaterThan(0);
        expect(usage.completionTokens).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );

    it(
      'have the shape that was asked for',
      async () => {
        const request = ask('What is the capital of France? Answer as JSON: {"capital": "…"}');
        const { value } = await clientOf(variables()).completeAs(request, ANSWERED);
        expect(value).toContain('Paris');
      },
      PATIENCE_MS,
    );

    it(
      'come in parts, with the tokens at their end',
      async () => {
        const parts = [];
        for await (const part of clientOf(variables()).stream(
          ask('What is the capital of France?'),
        )) {
          parts.push(part);
        }
        expect(parts.map(({ text }) => text).join('')).toContain('Paris');
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.at(-1)?.usage?.completionTokens).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );

    it(
      'are refused by a model that is not there',
      async () => {
        const unknown = clientOf({ ...variables(), LLM_MODEL: UNKNOWN_MODEL });
        await expect(unknown.complete(ask('Are you there?'))).rejects.toMatchObject({
          code: 'llm_request_refused',
          status: 404,
        });
      },
      PATIENCE_MS,
    );
  });
}

let server: LlmServer;

beforeAll(async () => {
  server = await LlmServer.start();
  server.otherwise = answer({ capital: 'Paris, of course' });
});

afterAll(async () => {
  await server.stop();
});

contract('the test server', () => ({
  LLM_PROVIDER: 'custom',
  LLM_BASE_URL: server.url,
  LLM_MODEL: 'tiny',
}));

const { OLLAMA_BASE_URL: ollama = '', OLLAMA_MODEL: model = '' } = process.env;
if (ollama !== '' && answers(ollama)) {
  contract('Ollama', () => ({
    LLM_PROVIDER: 'ollama',
    OLLAMA_BASE_URL: ollama,
    OLLAMA_MODEL: model,
  }));
}
