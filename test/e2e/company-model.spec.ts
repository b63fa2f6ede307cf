import { CompanyModel } from '../../src/modules/insights';
import type { OutputShape } from '../../src/platform/llm';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { answer, LLM_USAGE, LlmServer, status } from '../support/llm-server';

const ASKED = { messages: [{ role: 'user', content: 'Is it so?' }], maxTokens: 100 } as const;
const TEXTS = { job_description: 'Cook\nMust have baking.', resume_text: 'Ada Example\nBaking.' };
const PRICES = { LLM_PRICE_PROMPT: '2', LLM_PRICE_COMPLETION: '10' };
const COST = (LLM_USAGE.prompt_tokens * 2 + LLM_USAGE.completion_tokens * 10) / 1_000_000;

const YES: OutputShape<string> = {
  name: 'yes',
  schema: { type: 'object' },
  check: (value) =>
    JSON.stringify(value) === '{"yes":true}'
      ? { ok: true, value: 'yes' }
      : { ok: false, problems: ['Say yes.'] },
};

let llm: LlmServer;
let app: TestApp;
let us: TestCompany;

async function start(variables: NodeJS.ProcessEnv): Promise<void> {
  llm = await LlmServer.start();
  const endpoint = { LLM_PROVIDER: 'custom', LLM_BASE_URL: llm.url, LLM_MODEL: 'tiny' };
  app = await startTestApp({ variables: { ...endpoint, LLM_TIMEOUT: '1', ...variables } });
}

const model = (): CompanyModel => app.app.get(CompanyModel);

const settings = async (changes: object): Promise<void> => {
  expectStatus(await us.api.patch('/ai/settings', changes), 200);
};

const used = async (): Promise<Record<string, unknown>> =>
  expectStatus(await us.api.get('/ai/usage'), 200).body;

async function streamed(): Promise<string> {
  let text = '';
  for await (const part of model().stream(us.companyId, 'chat', ASKED)) {
    text += part.text;
  }
  return text;
}

async function stop(): Promise<void> {
  await app.stop();
  await llm.stop();
}

