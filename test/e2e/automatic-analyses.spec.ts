import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

const ANALYSED_OF_POOL = 20;

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp({ variables: { AUTO_MATCH_THRESHOLD: '0' } });
});

afterAll(async () => {
  await app.stop();
});

beforeEach(async () => {
  us = await app.newCompany('admin');
});

const wantAnalyses = async (isWanted: boolean): Promise<void> => {
  const changes = { analyse_on_match: isWanted };
  expectStatus(await us.api.patch('/ai/settings', changes), 200);
};

let people = 0;

const upload = async (jobId?: string): Promise<string> => {
  people += 1;
  const file = textResume({ name: `Person ${people}`, email: `p${people}@example.com`, phone: '' });
  const options = jobId === undefined ? {} : { jobId };
  return expectStatus(await us.api.upload(file, options), 201).body.resume.id;
};

const analysed = async (): Promise<string[]> => {
  await finishedTasks(us.api);
  const rows = await app.database.query<{ id: string }>(
    `SELECT m.resume_id AS id FROM analyses a JOIN match_results m ON m.id = a.match_id
     WHERE a.company_id = $1`,
    [us.companyId],
  );
  return rows.map(({ id }) => id).toSorted();
};

describe('a new candidate', () => {
  it('is analysed by itself where the company wants it, and nowhere else', async () => {
    const jobId = await createJob(us.api);
    await upload(jobId);
    await expect(analysed()).resolves.toEqual([]);
    await wantAnalyses(true);
    const applied = await upload(jobId);
    const found = await upload();
    await expect(analysed()).resolves.toEqual([applied, found].toSorted());
    const path = `/jobs/${jobId}/candidates/${applied}/analysis`;
    expect(expectStatus(await us.api.get(path), 200).body.is_current).toBe(true);
  });

  it('is not analysed anew when only its score is', async () => {
    await wantAnalyses(true);
    const jobId = await createJob(us.api);
    await upload(jobId);
    await analysed();
    expectStatus(await us.api.patch(`/jobs/${jobId}`, { requirements: 'Must have baking.' }), 200);
    await finishedTasks(us.api);
    const tasks = expectStatus(await us.api.get('/tasks?limit=100'), 200).body.data;
    const names = tasks.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name === 'insights.analyse-match')).toHaveLength(1);
  });

  it('of a pool is analysed only as one of the first of the job', async () => {
    for (let n = 0; n < ANALYSED_OF_POOL + 3; n += 1) {
      await upload();
    }
    await wantAnalyses(true);
    const jobId = await createJob(us.api);
    expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
    const ids = await analysed();
    const page = expectStatus(await us.api.get(`/jobs/${jobId}/candidates?limit=100`), 200).body;
    expect(page.total).toBe(ANALYSED_OF_POOL + 3);
    const first = page.data
      .slice(0, ANALYSED_OF_POOL)
      .map(({ resume_id }: { resume_id: string }) => resume_id);
    expect(ids).toEqual(first.toSorted());
  });
});
