import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { jobDraft } from '../support/jobs';
import { textResume } from '../support/documents';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const send = (
  path: string,
  body: unknown,
  key: string,
  api: ApiClient = us.api,
): Promise<ApiAnswer> => api.send('POST', path, body, { 'Idempotency-Key': key });

const replayed = ({ headers }: ApiAnswer): boolean =>
  headers.get('idempotency-replayed') === 'true';

const jobCount = async (api: ApiClient = us.api): Promise<number> =>
  (await api.get('/jobs')).body.total;

const form = (bytes: Uint8Array, name = 'cv.txt', field = 'file'): FormData => {
  const data = new FormData();
  data.append(field, new File([Uint8Array.from(bytes)], name));
  return data;
};

describe('the same request with the same key', () => {
  it('gets the first answer again, and is carried out once', async () => {
    const before = await jobCount();
    const draft = jobDraft();
    const key = randomUUID();
    const first = await send('/jobs', draft, key);
    const second = await send('/jobs', draft, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([replayed(first), replayed(second)]).toEqual([false, true]);
    await expect(jobCount()).resolves.toBe(before + 1);
  });

  it('is carried out once also when many are sent at the same moment', async () => {
    const before = await jobCount();
    const draft = jobDraft();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('/jobs', draft, key)));
    const made = answers.filter((answer) => answer.status === 201);
    const waiting = answers.filter((answer) => answer.status === 409);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(made.length + waiting.length).toBe(8);
    for (const { body, headers } of waiting) {
      expect(body.code).toBe('request_in_progress');
      expect(headers.get('retry-after')).toBe('1');
    }
    await expect(jobCount()).resolves.toBe(before + 1);
  });

  it.each([
    ['/resumes/upload', 'file', 201],
    ['/resumes', 'file', 202],
    ['/resumes/bulk', 'files', 202],
  ])('is recognised by its files, whatever the boundaries: %s', async (path, field, status) => {
    const bytes = textResume({ email: `${randomUUID()}@example.com` });
    const key = randomUUID();
    const first = await send(path, form(bytes, 'cv.txt', field), key);
    const second = await send(path, form(bytes, 'cv.txt', field), key);
    expect([first.status, second.status]).toEqual([status, status]);
    expect(second.body).toEqual(first.body);
    expect(replayed(second)).toBe(true);
    const other = await send(
      path,
      form(textResume({ email: 'b@example.com' }), 'cv.txt', field),
      key,
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('is carried out anew when the first one failed', async () => {
    const key = randomUUID();
    const refused = await send('/jobs', { title: '' }, key);
    expect(refused.status).toBe(422);
    const mended = await send('/jobs', jobDraft(), key);
    expect(mended.status).toBe(201);
    expect(replayed(mended)).toBe(false);
  });
});

describe('another request with the same key', () => {
  it('is refused: other body, other route, other person', async () => {
    const key = randomUUID();
    const draft = jobDraft();
    expect((await send('/jobs', draft, key)).status).toBe(201);
    const colleague = await app.join(us, 'recruiter');
    for (const answer of [
      await send('/jobs', { ...draft, title: 'Another title' }, key),
      await send('/search/semantic', { query: 'nurse' }, key),
      await send('/jobs', draft, key, colleague.api),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_key_reused']);
    }
  });

  it('is none of another company’s business', async () => {
    const them = await app.newCompany();
    const key = randomUUID();
    const draft = jobDraft();
    const [ours, theirs] = [
      await send('/jobs', draft, key),
      await send('/jobs', draft, key, them.api),
    ];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(ours.body.id);
    expect(replayed(theirs)).toBe(false);
  });
});

it('keeps an answer for 24 hours, unreadable without its key', async () => {
  const key = randomUUID();
  const draft = jobDraft({ title: 'Lighthouse keeper' });
  const first = await send('/jobs', draft, key);
  const rows = await app.database.query<{ row: string }>(
    `SELECT encode(key_hash, 'escape') || coalesce(encode(answer, 'escape'), '') AS row FROM idempotency_keys`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) {
    expect(row).not.toContain('Lighthouse');
    expect(row).not.toContain(key);
  }
  await app.database.query(
    `UPDATE idempotency_keys SET claimed_at = claimed_at - interval '25 hours'`,
  );
  const later = await send('/jobs', draft, key);
  expect(later.status).toBe(201);
  expect(later.body.id).not.toBe(first.body.id);
});

it('takes over the key of a process that died while it answered', async () => {
  const key = randomUUID();
  const draft = jobDraft();
  await send('/jobs', draft, key);
  await app.database.query(`UPDATE idempotency_keys SET status = NULL, answer = NULL`);
  const early = await send('/jobs', draft, key);
  expect([early.status, early.body.code]).toEqual([409, 'request_in_progress']);
  await app.database.query(
    `UPDATE idempotency_keys SET claimed_at = claimed_at - interval '11 minutes'`,
  );
  expect((await send('/jobs', draft, key)).status).toBe(201);
});

it.each(['', 'x'.repeat(256), 'tab\tinside'])('refuses a key that is none: %#', async (key) => {
  const answer = await send('/jobs', jobDraft(), key);
  expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
  expect(answer.body.errors[0].field).toBe('Idempotency-Key');
});
