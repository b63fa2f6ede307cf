import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { insertTask } from '../support/company-data';
import { uniqueResumePdf } from '../support/documents';
import { finishedTask } from '../support/waiting';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const ask = (path: string, etag: string | null): ReturnType<TestCompany['api']['get']> =>
  us.api.send('GET', path, undefined, etag === null ? {} : { 'if-none-match': etag });

describe('asking for a task again and again', () => {
  it('costs no body until something changes, and says when to ask next', async () => {
    const id = await insertTask(app, us.companyId, 'retrying');
    const first = await ask(`/tasks/${id}`, null);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^(W\/)?".+"$/);
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');

    const same = await ask(`/tasks/${id}`, etag);
    expect([same.status, same.bytes.length]).toEqual([304, 0]);
    expect(same.headers.get('etag')).toBe(etag);
    expect(Number(same.headers.get('retry-after'))).toBeGreaterThan(0);

    await us.api.post(`/tasks/${id}/cancel`);
    const changed = await ask(`/tasks/${id}`, etag);
    expect([changed.status, changed.body.state]).toEqual([200, 'cancelled']);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect(changed.headers.get('retry-after')).toBeNull();
  });
});

describe('asking for a bulk upload again and again', () => {
  it('costs no body once it has ended', async () => {
    const form = new FormData();
    form.append('files', new File([Uint8Array.from(await uniqueResumePdf(951))], 'one.pdf'));
    const { body } = await us.api.send('POST', '/resumes/bulk', form);
    await finishedTask(us.api, body.items[0].task_id);
    const path = `/resumes/bulk/${body.batch_id}/status`;
    const first = await ask(path, null);
    expect(first.headers.get('retry-after')).toBeNull();
    const same = await ask(path, first.headers.get('etag'));
    expect([same.status, same.bytes.length]).toEqual([304, 0]);
  });

  it('says when to ask next while it goes on', async () => {
    const form = new FormData();
    form.append('files', new File([Uint8Array.from(await uniqueResumePdf(952))], 'two.pdf'));
    const { body } = await us.api.send('POST', '/resumes/bulk', form);
    await finishedTask(us.api, body.items[0].task_id);
    await app.database.query(`UPDATE tasks SET state = 'retrying' WHERE id = $1`, [
      body.items[0].task_id,
    ]);
    const running = await ask(`/resumes/bulk/${body.batch_id}/status`, null);
    expect(Number(running.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
