import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

type Body = ApiAnswer['body'];

const NOBODY = randomUUID();

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let jobId: string;
let ids: readonly string[];

async function candidatesFor(company: TestCompany, job: string, count: number): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const file = textResume({ email: `${randomUUID()}@example.com`, summary: `Number ${n}.` });
    const { body } = expectStatus(await company.api.upload(file, { jobId: job }), 201);
    made.push(body.resume.id);
  }
  return made;
}

const decide = (
  resume_ids: readonly unknown[],
  fields: object,
  company = us,
  job = jobId,
): Promise<ApiAnswer> =>
  company.api.patch(`/jobs/${job}/candidates`, { resume_ids, status: 'shortlisted', ...fields });

const detailOf = async (resumeId: string): Promise<Body> =>
  expectStatus(await us.api.get(`/jobs/${jobId}/candidates/${resumeId}`), 200).body;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
});

beforeEach(async () => {
  jobId = await createJob(us.api);
  ids = await candidatesFor(us, jobId, 4);
});

afterAll(async () => {
  await app.stop();
});

describe('PATCH /jobs/:job_id/candidates', () => {
  it('decides on each, says what happened, and keeps a history per candidate', async () => {
    const [first, second, third] = ids;
    await us.api.patch(`/jobs/${jobId}/candidates/${second}`, { status: 'shortlisted' });
    const { status, body } = await decide([third, NOBODY, second, first], {
      reason: 'All know SAP',
    });
    expect(status).toBe(200);
    const moved = { outcome: 'changed', from_status: 'pending', status: 'shortlisted' };
    expect(body).toEqual({
      results: [
        { resume_id: third, ...moved },
        { resume_id: NOBODY, outcome: 'not_found', from_status: null, status: null },
        {
          resume_id: second,
          outcome: 'unchanged',
          from_status: 'shortlisted',
          status: 'shortlisted',
        },
        { resume_id: first, ...moved },
      ],
      changed: 2,
      unchanged: 1,
      not_allowed: 0,
      not_found: 1,
    });
    for (const [resumeId, reason] of [
      [first, 'All know SAP'],
      [second, null],
      [third, 'All know SAP'],
    ] as const) {
      const {
        status: now,
        match_score: score,
        status_history: history,
      } = await detailOf(resumeId!);
      expect([now, history.length]).toEqual(['shortlisted', 1]);
      expect(history[0]).toMatchObject({
        from_status: 'pending',
        to_status: 'shortlisted',
        reason,
        match_score: score,
        changed_by: us.userId,
      });
    }
    await expect(detailOf(ids[3]!)).resolves.toMatchObject({
      status: 'pending',
      status_history: [],
    });
  });

  it('is found again by the filters, and the pages of a list go on behind it', async () => {
    const query = 'status=pending&limit=2';
    const first = await us.api.get(`/jobs/${jobId}/candidates?${query}`);
    const onPage = first.body.data.map((row: Body) => row.resume_id);
    expectStatus(await decide(onPage, { status: 'rejected' }), 200);
    const cursor = first.body.next_cursor;
    const second = await us.api.get(`/jobs/${jobId}/candidates?${query}&cursor=${cursor}`);
    const others = ids.filter((id) => !onPage.includes(id));
    expect(second.body.data.map((row: Body) => row.resume_id).sort()).toEqual([...others].sort());
    const { body } = await us.api.get(`/jobs/${jobId}/candidates?status=rejected`);
    expect(body.total).toBe(2);
  });

  it('takes ids in any case', async () => {
    const { body } = await decide([ids[0]!.toUpperCase()], {});
    expect(body.results).toEqual([
      { resume_id: ids[0], outcome: 'changed', from_status: 'pending', status: 'shortlisted' },
    ]);
  });

  it('does not reach candidates of another job or company', async () => {
    const otherJob = await createJob(us.api);
    const [elsewhere] = await candidatesFor(us, otherJob, 1);
    const theirJob = await createJob(them.api);
    const [theirs] = await candidatesFor(them, theirJob, 1);
    const { body } = await decide([elsewhere, theirs, ids[0]], {});
    expect(body.results.map(({ outcome }: Body) => outcome)).toEqual([
      'not_found',
      'not_found',
      'changed',
    ]);
    await expect(decide([theirs], {}, us, theirJob)).resolves.toMatchObject({
      status: 404,
      body: { code: 'job_not_found' },
    });
    const untouched = await them.api.get(`/jobs/${theirJob}/candidates`);
    expect(untouched.body.data[0].status).toBe('pending');
  });

  it('leaves one history when many decide at once', async () => {
    const answers = await Promise.all(
      ['reviewing', 'shortlisted', 'interviewing', 'offered'].map((status, n) =>
        decide(n % 2 === 0 ? ids : ids.toReversed(), { status }),
      ),
    );
    for (const { status, body } of answers) {
      expect([status, body.changed]).toEqual([200, ids.length]);
    }
    for (const id of ids) {
      const { status, status_history: history } = await detailOf(id);
      expect(history).toHaveLength(answers.length);
      const path = history.map((change: Body) => `${change.from_status}>${change.to_status}`);
      expect(path.join(' ')).toMatch(/^pending>(\w+)(?: \w+>\w+){3}$/);
      expect(status).toBe(history.at(-1).to_status);
    }
  });

  it.each([
    ['resume_ids', { resume_ids: [] }],
    ['resume_ids', { resume_ids: undefined }],
    ['resume_ids', { resume_ids: 'all' }],
    ['resume_ids', { resume_ids: ['one'] }],
    ['resume_ids', { resume_ids: [NOBODY, NOBODY] }],
    ['resume_ids', { resume_ids: [NOBODY, NOBODY.toUpperCase()] }],
    ['resume_ids', { resume_ids: Array.from({ length: 101 }, () => randomUUID()) }],
    ['status', { status: 'fired' }],
    ['status', { status: undefined }],
    ['reason', { reason: 'x'.repeat(2001) }],
    ['everybody', { everybody: true }],
  ])('refuses a bad %s and changes nobody (%#)', async (field, fields) => {
    const { status, body } = await decide(ids, fields);
    expect(status).toBe(422);
    expect(body.errors.map((error: Body) => error.field)).toContain(field);
    const { body: list } = await us.api.get(`/jobs/${jobId}/candidates?status=pending`);
    expect(list.total).toBe(ids.length);
  });

  it('is for hiring managers of the job, and for nobody who only interviews', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const own = await createJob(us.api, { hiring_manager_id: manager.userId });
    const [candidate] = await candidatesFor(us, own, 1);
    const allowed = await decide([candidate], {}, manager, own);
    expect([allowed.status, allowed.body.changed]).toEqual([200, 1]);
    await expect(decide(ids, {}, manager)).resolves.toMatchObject({ status: 404 });
    const interviewer = await app.join(us, 'interviewer');
    await expect(decide(ids, {}, interviewer)).resolves.toMatchObject({ status: 403 });
  });
});