describe('the language model of a company', () => {
  beforeAll(async () => {
    await start(PRICES);
  });

  afterAll(stop);

  beforeEach(async () => {
    us = await app.newCompany('admin');
    llm.received.length = 0;
    llm.next.length = 0;
    llm.otherwise = answer({ yes: true });
  });

  it('has settings that are safe until somebody changes them, one by one', async () => {
    const first = {
      use_model: true,
      analyse_on_match: false,
      structure_on_upload: false,
      redact_contact_data: true,
      monthly_budget: null,
    };
    expect(expectStatus(await us.api.get('/ai/settings'), 200).body).toEqual(first);
    await settings({ monthly_budget: 12.5 });
    await settings({ analyse_on_match: true });
    const changed = { ...first, monthly_budget: 12.5, analyse_on_match: true };
    expect(expectStatus(await us.api.get('/ai/settings'), 200).body).toEqual(changed);
    const others = await app.newCompany('admin');
    expect(expectStatus(await others.api.get('/ai/settings'), 200).body).toEqual(first);
  });

  it('refuses settings that are none', async () => {
    const bad = { use_model: 'no', monthly_budget: -1, analyse_on_match: null, model: 'huge' };
    const { body } = expectStatus(await us.api.patch('/ai/settings', bad), 422);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'analyse_on_match',
      'model',
      'monthly_budget',
      'use_model',
    ]);
    expectStatus(await us.api.get('/ai/usage?month=2026-13'), 422);
  });

  it('is counted by month and purpose, with what it costs', async () => {
    await model().completeAs(us.companyId, 'review', ASKED, YES);
    await model().completeAs(us.companyId, 'review', ASKED, YES);
    llm.otherwise = answer('So it is.');
    await expect(streamed()).resolves.toBe('So it is.');
    const { month, ...usage } = await used();
    expect(month).toMatch(/^\d{4}-\d{2}$/);
    expect(usage).toEqual({
      cost: expect.closeTo(3 * COST, 9),
      monthly_budget: null,
      is_exhausted: false,
      prices: { prompt: 2, completion: 10 },
      features: [
        {
          feature: 'chat',
          calls: 1,
          estimated_calls: 0,
          prompt_tokens: 120,
          completion_tokens: 34,
          cost: expect.closeTo(COST, 9),
        },
        {
          feature: 'review',
          calls: 2,
          estimated_calls: 0,
          prompt_tokens: 240,
          completion_tokens: 68,
          cost: expect.closeTo(2 * COST, 9),
        },
      ],
    });
    const others = await app.newCompany('admin');
    const theirs = expectStatus(await others.api.get('/ai/usage'), 200).body;
    expect(theirs).toMatchObject({ cost: 0, features: [] });
    const before = expectStatus(await us.api.get('/ai/usage?month=2026-01'), 200).body;
    expect(before).toMatchObject({ month: '2026-01', cost: 0, features: [] });
  });

  it('is counted also when its answer is of no use, with the repair', async () => {
    llm.otherwise = answer('Never.');
    const failure = model().completeAs(us.companyId, 'review', ASKED, YES);
    await expect(failure).rejects.toMatchObject({ code: 'llm_answer_not_json' });
    expect((await used())['features']).toMatchObject([{ calls: 1, prompt_tokens: 240 }]);
  });

  it('is not counted when it does not answer', async () => {
    llm.otherwise = status(400);
    const failure = model().completeAs(us.companyId, 'review', ASKED, YES);
    await expect(failure).rejects.toMatchObject({ code: 'llm_request_refused' });
    expect((await used())['features']).toEqual([]);
  });

  it('is counted by an estimate when a stream breaks off or nobody reads it on', async () => {
    const text = 'One word after another, until the end';
    llm.next.push({ kind: 'cut', text }, { kind: 'stall', text });
    await expect(streamed()).rejects.toMatchObject({ code: 'llm_answer_cut_off' });
    for await (const part of model().stream(us.companyId, 'chat', ASKED)) {
      expect(part.text).toBe('One ');
      break;
    }
    expect((await used())['features']).toMatchObject([
      {
        calls: 2,
        estimated_calls: 2,
        prompt_tokens: 2 * Math.ceil('Is it so?'.length / 4),
        completion_tokens: Math.ceil(text.length / 4) + 1,
      },
    ]);
  });

  it('is not asked once the budget of the month is spent, which the template says', async () => {
    await settings({ monthly_budget: 0.01 });
    await app.database.query(
      `INSERT INTO ai_usage (company_id, month, feature, calls, estimated_calls, prompt_tokens, completion_tokens, cost)
       VALUES ($1, date_trunc('month', now() AT TIME ZONE 'UTC') - interval '1 month', 'chat', 1, 0, 1, 1, 1)`,
      [us.companyId],
    );
    await expect(model().completeAs(us.companyId, 'chat', ASKED, YES)).resolves.toBeDefined();
    await app.database.execute('UPDATE ai_usage SET cost = 0.01 WHERE company_id = $1', [
      us.companyId,
    ]);
    await expect(used()).resolves.toMatchObject({ is_exhausted: true });
    llm.received.length = 0;
    await expect(streamed()).rejects.toMatchObject({ code: 'ai_budget_exhausted' });
    const { body } = expectStatus(await us.api.post('/ai/analyze', TEXTS), 200);
    expect(body.provenance).toMatchObject({
      provider: 'none',
      fallback_reason: 'ai_budget_exhausted',
    });
    expect(llm.received).toEqual([]);
    await settings({ monthly_budget: null });
    await expect(model().completeAs(us.companyId, 'chat', ASKED, YES)).resolves.toBeDefined();
  });

  it('is not asked by a company that wants none', async () => {
    await settings({ use_model: false });
    await expect(model().identity(us.companyId)).resolves.toBeNull();
    await expect(streamed()).rejects.toMatchObject({ code: 'ai_switched_off' });
    const { body } = expectStatus(await us.api.post('/ai/analyze', TEXTS), 200);
    expect(body.provenance).toMatchObject({ provider: 'none', fallback_reason: null });
    const card = expectStatus(await us.api.get('/ai/model-card'), 200).body;
    expect(card).toMatchObject({ provider: 'none', sends_to_model: false });
    expect(llm.received).toEqual([]);
  });

  it('reads names and contact data only where the company says so', async () => {
    const texts = { ...TEXTS, resume_text: 'Ada Example\nada@example.com\n\nBaking bread.' };
    await us.api.post('/ai/analyze', texts);
    expect(llm.prompts).toContain('Baking bread.');
    expect(llm.prompts).not.toMatch(/Ada|@example/);
    await settings({ redact_contact_data: false });
    await us.api.post('/ai/analyze', texts);
    expect(llm.prompts).toContain('Ada Example\nada@example.com');
    const card = expectStatus(await us.api.get('/ai/model-card'), 200).body;
    expect(card.inputs.join(' ')).toContain('lets name and contact data be sent');
  });

  it('is for administrators to set', async () => {
    const recruiter = await app.join(us, 'recruiter');
    expectStatus(await recruiter.api.get('/ai/settings'), 403);
    expectStatus(await recruiter.api.patch('/ai/settings', {}), 403);
    expectStatus(await recruiter.api.get('/ai/usage'), 403);
  });
});

describe('a server without prices', () => {
  beforeAll(async () => {
    await start({});
    us = await app.newCompany('admin');
  });

  afterAll(stop);

  it('takes no budget, which could never be spent', async () => {
    const { body } = expectStatus(await us.api.patch('/ai/settings', { monthly_budget: 5 }), 409);
    expect(body.code).toBe('ai_prices_unknown');
    await settings({ monthly_budget: null });
  });
});
