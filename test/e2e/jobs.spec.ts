import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { resumePdf } from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const fieldsOf = ({ body }: ApiAnswer): readonly string[] =>
  (body.errors ?? []).map(({ field }: { field: string }) => field);

describe('POST /jobs', () => {
  it('creates a job with what was sent, and tells its vector’s size and model', async () => {
    const draft = jobDraft({
      company: 'Fernhill Distribution',
      location: 'Coventry',
      employment_type: 'full-time',
      min_years_experience: 4,
      education_level: 'bachelor',
      status: 'draft',
      hiring_manager_id: us.userId,
    });
    const { status, body } = await us.api.post('/jobs', draft);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...draft,
      embedding_dimension: 384,
      embedding_model: 'all-MiniLM-L6-v2/int8/2',
      version: 1,
    });
    expect(body).not.toHaveProperty('embedding');
    await expect(us.api.get(`/jobs/${body.id}`)).resolves.toMatchObject({ status: 200, body });
  });

  it('answers the vector when it is asked for, of length 1', async () => {
    const id = await createJob(us.api);
    const { body } = await us.api.get(`/jobs/${id}?include=embedding`);
    expect(body.embedding).toHaveLength(384);
    const length = body.embedding.reduce((sum: number, value: number) => sum + value * value, 0);
    expect(Math.sqrt(length)).toBeCloseTo(1, 4);
  });

  it('takes the skills from the text when none are given, must-haves first', async () => {
    const { body } = await us.api.post('/jobs', jobDraft({ skills_required: [] }));
    expect(body.skills).toEqual([
      { name: 'Inventory management', weight: 1, must_have: true, source: 'extracted' },
      { name: 'SAP', weight: 1, must_have: true, source: 'extracted' },
      { name: 'Warehousing', weight: 3, must_have: false, source: 'extracted' },
      { name: 'Forklift operation', weight: 0.5, must_have: false, source: 'extracted' },
    ]);
  });

  it('keeps the given skills in canonical names, each once', async () => {
    const skills_required = ['k8s', 'Kubernetes', 'sap', '  postgres '];
    const { body } = await us.api.post('/jobs', jobDraft({ skills_required, requirements: '' }));
    expect(body.skills_required).toEqual(['Kubernetes', 'SAP', 'PostgreSQL']);
  });

  it('fills in the company’s name, trims, and opens the job', async () => {
    const me = await us.api.get('/auth/me');
    const sent = { title: '  Cook ', description: ' You cook. ', company: null, location: null };
    const { body } = await us.api.post('/jobs', sent);
    expect(body).toMatchObject({
      title: 'Cook',
      description: 'You cook.',
      requirements: '',
      company: me.body.company_name,
      location: null,
      status: 'open',
      hiring_manager_id: null,
    });
  });

  it('takes texts as long as it documents, in any script', async () => {
    const text = '仕'.repeat(50_000);
    const { status, body } = await us.api.post(
      '/jobs',
      jobDraft({ description: text, requirements: text }),
    );
    expect([status, body.description?.length]).toEqual([201, 50_000]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['title', { title: '   ' }],
    ['title', { title: 'x'.repeat(201) }],
    ['title', { title: 7 }],
    ['title', { title: ['Cook'] }],
    ['title', { title: null }],
    ['title', { title: 'Nul\u0000l' }],
    ['description', { description: undefined }],
    ['description', { description: 'x'.repeat(50_001) }],
    ['requirements', { requirements: null }],
    ['skills_required', { skills_required: 'SAP' }],
    ['skills_required', { skills_required: ['SAP', 7] }],
    ['skills_required', { skills_required: [''] }],
    ['skills_required', { skills_required: Array.from({ length: 101 }, (_, i) => `s${i}`) }],
    ['skills_required', { skills_required: null }],
    ['min_years_experience', { min_years_experience: '3' }],
    ['min_years_experience', { min_years_experience: -1 }],
    ['min_years_experience', { min_years_experience: 61 }],
    ['education_level', { education_level: 'wizard' }],
    ['status', { status: 'paused' }],
    ['status', { status: null }],
    ['hiring_manager_id', { hiring_manager_id: 'me' }],
    ['salary', { salary: 1 }],
    ['embedding', { embedding: [1, 2, 3] }],
    ['company_id', { company_id: '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001' }],
  ])('refuses a bad %s by its name (%#)', async (field, change) => {
    const before = await app.stored();
    const answer = await us.api.post('/jobs', { ...jobDraft(), ...change });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(fieldsOf(answer).map((name) => name.split('.')[0])).toContain(field);
    expect(answer.body.errors[0].message).toMatch(/\w/);
    await expect(app.stored()).resolves.toEqual(before);
  });

  it('is not led astray by a prototype', async () => {
    const body = JSON.stringify(jobDraft({ title: 'Cook' }));
    const hostile = body.replace('{', '{"__proto__":{"status":"closed"},"constructor":{},');
    const { status, body: job } = await us.api.send('POST', '/jobs', hostile);
    expect([status, job.status]).toEqual([201, 'open']);
    expect({}).not.toHaveProperty('status');
  });

  it('names every bad field at once', async () => {
    const answer = await us.api.post('/jobs', { title: 1, description: 2, a: 1, b: 2 });
    expect(new Set(fieldsOf(answer))).toEqual(new Set(['title', 'description', 'a', 'b']));
  });

  it.each(['{"title":', '{', 'title', "{'title': 1}", '\u0000'])(
    'answers 400 to %j, which is no JSON',
    async (text) => {
      const { status, body } = await us.api.send('POST', '/jobs', text);
      expect([status, body.code]).toEqual([400, 'bad_request']);
    },
  );

  it.each(['null', '[]', '[{}]', '"text"', '7', 'true', ''])(
    'answers a typed problem to the JSON %j, which is no object',
    async (text) => {
      const { status, body } = await us.api.send('POST', '/jobs', text);
      expect([400, 422]).toContain(status);
      expect(body.code).toMatch(/^(?:bad_request|validation_failed)$/);
    },
  );

  it('does not read a body of another content type', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await us.api.send('POST', '/jobs', JSON.stringify(jobDraft()), headers);
    expect([400, 415, 422]).toContain(answer.status);
  });

  it('refuses a body that is far too large before it reads it', async () => {
    const { status, body } = await us.api.post('/jobs', { title: 'x'.repeat(3_000_000) });
    expect([status, body.code]).toEqual([413, 'payload_too_large']);
  });
});

