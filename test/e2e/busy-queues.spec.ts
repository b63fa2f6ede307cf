import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { insertTask } from '../support/company-data';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTask } from '../support/waiting';

jest.setTimeout(180_000);

const LIMIT = 40;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({
    variables: { QUEUE_DOCUMENTS: `limit=${LIMIT}`, QUEUE_COMPANY_WINDOW: '4' },
  });
});

afterAll(async () => {
  await app.stop();
});

function someResume(n: number): File {
  const fields = { name: 'Robin Example', email: `robin${n}@example.com`, phone: '' };
  return new File([Uint8Array.from(textResume(fields))], `${n}.txt`);
}

function formOf(field: string, count: number): FormData {
  const form = new FormData();
  for (let n = 0; n < count; n += 1) {
    form.append(field, someResume(n));
  }
  return form;
}

const unfinishedOf = async (company: TestCompany): Promise<number> => {
  const [row] = await app.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM tasks
     WHERE company_id = $1 AND state IN ('queued', 'running', 'retrying')`,
    [company.companyId],
  );
  return row?.count ?? 0;
};

describe('a company that sends hundreds of files', () => {
  it('does not hold up the one file of another', async () => {
    const large = await app.newCompany();
    const small = await app.newCompany();
    const accepted = await large.api.send('POST', '/resumes/bulk', formOf('files', 200));
    expect(accepted.status).toBe(202);
    const one = await small.api.send('POST', '/resumes', formOf('file', 1));
    expect(one.status).toBe(202);
    const task = await finishedTask(small.api, one.body.task_id);
    expect(task.state).toBe('completed');
    // By the order of the rows it would have been the last of all.
    expect(await unfinishedOf(large)).toBeGreaterThan(100);
    const [ahead] = await app.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM tasks
       WHERE company_id = $1 AND finished_at > $2 AND finished_at <= $3`,
      [large.companyId, task.created_at, task.finished_at],
    );
    // The window of the other company, and what ran or ended while ours came in and ran.
    expect(ahead?.count).toBeLessThan(40);
    await app.database.query(
      `UPDATE tasks SET state = 'cancelled', finished_at = now(), run_id = NULL WHERE company_id = $1 AND state <> 'completed'`,
      [large.companyId],
    );
  });
});

describe('a full queue', () => {
  let busy: TestCompany;
  let jobId: string;
  let resumeId: string;

  beforeAll(async () => {
    busy = await app.newCompany();
    jobId = await createJob(busy.api);
    const upload = await busy.api.upload(textResume({ email: 'robin@example.com' }));
    resumeId = upload.body.resume.id;
    // Not due for long, so that they stay.
    await app.database.query(
      `INSERT INTO tasks (id, company_id, name, queue, payload, state, run_at)
       SELECT gen_random_uuid(), $1, 'matching.rank-pool', 'documents', '{}', 'retrying', now() + interval '1 hour'
       FROM generate_series(1, $2)`,
      [busy.companyId, LIMIT],
    );
  });

  it('refuses every route that asks it for more work, says when to come back, and stores nothing', async () => {
    const failed = await insertTask(app, busy.companyId, 'failed');
    const before = await app.stored();
    const refused = [
      await busy.api.send('POST', '/resumes', formOf('file', 1)),
      await busy.api.send('POST', '/resumes/bulk', formOf('files', 3)),
      await busy.api.post(`/jobs/${jobId}/match`),
      await busy.api.post(`/resumes/${resumeId}/reprocess`),
      await busy.api.post(`/tasks/${failed}/retry`),
    ];
    for (const { status, headers, body } of refused) {
      expect([status, body.code]).toEqual([429, 'queue_full']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await expect(app.stored()).resolves.toEqual(before);
  });

  it('still takes what follows from a change', async () => {
    const changed = await busy.api.patch(`/jobs/${jobId}`, { skills_required: ['SAP'] });
    expect(changed.status).toBe(200);
  });

  it('still takes the work of a company that has little in it', async () => {
    const other = await app.newCompany();
    const { status, body } = await other.api.send('POST', '/resumes', formOf('file', 1));
    expect(status).toBe(202);
    await expect(finishedTask(other.api, body.task_id)).resolves.toMatchObject({
      state: 'completed',
    });
  });
});
