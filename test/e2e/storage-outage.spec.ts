import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { eventually, finishedTask } from '../support/waiting';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp({ variables: { BREAKER_RESET_SECONDS: '1' } });
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

/** While `work` runs, a file stands where the folder of the files was. */
async function withoutStorage(work: () => Promise<void>): Promise<void> {
  const folder = join(app.env.DATA_DIR, 'files');
  await rename(folder, `${folder}.away`);
  await writeFile(folder, '');
  try {
    await work();
  } finally {
    await rm(folder);
    await rename(`${folder}.away`, folder);
  }
}

const breaker = async (): Promise<unknown> =>
  (await app.anonymous.get('/health')).body.breakers.storage;

it('refuses uploads with a time to come back at, lets tasks wait, and goes on by itself', async () => {
  const jobId = await createJob(us.api);
  const { resume } = expectStatus(await us.api.upload(textResume()), 201).body;
  const rows = (await app.stored()).rows;
  let taskId = '';
  await withoutStorage(async () => {
    await eventually(async () => {
      const refused = await us.api.upload(textResume({ name: 'Ann Other' }), { jobId });
      expect(refused).toMatchObject({ status: 503, body: { code: 'storage_unavailable' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      return (await breaker()) === 'open' ? true : null;
    });
    expect((await app.stored()).rows).toEqual(rows);
    const queued = await us.api.post(`/resumes/${resume.id}/reprocess`);
    taskId = expectStatus(queued, 202).body.task_id;
    await eventually(async () => {
      const [task] = await app.database.query<{ generation: number }>(
        'SELECT generation FROM tasks WHERE id = $1',
        [taskId],
      );
      // Each time that it is put off it becomes a new item of the queue.
      return (task?.generation ?? 1) > 1 ? true : null;
    });
  });
  expect(await finishedTask(us.api, taskId)).toMatchObject({ state: 'completed' });
  expect(await breaker()).toBe('closed');
  expectStatus(await us.api.upload(textResume({ name: 'Ann Other' }), { jobId }), 201);
});