describe('GET /jobs', () => {
  let other: TestCompany;
  let ids: readonly string[];

  beforeAll(async () => {
    other = await app.newCompany();
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      made.push(await createJob(other.api, { status: index % 2 === 0 ? 'open' : 'closed' }));
    }
    ids = made.toReversed();
  });

  it('lists newest first, with the number of all', async () => {
    const { body } = await other.api.get('/jobs');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect([body.total, body.next_cursor]).toEqual([7, null]);
  });

  it('pages without gap or repetition, also when jobs come and go meanwhile', async () => {
    const seen: string[] = [];
    let path: string | null = '/jobs?limit=3';
    let added = '';
    while (path !== null) {
      const { body }: ApiAnswer = expectStatus(await other.api.get(path), 200);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (added === '') {
        added = await createJob(other.api);
      }
      const cursor: string | null = body.next_cursor;
      path = cursor === null ? null : `/jobs?limit=3&cursor=${cursor}`;
    }
    expect(seen).toEqual(ids);
    await other.api.delete(`/jobs/${added}`);
  });

  it('filters by status', async () => {
    const { body } = await other.api.get('/jobs?status=closed&limit=2');
    expect([body.total, body.data.length]).toEqual([3, 2]);
    expect(body.data.every(({ status }: { status: string }) => status === 'closed')).toBe(true);
  });

  it('shows nothing of another company', async () => {
    const { body } = await (await app.newCompany()).api.get('/jobs');
    expect(body).toEqual({ data: [], next_cursor: null, total: 0 });
  });

  const NOBODY = '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001';
  const forged = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['limit', 'limit=0'],
    ['limit', 'limit=101'],
    ['limit', 'limit=many'],
    ['limit', 'limit=1.5'],
    ['limit', 'limit='],
    ['status', 'status=lost'],
    ['status', 'status=open&status=closed'],
    ['page', 'page=2'],
    ['cursor', 'cursor=rubbish'],
    ['cursor', `cursor=${forged(['a date', 'an id'])}`],
    ['cursor', `cursor=${forged(['2026-01-01T00:00:00.000Z', 'an id'])}`],
    ['cursor', `cursor=${forged(['9999999-01-01', NOBODY])}`],
    ['cursor', `cursor=${forged(['2026-02-31T00:00:00.000Z', NOBODY])}`],
    ['cursor', `cursor=${forged(['2026-W01-1', NOBODY])}`],
    ['cursor', `cursor=${forged([1, 2])}`],
    ['cursor', `cursor=${forged({})}`],
    ['cursor', `cursor=${forged(null)}`],
    ['cursor', `cursor=${'x'.repeat(501)}`],
  ])('refuses a bad %s (%#)', async (field, query) => {
    const answer = await us.api.get(`/jobs?${query}`);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, expect.arrayContaining([field])]);
  });
});

