import { randomUUID } from 'node:crypto';
import { IntakeProcessor } from '../../src/modules/intake';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { encryptedPdf, resumeDocx, textResume, uniqueResumePdf, zipOf } from '../support/documents';
import { createJob } from '../support/jobs';
import { eventually, finishedTask } from '../support/waiting';

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

describe('bulk upload', () => {
  let testApp: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    testApp = await startTestApp({ variables: { MAX_FILE_SIZE: '1000000' } });
    company = await testApp.newCompany();
  });

  afterAll(async () => {
    await testApp.stop();
  });

  const sendBulk = (
    api: ApiClient,
    files: readonly NamedFile[],
    jobId?: string,
  ): Promise<ApiAnswer> => {
    const form = new FormData();
    for (const { name, bytes } of files) {
      form.append('files', new File([Uint8Array.from(bytes)], name));
    }
    if (jobId !== undefined) {
      form.append('job_id', jobId);
    }
    return api.send('POST', '/resumes/bulk', form);
  };

  const finished = async (api: ApiClient, batchId: string): Promise<ApiAnswer['body']> =>
    eventually(async () => {
      const { body } = await api.get(`/resumes/bulk/${batchId}/status`);
      return ['SUCCESS', 'FAILED', 'PARTIAL'].includes(body.status) ? body : null;
    });

  it('reads every file in the background and matches it to the job', async () => {
    const jobId = await createJob(company.api);
    const files = [
      { name: 'one.pdf', bytes: await uniqueResumePdf(101) },
      { name: 'two.docx', bytes: await resumeDocx({ name: 'Bulk Person Two' }) },
    ];
    const accepted = await sendBulk(company.api, files, jobId);
    expect(accepted.status).toBe(202);
    expect(accepted.body.items.map((item: { file_name: string }) => item.file_name)).toEqual([
      'one.pdf',
      'two.docx',
    ]);
    const status = await finished(company.api, accepted.body.batch_id);
    expect(status).toMatchObject({
      status: 'SUCCESS',
      total_files: 2,
      processed_files: 2,
      failed_files: 0,
    });
    const ranked = await company.api.get(`/jobs/${jobId}/candidates`);
    const ids = status.items.map((item: { resume_id: string }) => item.resume_id).sort();
    expect(ranked.body.data.map((one: { resume_id: string }) => one.resume_id).sort()).toEqual(ids);
  });

  it('keeps a file’s resume, and its file, when the work is done twice', async () => {
    const bytes = await uniqueResumePdf(104);
    const { body } = await sendBulk(company.api, [{ name: 'twice.pdf', bytes }]);
    const once = await finished(company.api, body.batch_id);
    const [{ upload_item_id: itemId, resume_id: resumeId }] = once.items;
    // The first worker was taken for dead while it lived: its successor began before it was done.
    await testApp.database.query('UPDATE upload_items SET resume_id = NULL WHERE id = $1', [
      itemId,
    ]);
    const { handlers } = testApp.app.get(IntakeProcessor, { strict: false });
    const again = await handlers['intake.process-item']({
      taskId: randomUUID(),
      companyId: company.companyId,
      requestedBy: null,
      payload: { itemId },
      progress: () => Promise.resolve(),
      signal: new AbortController().signal,
    });
    expect(again).toEqual({ resume_id: resumeId, duplicate: false });
    const download = await company.api.get(`/resumes/${resumeId}/file`);
    expect(download.bytes.equals(bytes)).toBe(true);
    const twice = await finished(company.api, body.batch_id);
    expect(twice).toEqual(once);
  });

  it('unpacks archives and keeps files with equal names apart', async () => {
    const archive = zipOf([
      { name: 'a/cv.pdf', data: await uniqueResumePdf(102) },
      { name: 'b/cv.pdf', data: await uniqueResumePdf(103) },
      { name: '../../cv.txt', data: textResume({ name: 'Path Traveller' }) },
      { name: '__MACOSX/._cv.pdf', data: Buffer.from('junk') },
    ]);
    const accepted = await sendBulk(company.api, [{ name: 'all.zip', bytes: archive }]);
    const status = await finished(company.api, accepted.body.batch_id);
    expect(status.status).toBe('SUCCESS');
    expect(status.items.map((item: { file_name: string }) => item.file_name)).toEqual([
      'cv.pdf',
      'cv.pdf',
      'cv.txt',
    ]);
    expect(new Set(status.items.map((item: { resume_id: string }) => item.resume_id)).size).toBe(3);
  });

  it('lets a bad file fail alone, tells why, and runs it again on request', async () => {
    const files = [
      { name: 'good.pdf', bytes: await uniqueResumePdf(104) },
      { name: 'locked.pdf', bytes: await encryptedPdf() },
      { name: 'huge.pdf', bytes: Buffer.alloc(1_000_001) },
      { name: 'noise.pdf', bytes: Buffer.from([1, 2, 3, 4]) },
    ];
    const accepted = await sendBulk(company.api, files);
    const status = await finished(company.api, accepted.body.batch_id);
    expect(status).toMatchObject({ status: 'PARTIAL', failed_files: 3, processed_files: 4 });
    expect(
      status.items.map((item: { status: string; error_code: string | null }) => item.error_code),
    ).toEqual([null, 'file_encrypted', 'payload_too_large', 'unsupported_file_type']);
    const retried = await company.api.post(`/resumes/bulk/${accepted.body.batch_id}/retry`);
    expect(retried).toMatchObject({ status: 202, body: { retried: 2 } });
    expect((await finished(company.api, accepted.body.batch_id)).failed_files).toBe(3);
  });

  it('finds the same file again by its content', async () => {
    const bytes = await uniqueResumePdf(105);
    const accepted = await sendBulk(company.api, [
      { name: 'first.pdf', bytes },
      { name: 'second.pdf', bytes },
    ]);
    const status = await finished(company.api, accepted.body.batch_id);
    const [first, second] = status.items;
    expect(first.resume_id).toBe(second.resume_id);
    expect([first.duplicate, second.duplicate].sort()).toEqual([false, true]);
  });

  it('queues a single file and answers with its task', async () => {
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(await uniqueResumePdf(106))], 'one.pdf'));
    const queued = await company.api.send('POST', '/resumes', form);
    expect(queued).toMatchObject({ status: 202, body: { status: 'queued' } });
    const task = await finishedTask(company.api, queued.body.task_id);
    expect(task.state).toBe('completed');
    expect((await company.api.get(`/resumes/${task.result.resume_id}`)).status).toBe(200);
  });

  it('reads a stored resume again and keeps its id', async () => {
    const uploaded = await company.api.upload(await uniqueResumePdf(107));
    const { id, profile } = uploaded.body.resume;
    const accepted = await company.api.post(`/resumes/${id}/reprocess`);
    expect(accepted.status).toBe(202);
    expect((await finishedTask(company.api, accepted.body.task_id)).state).toBe('completed');
    expect((await company.api.get(`/resumes/${id}`)).body.profile).toEqual(profile);
  });

  it.each([
    ['no file', [], 'file_missing', 400],
    [
      'more files than allowed',
      Array.from({ length: 1_001 }, (_, n) => ({
        name: `${n}.txt`,
        bytes: Buffer.from(`cv ${n}`),
      })),
      null,
      413,
    ],
    [
      'a damaged archive',
      [{ name: 'broken.zip', bytes: Buffer.from('PK\u0003\u0004 and nothing more') }],
      'archive_unreadable',
      422,
    ],
  ] as const)('refuses %s and stores nothing', async (_case, files, code, status) => {
    const before = await company.api.get('/tasks?limit=1');
    const answer = await sendBulk(company.api, files);
    expect(answer.status).toBe(status);
    if (code !== null) {
      expect(answer.body.code).toBe(code);
    }
    expect((await company.api.get('/tasks?limit=1')).body.total).toBe(before.body.total);
  });

  it('refuses an archive with more files than allowed', async () => {
    const entries = Array.from({ length: 1_001 }, (_, n) => ({
      name: `${n}.txt`,
      data: Buffer.from(`cv ${n}`),
    }));
    const answer = await sendBulk(company.api, [{ name: 'many.zip', bytes: zipOf(entries) }]);
    expect(answer).toMatchObject({ status: 413, body: { code: 'too_many_files' } });
  });

  it('stops unpacking a file that is a bomb; it costs that item only', async () => {
    const bomb = zipOf([
      { name: 'bomb.txt', data: Buffer.alloc(30_000_000, 'a') },
      { name: 'good.pdf', data: await uniqueResumePdf(108) },
    ]);
    const accepted = await sendBulk(company.api, [{ name: 'bomb.zip', bytes: bomb }]);
    const status = await finished(company.api, accepted.body.batch_id);
    expect(status.items.map((item: { error_code: string | null }) => item.error_code)).toEqual([
      'payload_too_large',
      null,
    ]);
  });

  it('hides another company’s batch', async () => {
    const accepted = await sendBulk(company.api, [
      { name: 'a.pdf', bytes: await uniqueResumePdf(109) },
    ]);
    const other = await testApp.newCompany();
    const { batch_id: batchId } = accepted.body;
    expect((await other.api.get(`/resumes/bulk/${batchId}/status`)).status).toBe(404);
    expect((await other.api.post(`/resumes/bulk/${batchId}/retry`)).status).toBe(404);
    expect((await company.api.get(`/resumes/bulk/${randomUUID()}/status`)).status).toBe(404);
  });

  // Last, since what it leaves in the queue takes longer than a test waits.
  it('takes as many files as it says, and a job beside them', async () => {
    const files = Array.from({ length: 1_000 }, (_, n) => ({
      name: `${n}.pdf`,
      bytes: Buffer.alloc(0),
    }));
    const accepted = await sendBulk(company.api, files, await createJob(company.api));
    expect([accepted.status, accepted.body.items?.length]).toEqual([202, files.length]);
  });
});
