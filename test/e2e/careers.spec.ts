import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

const LIMIT = 20;

let app: TestApp;
let us: TestCompany;
let slug: string;
let jobId: string;

const apply = (
  fields: Readonly<Record<string, string>> = {},
  {
    file = textResume({ summary: randomUUID() }),
    job = jobId,
  }: { readonly file?: Buffer | null; readonly job?: string } = {},
): Promise<ApiAnswer> => {
  const form = new FormData();
  const given = { name: 'Jo Applicant', email: 'jo@example.com', consent: 'true', ...fields };
  for (const [name, value] of Object.entries(given)) {
    form.append(name, value);
  }
  if (file !== null) {
    form.append('file', new File([Uint8Array.from(file)], 'resume.txt'));
  }
  return app.anonymous.send('POST', `/careers/${slug}/jobs/${job}/applications`, form);
};

beforeAll(async () => {
  app = await startTestApp({ variables: { APPLICATIONS_PER_MINUTE: String(LIMIT) } });
  us = await app.newCompany();
  jobId = await createJob(us.api, { department: 'R&D', location: 'Leeds' });
  slug = expectStatus(await us.api.get('/company'), 200).body.slug;
});

afterAll(async () => {
  await app.stop();
});

it('has an address of its own also when companies of like names register at once', async () => {
  const name = `Twin ${randomUUID().slice(0, 8)}`;
  const signs = ['&', '+', '!', '/', '?', ':'];
  const answers = await Promise.all(
    signs.map((sign) =>
      app.anonymous.post('/auth/register', {
        email: `twin-${randomUUID()}@example.com`,
        password: us.password,
        full_name: 'Robin Example',
        company_name: `${name} ${sign} Co`,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(signs.map(() => 201));
  const stem = `${name.toLowerCase().replace(' ', '-')}-co`;
  const rows = await app.database.query<{ slug: string }>(
    'SELECT slug FROM companies WHERE starts_with(slug, $1) ORDER BY length(slug), slug',
    [stem],
  );
  expect(rows.map((row) => row.slug)).toEqual([
    stem,
    ...signs.slice(1).map(() => expect.stringMatching(new RegExp(`^${stem}-[0-9a-f]{8}$`))),
  ]);
});

it('is off until an administrator switches it on, and has an address of its own', async () => {
  const off = await app.anonymous.get(`/careers/${slug}/jobs`);
  expect(off).toMatchObject({ status: 404, body: { code: 'company_not_found' } });
  expect(await apply()).toMatchObject({ status: 404 });
  const recruiter = await app.join(us, 'recruiter');
  expect(await recruiter.api.patch('/company', { careers_enabled: true })).toMatchObject({
    status: 403,
  });
  const them = await app.newCompany();
  const { body: theirs } = await them.api.get('/company');
  const taken = await us.api.patch('/company', { slug: theirs.slug });
  expect(taken).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
  expect(await us.api.patch('/company', { slug: 'Not A Slug' })).toMatchObject({ status: 422 });
  slug = `careers-${us.companyId.slice(0, 8)}`;
  const on = await us.api.patch('/company', { careers_enabled: true, slug });
  expect(on).toMatchObject({ status: 200, body: { careers_enabled: true, slug } });
});

it('shows the open jobs as JSON and RSS, and nothing that ranks', async () => {
  const hidden = [
    await createJob(us.api, { status: 'draft' }),
    await createJob(us.api, { status: 'closed' }),
  ];
  const { body } = expectStatus(await app.anonymous.get(`/careers/${slug}/jobs`), 200);
  expect(body.data.map(({ id }: Body) => id)).toEqual([jobId]);
  expect(Object.keys(body.data[0])).not.toContain('similarity_weight');
  expect(body.data[0].consent_text).toContain('I agree');
  for (const id of hidden) {
    const answer = await app.anonymous.get(`/careers/${slug}/jobs/${id}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
    expect(await apply({}, { job: id })).toMatchObject({ status: 404 });
  }
  const feed = expectStatus(await app.anonymous.get(`/careers/${slug}/jobs.rss`), 200);
  expect(feed.headers.get('content-type')).toContain('application/rss+xml');
  expect(feed.body).toContain('<category>R&amp;D</category>');
  expect(feed.body).toContain(`<guid isPermaLink="false">${jobId}</guid>`);
  expect(feed.body).not.toContain(hidden[0]);
});

it('takes an application as a candidate, with consent, source and a confirmation', async () => {
  const file = textResume({ email: 'else@example.com', summary: 'Applied once.' });
  const fields = { email: 'Jo.New@Example.com', consent_text: 'I agree to everything here.' };
  const answer = expectStatus(await apply(fields, { file }), 202);
  expect(Object.keys(answer.body)).toEqual(['application_id']);
  await finishedTasks(us.api);
  const [row] = await app.database.query<Body>('SELECT * FROM applications WHERE id = $1', [
    answer.body.application_id,
  ]);
  expect(row).toMatchObject({
    consent_text: 'I agree to everything here.',
    consented_at: expect.any(Date),
    candidate_id: expect.any(String),
  });
  const { body: person } = await us.api.get(`/candidates/${row.candidate_id}`);
  expect(person).toMatchObject({ full_name: 'Jo Applicant', email: 'jo.new@example.com' });
  expect(person.sources).toMatchObject([{ kind: 'apply', job_id: jobId }]);
  const { body: match } = await us.api.get(`/jobs/${jobId}/candidates/${row.resume_id}`);
  expect(match).toMatchObject({ status: 'pending', source: 'applied', origin: { kind: 'apply' } });
  const mails = await us.api.get('/emails');
  const mail = mails.body.data.find((one: Body) => one.kind === 'application_received');
  expect(mail).toMatchObject({ to: 'jo.new@example.com' });
  // Again, and known by now: the answer looks the same.
  const again = expectStatus(await apply(fields, { file }), 202);
  expect(Object.keys(again.body)).toEqual(['application_id']);
});

it('forgets the application and its mail with the person', async () => {
  const email = 'gone@example.com';
  const file = textResume({ email, phone: '', summary: randomUUID() });
  const { body } = expectStatus(await apply({ name: 'Al Gone', email }, { file }), 202);
  await finishedTasks(us.api);
  const [row] = await app.database.query<Body>('SELECT * FROM applications WHERE id = $1', [
    body.application_id,
  ]);
  expect(await us.api.delete(`/resumes/${row.resume_id}`)).toMatchObject({ status: 204 });
  const left = await app.database.query(
    `SELECT FROM applications WHERE id = $1 UNION ALL
     SELECT FROM email_messages WHERE to_address = 'gone@example.com'`,
    [body.application_id],
  );
  expect(left).toEqual([]);
});

it('answers a program that fills in the hidden field as if it had succeeded, and keeps nothing', async () => {
  const before = await app.stored();
  const answer = expectStatus(await apply({ website: 'https://spam.example.com' }), 202);
  expect(answer.body).toEqual({ application_id: expect.any(String) });
  await expect(app.stored()).resolves.toEqual(before);
});

it.each([
  ['consent', { consent: 'false' }, 422],
  ['name', { name: ' ' }, 422],
  ['email', { email: 'nobody' }, 422],
  ['score', { score: '1' }, 422],
] as const)('refuses a bad %s and stores nothing', async (field, fields, status) => {
  const before = await app.stored();
  const answer = await apply(fields);
  expect(answer.status).toBe(status);
  expect(answer.body.errors.map((error: Body) => error.field)).toContain(field);
  await expect(app.stored()).resolves.toEqual(before);
});

it('refuses a file that is none, and then who asks too often', async () => {
  expect(await apply({}, { file: null })).toMatchObject({
    status: 400,
    body: { code: 'file_missing' },
  });
  const bytes = Buffer.from([0, 1, 2, 3, 255, 254, 0, 7]);
  expect(await apply({}, { file: bytes })).toMatchObject({ status: 415 });
  let last = await apply({ website: 'x' });
  for (let n = 0; n <= LIMIT && last.status !== 429; n += 1) {
    last = await apply({ website: 'x' });
  }
  expect(last).toMatchObject({ status: 429, body: { code: 'too_many_applications' } });
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});
