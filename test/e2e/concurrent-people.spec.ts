import { type ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume, zipOf } from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';
import { eventually, finishedTasks } from '../support/waiting';

/**
 * The same people and files from all sides at once. On real servers these rows are locked by several
 * transactions; whoever takes them in another order meets the others in a deadlock, which is a 500 here.
 */
/** On a busy machine the embedded database takes its time: it does one thing after the other. */
jest.setTimeout(240_000);

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const PAIRS = 6;
const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

const resumeOf = (person: string, n: number, text = ''): Buffer =>
  textResume({
    name: `Robin ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}son`,
    email: `${person}${n}@example.com`,
    phone: `+44 20 7946 ${person.length}${String(100 + n)}`,
    summary: `Summary ${person} ${n} ${text}.`,
  });

interface Stored {
  readonly resumeId: string;
  readonly candidateId: string;
}

async function stored(bytes: Buffer, jobId?: string): Promise<Stored> {
  const answer = await us.api.upload(bytes, jobId === undefined ? {} : { jobId });
  const { resume } = expectStatus(answer, 201).body;
  return { resumeId: resume.id, candidateId: resume.candidate_id };
}

const expectOneOf = (answers: readonly ApiAnswer[], ...statuses: readonly number[]): void => {
  expect(answers.filter(({ status }) => !statuses.includes(status)).map((a) => a.body)).toEqual([]);
};

async function rowsOf(sql: string): Promise<number> {
  const rows = await app.database.query(
    `SELECT 1 FROM (${sql}) AS found (company_id) WHERE company_id = $1`,
    [us.companyId],
  );
  return rows.length;
}

const PEOPLE_WITHOUT_RESUME = `SELECT c.company_id FROM candidates c
  WHERE NOT EXISTS (SELECT FROM resumes r WHERE r.candidate_id = c.id)`;
const PEOPLE_TWICE = `SELECT company_id FROM candidates
  WHERE email IS NOT NULL GROUP BY company_id, email HAVING count(*) > 1`;

it('merges people while their resumes are deleted, scored and read', async () => {
  const jobs = await times(2, () => createJob(us.api));
  const pairs = await times(PAIRS, async (n) => {
    const kept = await stored(resumeOf('kept', n), jobs[0]);
    const merged = await stored(resumeOf('merged', n), jobs[0]);
    const second = await stored(resumeOf('merged', n, 'once more'), jobs[1]);
    return { kept, merged, second };
  });
  const { api } = us;
  const [merges, deletions, uploads, others] = await Promise.all([
    times(PAIRS, (n) =>
      api.post(`/candidates/${pairs[n]!.kept.candidateId}/merges`, {
        candidate_id: pairs[n]!.merged.candidateId,
      }),
    ),
    times(PAIRS * 2, (n) => {
      const pair = pairs[Math.floor(n / 2)]!;
      return api.delete(`/resumes/${(n % 2 === 0 ? pair.merged : pair.kept).resumeId}`);
    }),
    times(PAIRS, (n) => api.upload(resumeOf('merged', n, 'a third time'), { jobId: jobs[1]! })),
    Promise.all([
      ...jobs.map((id) => api.post(`/jobs/${id}/match`)),
      ...jobs.map((id) => api.patch(`/jobs/${id}`, { title: `Foreman ${id.slice(0, 4)}` })),
      ...pairs.map(({ second }) => api.post(`/resumes/${second.resumeId}/reprocess`)),
    ]),
  ]);
  expectOneOf(merges, 201, 404);
  expectOneOf(deletions, 204);
  expectOneOf(uploads, 201);
  expectOneOf(others, 200, 202);
  await expect(tasksThatFailed()).resolves.toEqual([]);
  await expect(rowsOf(PEOPLE_WITHOUT_RESUME)).resolves.toBe(0);
  await expect(rowsOf(PEOPLE_TWICE)).resolves.toBe(0);
});

it('undoes a merge while the kept person loses their own resume', async () => {
  const { api } = us;
  const pairs = await times(PAIRS, async (n) => {
    const kept = await stored(resumeOf('undoing', n));
    const merged = await stored(resumeOf('undone', n));
    const merge = await api.post(`/candidates/${kept.candidateId}/merges`, {
      candidate_id: merged.candidateId,
    });
    return { kept, mergeId: expectStatus(merge, 201).body.id };
  });
  const [deletions, undone] = await Promise.all([
    times(PAIRS, (n) => api.delete(`/resumes/${pairs[n]!.kept.resumeId}`)),
    times(PAIRS * 2, (n) => {
      const { kept, mergeId } = pairs[n % PAIRS]!;
      return api.post(`/candidates/${kept.candidateId}/merges/${mergeId}/undo`);
    }),
  ]);
  expectOneOf(deletions, 204);
  expectOneOf(undone, 200, 404, 409);
  await expect(rowsOf(PEOPLE_WITHOUT_RESUME)).resolves.toBe(0);
});