describe('every other list', () => {
  it.each(['/candidates', '/resumes', '/tasks', '/users', '/invitations', '/api-keys'])(
    'refuses a forged cursor: %s',
    async (path) => {
      for (const value of [
        ['x', 'y'],
        ['2026-01-01T00:00:00.000Z', 'y'],
        [1, 'y'],
      ]) {
        const cursor = Buffer.from(JSON.stringify(value)).toString('base64url');
        const answer = await us.api.get(`${path}?cursor=${cursor}`);
        expect([path, answer.status, fieldsOf(answer)]).toEqual([path, 422, ['cursor']]);
      }
    },
  );

  it('refuses a forged cursor: /jobs/:job_id/candidates', async () => {
    const jobId = await createJob(us.api);
    for (const value of [[0.5, 'y'], ['x', 'y'], [0.5]]) {
      const cursor = Buffer.from(JSON.stringify(value)).toString('base64url');
      const answer = await us.api.get(`/jobs/${jobId}/candidates?cursor=${cursor}`);
      expect([answer.status, fieldsOf(answer)]).toEqual([422, ['cursor']]);
    }
  });
});

describe('PATCH /jobs/:job_id', () => {
  it('changes what is sent, and leaves the rest', async () => {
    const before = expectStatus(await us.api.post('/jobs', jobDraft({ location: 'Leeds' })), 201);
    const { id } = before.body;
    const { status, body } = await us.api.patch(`/jobs/${id}`, {
      status: 'closed',
      location: null,
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...before.body,
      status: 'closed',
      location: null,
      updated_at: body.updated_at,
    });
    expect(body.updated_at >= before.body.updated_at).toBe(true);
    await expect(us.api.patch(`/jobs/${id}`, {})).resolves.toMatchObject({ status: 200 });
  });

  it('embeds a new text, and scores the candidates again in a task', async () => {
    const them = await app.newCompany();
    const id = await createJob(them.api);
    const upload = await them.api.upload(await resumePdf(), { jobId: id });
    const { resume, match } = expectStatus(upload, 201).body;
    const vector = await them.api.get(`/jobs/${id}?include=embedding`);

    const changed = await them.api.patch(`/jobs/${id}`, {
      title: 'Pastry Chef',
      description: 'You bake bread and cakes in a hotel kitchen.',
      requirements: 'Baking is a must.',
      skills_required: ['Baking', 'Microsoft Excel'],
    });
    expect(changed.body).toMatchObject({
      version: 2,
      skills_required: ['Baking', 'Microsoft Excel'],
    });
    const [task] = await finishedTasks(them.api);
    expect(task).toMatchObject({ name: 'matching.rescore-job', state: 'completed' });

    const newVector = await them.api.get(`/jobs/${id}?include=embedding`);
    expect(newVector.body.embedding).not.toEqual(vector.body.embedding);
    const { body } = await them.api.get(`/jobs/${id}/candidates/${resume.id}`);
    expect(body.similarity_score).toBeLessThan(match.similarity_score - 0.1);
    expect(body).toMatchObject({
      matched_skills: ['Microsoft Excel'],
      missing_skills: ['Baking'],
      skill_match_score: 0.5,
      source: 'applied',
    });
    expect(body.explanation).toContain('Pastry Chef');
  });

  it('scores again, and does not embed again, when only the skills change', async () => {
    const them = await app.newCompany();
    const id = await createJob(them.api, { skills_required: ['SAP'] });
    const { resume, match } = (await them.api.upload(await resumePdf(), { jobId: id })).body;
    expect(match.skill_match_score).toBe(1);
    await them.api.patch(`/jobs/${id}`, { skills_required: ['SAP', 'Welding'] });
    await finishedTasks(them.api);
    const { body } = await them.api.get(`/jobs/${id}/candidates/${resume.id}`);
    expect(body).toMatchObject({
      similarity_score: match.similarity_score,
      skill_match_score: 0.5,
    });
  });

  it('starts no work when nothing that is matched changes', async () => {
    const them = await app.newCompany();
    const draft = jobDraft();
    const id = await createJob(them.api, draft);
    await them.api.patch(`/jobs/${id}`, { ...draft, location: 'Leeds', education_level: 'master' });
    await expect(finishedTasks(them.api)).resolves.toEqual([]);
    await expect(them.api.get(`/jobs/${id}`)).resolves.toMatchObject({ body: { version: 1 } });
  });

  it('refuses bad fields by name and changes nothing', async () => {
    const id = await createJob(us.api);
    const before = await us.api.get(`/jobs/${id}`);
    for (const [field, change] of [
      ['title', { title: '' }],
      ['title', { title: null }],
      ['version', { version: 7 }],
      ['id', { id: 'x' }],
    ] as const) {
      const answer = await us.api.patch(`/jobs/${id}`, { location: 'Nowhere', ...change });
      expect([answer.status, fieldsOf(answer)]).toEqual([422, expect.arrayContaining([field])]);
    }
    await expect(us.api.get(`/jobs/${id}`)).resolves.toMatchObject({ body: before.body });
  });

  it('never mixes two changes made at the same moment', async () => {
    const id = await createJob(us.api);
    const texts = ['alpha', 'beta', 'gamma', 'delta'];
    const answers = await Promise.all(
      texts.map((text) => us.api.patch(`/jobs/${id}`, { title: text, description: text })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'job_changed_meanwhile' } });
    }
    const { body } = await us.api.get(`/jobs/${id}`);
    expect(body.title).toBe(body.description);
    expect(body.version).toBe(1 + statuses.filter((status) => status === 200).length);
    await finishedTasks(us.api);
  });
});

describe('DELETE /jobs/:job_id', () => {
  it('deletes the job with its results and keeps the resumes', async () => {
    const them = await app.newCompany();
    const id = await createJob(them.api);
    const { resume } = (await them.api.upload(await resumePdf(), { jobId: id })).body;
    await expect(them.api.delete(`/jobs/${id}`)).resolves.toMatchObject({ status: 204, body: '' });
    for (const path of [
      `/jobs/${id}`,
      `/jobs/${id}/candidates`,
      `/jobs/${id}/candidates/${resume.id}`,
    ]) {
      await expect(them.api.get(path)).resolves.toMatchObject({
        status: 404,
        body: { code: 'job_not_found' },
      });
    }
    await expect(them.api.delete(`/jobs/${id}`)).resolves.toMatchObject({ status: 404 });
    await expect(them.api.patch(`/jobs/${id}`, {})).resolves.toMatchObject({ status: 404 });
    await expect(them.api.get(`/resumes/${resume.id}`)).resolves.toMatchObject({ status: 200 });
  });
});
