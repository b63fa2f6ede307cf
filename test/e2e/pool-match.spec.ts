import { randomUUID } from 'node:crypto';
import { MatchingProcessor } from '../../src/modules/matching';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTask } from '../support/waiting';

type Body = ApiAnswer['body'];

const KEPT = 3;

let app: TestApp;
let us: TestCompany;
let jobId: string;

/** Somebody with so many of the job's three skills; no job is open while they come in, so nobody matches them. */
async function upload(skills: readonly string[], jobIdOfUpload?: string): Promise<string> {
  const file = textResume({
    email: `${randomUUID()}@example.com`,
    summary: `Some years of work, ${randomUUID()}.`,
    positions: [],
    skills,
  });
  const options = jobIdOfUpload === undefined ? {} : { jobId: jobIdOfUpload };
  return expectStatus(await us.api.upload(file, options), 201).body.resume.id;
}

const ALL = ['Inventory management', 'SAP', 'Kubernetes'];
const TWO = ['Inventory management', 'SAP'];
const ONE = ['SAP'];

async function match(): Promise<Body> {
  const { body } = expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
  const task = await finishedTask(us.api, body.task_id);
  expect(task.state).toBe('completed');
  return task.result;
}

async function candidates(): Promise<readonly Body[]> {
  return expectStatus(await us.api.get(`/jobs/${jobId}/candidates?limit=100`), 200).body.data;
}

const idsOf = async (): Promise<readonly string[]> =>
  (await candidates()).map((row) => row.resume_id).sort();

const decide = async (resumeId: string, status: string): Promise<void> => {
  expectStatus(
    await us.api.patch(`/jobs/${jobId}/candidates/${resumeId}`, {
      status,
      reason: 'Looked again',
    }),
    200,
  );
};

beforeAll(async () => {
  app = await startTestApp({ variables: { POOL_MATCHES_KEPT: String(KEPT) } });
});

beforeEach(async () => {
  us = await app.newCompany();
  jobId = await createJob(us.api, { status: 'draft' });
});

afterAll(async () => {
  await app.stop();
});

it('tells how far the scoring of many is', async () => {
  await upload(ALL, jobId);
  const { handlers } = app.app.get(MatchingProcessor, { strict: false });
  const [job] = await app.database.query<{ version: number }>(
    'SELECT version FROM job_descriptions WHERE id = $1',
    [jobId],
  );
  const told: Record<string, number[]> = { pool: [], job: [] };
  const contextOf = <Payload>(payload: Payload, kind: 'pool' | 'job') => ({
    taskId: randomUUID(),
    companyId: us.companyId,
    requestedBy: null,
    payload,
    progress: (percent: number): Promise<void> => {
      told[kind]!.push(percent);
      return Promise.resolve();
    },
    signal: new AbortController().signal,
  });
  await handlers['matching.rank-pool'](contextOf({ jobId }, 'pool'));
  const rescored = contextOf({ jobId, jobVersion: job!.version }, 'job');
  await expect(handlers['matching.rescore-job'](rescored)).resolves.toEqual({ rescored: 1 });
  expect(told['pool']).toEqual([80]);
  expect(told['job']).toHaveLength(1);
  expect(told['job']![0]).toBeGreaterThanOrEqual(0);
  expect(told['job']![0]).toBeLessThanOrEqual(100);
});

describe('POST /jobs/:job_id/match', () => {
  it('keeps the best of the pool, and the same ones when it runs again', async () => {
    const weak = [await upload(ONE), await upload(['Baking'])];
    const best = [await upload(TWO), await upload(TWO), await upload(ALL)];
    await expect(match()).resolves.toEqual({ matched: KEPT, removed: 0 });
    await expect(idsOf()).resolves.toEqual([...best].sort());
    const before = await candidates();
    expect(before.map(({ source }) => source)).toEqual(['matched', 'matched', 'matched']);
    await expect(match()).resolves.toEqual({ matched: KEPT, removed: 0 });
    // Not even the time of the last change is another one.
    await expect(candidates()).resolves.toEqual(before);
    expect(weak.some((id) => before.some((row) => row.resume_id === id))).toBe(false);
  });

  it('lets go of those who fell out, unless somebody has decided on them', async () => {
    const untouched = await upload(ONE);
    const decided = await upload(ONE);
    const reconsidered = await upload(ONE);
    await match();
    await decide(decided, 'reviewing');
    await decide(reconsidered, 'rejected');
    await decide(reconsidered, 'pending');
    const better = [await upload(ALL), await upload(ALL), await upload(TWO)];
    await expect(match()).resolves.toEqual({ matched: KEPT, removed: 1 });
    await expect(idsOf()).resolves.toEqual([...better, decided, reconsidered].sort());
    expect(await idsOf()).not.toContain(untouched);
    const { body } = await us.api.get(`/jobs/${jobId}/candidates/${decided}`);
    expect([body.status, body.status_history.length]).toEqual(['reviewing', 1]);
  });

  it('does not touch who applied, and does not count them among the best', async () => {
    const applied = [await upload(ALL, jobId), await upload(['Baking'], jobId)];
    const before = await candidates();
    const pool = [await upload(ONE), await upload(ONE), await upload(ONE)];
    await expect(match()).resolves.toEqual({ matched: KEPT, removed: 0 });
    await expect(idsOf()).resolves.toEqual([...applied, ...pool].sort());
    const after = (await candidates()).filter((row) => row.source === 'applied');
    expect(after.map(({ rank: _rank, ...row }) => row)).toEqual(
      before.map(({ rank: _rank, ...row }) => row),
    );
  });

  it('makes an applicant of somebody from the pool whose resume is uploaded for the job', async () => {
    const file = textResume({ skills: ALL });
    const { body } = expectStatus(await us.api.upload(file), 201);
    await match();
    await decide(body.resume.id, 'shortlisted');
    expectStatus(await us.api.upload(file, { jobId }), 201);
    await expect(match()).resolves.toEqual({ matched: 0, removed: 0 });
    await expect(candidates()).resolves.toMatchObject([
      { resume_id: body.resume.id, source: 'applied', status: 'shortlisted' },
    ]);
  });
});
