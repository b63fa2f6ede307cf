import { CompanyModel } from '../src/modules/insights';
import type { OutputShape } from '../src/platform/llm';
import { startTestApp } from '../test/support/app';
import { answer, LlmServer } from '../test/support/llm-server';
import { percentile } from './timing';

const ROUNDS = 300;
const WARM_UP = 30;
const RESUME = 'Built the berth planner of a harbour with Node.js and PostgreSQL. '.repeat(90);
const MESSAGES = [{ role: 'user', content: RESUME }] as const;
const ANSWER = {
  summary: 'So it is. Nothing more can be said.',
  claims: Array(20).fill('a claim'),
};

const SHAPE: OutputShape<unknown> = {
  name: 'bench',
  schema: { type: 'object' },
  check: (value) => ({ ok: true, value }),
};

/** What the layer before the language model costs: milliseconds above the bare request to the same server. */
export async function benchLlm(): Promise<object> {
  const llm = await LlmServer.start();
  llm.otherwise = answer(ANSWER);
  const app = await startTestApp({
    variables: {
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: llm.url,
      LLM_MODEL: 'tiny',
      LLM_PRICE_PROMPT: '1',
    },
  });
  try {
    const { api, companyId } = await app.newCompany('admin');
    await api.patch('/ai/settings', { monthly_budget: 1_000_000 });
    const model = app.app.get(CompanyModel);
    const request = { messages: MESSAGES, maxTokens: 100 };
    const bare: number[] = [];
    const whole: number[] = [];
    const streamed: number[] = [];
    const bareStream: number[] = [];
    // In turns, so that what the machine does besides falls on all of them.
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      bare.push(await timeOf(() => bareRequest(llm.url, false)));
      whole.push(await timeOf(() => model.completeAs(companyId, 'analysis', request, SHAPE)));
      bareStream.push(await timeOf(() => bareRequest(llm.url, true)));
      streamed.push(
        await timeOf(async () => {
          let text = '';
          for await (const part of model.stream(companyId, 'chat', request)) {
            text += part.text;
          }
          return text;
        }),
      );
      llm.received.length = 0;
    }
    return {
      wholeAnswer: overhead(bare, whole),
      streamedAnswer: overhead(bareStream, streamed),
    };
  } finally {
    await app.stop();
    await llm.stop();
  }
}

async function bareRequest(url: string, isStreamed: boolean): Promise<void> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'tiny',
      messages: MESSAGES,
      max_tokens: 100,
      ...(isStreamed ? { stream: true } : {}),
    }),
  });
  await response.text();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function overhead(bare: readonly number[], ours: readonly number[]): object {
  const differences = ours.map((time, index) => time - (bare[index] ?? 0)).slice(WARM_UP);
  return {
    bareP50Ms: percentile(bare.slice(WARM_UP), 0.5),
    oursP50Ms: percentile(ours.slice(WARM_UP), 0.5),
    overheadP50Ms: percentile(differences, 0.5),
    overheadP95Ms: percentile(differences, 0.95),
  };
}
