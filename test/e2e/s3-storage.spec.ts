import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { S3Server } from '../support/s3-server';
import { eventually, finishedTask } from '../support/waiting';

let s3: S3Server;
let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  s3 = await S3Server.start();
  app = await startTestApp({ variables: { ...s3.variables, BREAKER_RESET_SECONDS: '1' } });
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
  await s3.stop();
});

it('keeps originals in the bucket and nowhere else, and removes them with the resume', async () => {
  const file = textResume();
  const { resume } = expectStatus(await us.api.upload(file), 201).body;
  expect([...s3.files.values()].map(({ bytes }) => bytes)).toEqual([file]);
  expect((await app.stored()).files).toEqual([]);
  const download = expectStatus(await us.api.get(`/resumes/${resume.id}/file`), 200);
  expect(Buffer.from(download.bytes)).toEqual(file);
  expectStatus(await us.api.delete(`/resumes/${resume.id}`), 204);
  await eventually(() => (s3.files.size === 0 ? true : null));
});

it('refuses uploads while the bucket is away, stores nothing, and goes on by itself', async () => {
  const jobId = await createJob(us.api);
  const { rows } = await app.stored();
  s3.failure = { status: 500, code: 'InternalError' };
  const refused = await us.api.upload(textResume({ name: 'Ann Other' }), { jobId });
  expect(refused).toMatchObject({ status: 503, body: { code: 'storage_unavailable' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await app.stored()).rows).toEqual(rows);
  s3.failure = null;
  const form = new FormData();
  form.append('file', new File([Uint8Array.from(textResume({ name: 'Ann Other' }))], 'a.txt'));
  const queued = await eventually(async () => {
    const answer = await us.api.send('POST', '/resumes', form);
    return answer.status === 202 ? answer : null;
  });
  await expect(finishedTask(us.api, queued.body.task_id)).resolves.toMatchObject({
    state: 'completed',
  });
});