it('keeps both of two corrections of one person', async () => {
  const { candidateId } = await stored(resumeOf('corrected', 1));
  await Promise.all([
    us.api.patch(`/candidates/${candidateId}`, { full_name: 'Robin Corrected' }),
    us.api.patch(`/candidates/${candidateId}`, { location: 'Leeds' }),
    us.api.patch(`/candidates/${candidateId}`, { phone: '+442079460999' }),
  ]);
  await expect(us.api.get(`/candidates/${candidateId}`)).resolves.toMatchObject({
    body: { full_name: 'Robin Corrected', location: 'Leeds', phone: '+442079460999' },
  });
});

it('takes a file that is deleted while it comes in again', async () => {
  const { api } = us;
  const jobId = await createJob(api);
  const files = Array.from({ length: PAIRS }, (_, n) => resumeOf('again', n));
  const first = await times(PAIRS, (n) => stored(files[n]!, jobId));
  const [deletions, again] = await Promise.all([
    times(PAIRS, (n) => api.delete(`/resumes/${first[n]!.resumeId}`)),
    times(PAIRS * 2, (n) => api.upload(files[n % PAIRS]!, { jobId })),
  ]);
  expectOneOf(deletions, 204);
  // 404: stored before the deletion and read after it.
  expectOneOf(again, 201, 404);
  await expect(rowsOf(PEOPLE_WITHOUT_RESUME)).resolves.toBe(0);
});

it('deletes jobs and resumes that have results with each other', async () => {
  const { api } = us;
  const jobs = await times(4, () => createJob(api));
  const resumes = await times(PAIRS, async (n) => {
    const { resumeId } = await stored(resumeOf('crossed', n), jobs[0]);
    await Promise.all(jobs.slice(1).map((jobId) => api.upload(resumeOf('crossed', n), { jobId })));
    return resumeId;
  });
  const [deletions, others] = await Promise.all([
    Promise.all([
      ...jobs.map((id) => api.delete(`/jobs/${id}`)),
      ...resumes.map((id) => api.delete(`/resumes/${id}`)),
    ]),
    Promise.all([
      ...jobs.map((id) => api.post(`/jobs/${id}/match`)),
      ...jobs.map((id) => api.patch(`/jobs/${id}`, jobDraft({ description: 'Another text.' }))),
      ...resumes.map((id) => api.post(`/resumes/${id}/reprocess`)),
    ]),
  ]);
  expectOneOf(deletions, 204);
  expectOneOf(others, 200, 202, 404);
  // A resume that is gone cannot be read again, and its task says so.
  await expect(tasksThatFailed()).resolves.toEqual(
    expect.not.arrayContaining([expect.not.objectContaining({ code: 'resume_not_found' })]),
  );
});

it('reads the files of two equal batches once', async () => {
  const { api } = us;
  const entries = Array.from({ length: 6 }, (_, n) => ({
    name: `${n}.txt`,
    data: resumeOf('batch', n),
  }));
  const batch = (): Promise<ApiAnswer> => {
    const form = new FormData();
    form.append('files', new File([Uint8Array.from(zipOf(entries))], 'all.zip'));
    form.append('files', new File([Uint8Array.from(entries[0]!.data)], 'again.txt'));
    return api.send('POST', '/resumes/bulk', form);
  };
  const batches = await Promise.all([batch(), batch(), batch()]);
  for (const { body } of batches) {
    const done = await eventually(async () => {
      const progress = await api.get(`/resumes/bulk/${body.batch_id}/status`);
      return progress.body.status === 'SUCCESS' ? progress.body : null;
    }, 120_000);
    expect(done).toMatchObject({ processed_files: 7, failed_files: 0 });
  }
  const rows = await app.database.query(
    `SELECT file_name FROM resumes WHERE company_id = $1 AND content LIKE '%Summary batch%'`,
    [us.companyId],
  );
  expect(rows).toHaveLength(6);
});

it('leaves no file without a resume and no resume without its file', async () => {
  await finishedTasks(us.api, 120_000);
  const resumes = await app.database.query<{ key: string }>(
    'SELECT storage_key AS key FROM resumes',
  );
  const { files } = await app.stored();
  expect(files).toHaveLength(resumes.length);
  expect(resumes.every(({ key }) => files.some((path) => path.endsWith(key)))).toBe(true);
});

async function tasksThatFailed(): Promise<readonly unknown[]> {
  const tasks = await finishedTasks(us.api, 120_000);
  return tasks
    .filter(({ state }) => state !== 'completed')
    .map(({ type, error }) => ({ type, ...error }));
}
