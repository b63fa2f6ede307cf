import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

const SKILLS = ['Inventory management', 'SAP', 'Kubernetes'];
const CANDIDATES = 12;
const NOW = '2100-01-01';

let app: TestApp;
let us: TestCompany;
let jobId: string;
/** Best first; neighbours may have equal scores. */
let ranked: Body[];

const decide = async (row: Body, status: string, job = jobId): Promise<void> => {
  const answer = await us.api.patch(`/jobs/${job}/candidates/${row.resume_id}`, {
    status,
    reason: 'Looked again',
  });
  expectStatus(answer, 200);
};

const agreement = async (query = `to=${NOW}&from=2020-01-01`): Promise<Body> =>
  expectStatus(await us.api.get(`/analytics/score-agreement?${query}`), 200).body;

/** By comparing every pair, as the description says it. */
function expectedPairs(advanced: readonly Body[], rejected: readonly Body[]): number {
  let pairs = 0;
  for (const { match_score: a } of advanced) {
    for (const { match_score: r } of rejected) {
      pairs += a > r ? 1 : a === r ? 0.5 : 0;
    }
  }
  return pairs;
}

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api, { title: 'Agreement Manager' });
  for (let n = 0; n < CANDIDATES; n += 1) {
    const file = textResume({
      name: `Plain Person${'abcdefghijkl'[n]}`,
      email: `plain${n}@example.com`,
      phone: '',
      positions: [],
      certifications: [],
      skills: SKILLS.slice(0, n % 4),
    });
    expectStatus(await us.api.upload(file, { jobId }), 201);
  }
  ranked = (await us.api.get(`/jobs/${jobId}/candidates`)).body.data;
});

afterAll(async () => {
  await app.stop();
});

describe('GET /analytics/score-agreement', () => {
  it('says that there are too few decisions, and how many', async () => {
    await expect(agreement()).resolves.toMatchObject({
      advanced: 0,
      rejected: 0,
      pairs: 0,
      agreement: null,
      margin: null,
      result: 'too_few_decisions',
    });
    for (const row of ranked.slice(0, 4)) await decide(row, 'shortlisted');
    for (const row of ranked.slice(6)) await decide(row, 'rejected');
    const few = await agreement();
    expect(few).toMatchObject({ advanced: 4, rejected: 6, pairs: 24, agreement: null });
    expect(few.summary).toContain('4 taken further and 6 rejected in all');
  });

  it('is the share of pairs that go with the ranking, by the last decision on each', async () => {
    // Against the ranking: the worst is taken further after all, and one of the best is rejected.
    await decide(ranked.at(-1), 'interviewing');
    await decide(ranked[1], 'rejected');
    await decide(ranked[4], 'hired');
    await decide(ranked[5], 'reviewing');
    const advanced = [0, 2, 3, 4, 11].map((place) => ranked[place]);
    const rejected = [1, 6, 7, 8, 9, 10].map((place) => ranked[place]);
    const found = await agreement();
    const withRanking = expectedPairs(advanced, rejected);
    expect(found).toMatchObject({
      job_id: null,
      advanced: 5,
      rejected: 6,
      pairs: 30,
      pairs_with_ranking: withRanking,
      result: 'measured',
    });
    expect(found.agreement).toBeCloseTo(withRanking / 30, 12);
    expect(found.agreement).toBeLessThan(1);
    expect(found.margin).toBeGreaterThan(0);
    expect(found.summary).toContain(`In ${Math.round((100 * withRanking) / 30)} of 100 pairs`);
    const [first] = found.from.split('T');
    expect(first).toBe('2020-01-01');
  });

  it('counts what was decided within the time only', async () => {
    const [from, to] = ['2019-01-01', '2019-12-31'];
    await app.database.query(
      `UPDATE match_status_changes SET created_at = '2019-06-01' WHERE to_status = 'hired' AND company_id = $1`,
      [us.companyId],
    );
    await expect(agreement(`from=${from}&to=${to}`)).resolves.toMatchObject({
      advanced: 1,
      rejected: 0,
    });
    await expect(agreement(`from=${from}&to=2019-06-01`)).resolves.toMatchObject({ advanced: 0 });
    await expect(agreement()).resolves.toMatchObject({ advanced: 4, rejected: 6 });
    await expect(agreement('')).resolves.toMatchObject({ advanced: 4, rejected: 6 });
  });

  it('never compares across two rankings of a job', async () => {
    const before = await agreement(`job_id=${jobId}`);
    await us.api.patch(`/jobs/${jobId}`, { similarity_weight: 0.5 });
    await finishedTasks(us.api);
    await decide(ranked[0], 'offered');
    const after = await agreement(`job_id=${jobId}`);
    expect([after.job_id, after.advanced, after.rejected]).toEqual([jobId, 4, 6]);
    // One advanced candidate stands on the new ranking alone now.
    expect([before.pairs, after.pairs]).toEqual([24, 18]);
  });

  it('is told for each job, page by page', async () => {
    const other = await createJob(us.api, { title: 'Berth Manager' });
    const quiet = await createJob(us.api, { title: 'Nobody decided' });
    expectStatus(await us.api.post(`/jobs/${other}/match`), 202);
    await finishedTasks(us.api);
    await decide(ranked[0], 'rejected', other);
    const path = '/analytics/score-agreement/jobs?limit=1';
    const { body: first } = await us.api.get(path);
    const { body: second } = await us.api.get(`${path}&cursor=${first.next_cursor}`);
    expect([first.total, second.next_cursor]).toEqual([2, null]);
    expect([...first.data, ...second.data]).toMatchObject([
      { job_id: jobId, title: 'Agreement Manager', advanced: 4, rejected: 6, pairs: 18 },
      { job_id: other, title: 'Berth Manager', advanced: 0, rejected: 1, agreement: null },
    ]);
    expect(JSON.stringify([first, second])).not.toContain(quiet);
  });

  it.each([
    ['from', 'from=yesterday'],
    ['from', 'from=2026-13-01'],
    ['to', 'to=12'],
    ['to', 'from=2026-02-01&to=2026-01-01'],
    ['to', 'from=2026-02-01&to=2026-02-01'],
    ['job_id', 'job_id=abc'],
    ['team', 'team=x'],
  ])('refuses a bad %s (%#)', async (field, query) => {
    const { status, body } = await us.api.get(`/analytics/score-agreement?${query}`);
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors.map((error: Body) => error.field)).toContain(field);
  });

  it('knows no other company', async () => {
    const them = await app.newCompany();
    const path = '/analytics/score-agreement';
    await expect(them.api.get(path)).resolves.toMatchObject({ body: { advanced: 0, rejected: 0 } });
    await expect(them.api.get(`${path}/jobs`)).resolves.toMatchObject({ body: { total: 0 } });
    for (const id of [jobId, randomUUID()]) {
      await expect(them.api.get(`${path}?job_id=${id}`)).resolves.toMatchObject({
        status: 404,
        body: { code: 'job_not_found' },
      });
    }
  });

  it('is for admins and recruiters', async () => {
    for (const role of ['hiring_manager', 'interviewer'] as const) {
      const { api } = await app.join(us, role);
      for (const path of ['/analytics/score-agreement', '/analytics/score-agreement/jobs']) {
        await expect(api.get(path)).resolves.toMatchObject({ status: 403 });
      }
    }
  });
});
