import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

/**
 * Everything at once, as a busy company does it. The client refuses every 5xx and every answer that is
 * not documented; what is left must fit together.
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

const resumeOf = (n: number): Buffer =>
  textResume({
    name: `Busy Person${'abcdefghijklmnopqrstuvwxyz'[n % 26]}`,
    email: `busy${n % 15}@example.com`,
    phone: `+44 20 7946 0${String(100 + (n % 15))}`,
    summary: `Summary ${n}: warehouses and Flurbonators.`,
  });

const OWN_SKILLS = ['Flurbonators', 'Zargling', 'Quibbling', 'Snorfing', 'Wibbling'];

const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

it('keeps rows, files and results together while everybody works', async () => {
  const { api } = us;
  const jobs = await times(3, () => createJob(api));
  const [doomed = ''] = await times(1, () => createJob(api));
  const rotated = (n: number): readonly string[] => [
    ...OWN_SKILLS.slice(n % 5),
    ...OWN_SKILLS.slice(0, n % 5),
  ];

  const uploads = times(30, (n) =>
    api.upload(resumeOf(n), n % 3 === 0 ? {} : { jobId: n % 3 === 1 ? jobs[n % 2]! : doomed }),
  );
  const others = Promise.all([
    times(8, (n) => api.patch(`/jobs/${jobs[n % 3]}`, { skills_required: ['SAP', ...rotated(n)] })),
    times(4, (n) => api.patch(`/jobs/${jobs[n % 3]}`, jobDraft({ description: `Text ${n}` }))),
    times(6, (n) => api.post('/jobs', jobDraft({ skills_required: rotated(n), status: 'draft' }))),
    times(4, (n) => api.post(`/jobs/${jobs[n % 3]}/match`)),
    times(10, () => api.get(`/jobs/${jobs[0]}/candidates`)),
    api.delete(`/jobs/${doomed}`),
    // The same files once more, beside the first time.
    times(10, (n) => api.upload(resumeOf(n), { jobId: jobs[2]! })),
  ]);
  const answers = await uploads;
  await others;
  for (const { status, body } of answers) {
    expect(status === 201 || body.code === 'job_not_found').toBe(true);
  }

  // Deletions, beside reads and a second round of uploads.
  const stored = answers.filter(({ status }) => status === 201).map(({ body }) => body.resume.id);
  await Promise.all([
    times(8, (n) => api.delete(`/resumes/${stored[n]}`)),
    times(8, (n) => api.get(`/resumes/${stored[n]}/file`)),
    times(8, (n) => api.upload(resumeOf(n + 40), { jobId: jobs[0]! })),
    times(8, (n) => api.patch(`/jobs/${jobs[1]}/candidates/${stored[n]}`, { status: 'reviewing' })),
  ]);
  const tasks = await finishedTasks(api, 120_000);
  expect(tasks.filter(({ state }) => state !== 'completed')).toEqual([]);
});

it('does not find what somebody deletes in the same moment', async () => {
  const { api, userId } = us;
  const parts = (jobId: string, n: number): Promise<unknown>[] => [
    api.post(`/jobs/${jobId}/stages`, { name: `Stage ${n}`, status: 'interviewing' }),
    api.post(`/jobs/${jobId}/scorecard-attributes`, { name: `Attribute ${n}` }),
    api.send('PUT', `/jobs/${jobId}/team/${userId}`, { role: 'interviewer' }),
  ];
  const jobs = await times(8, () => createJob(api));
  const answers = await Promise.all(
    jobs.flatMap((jobId) => [
      ...parts(jobId, 1),
      api.delete(`/jobs/${jobId}`),
      ...parts(jobId, 2),
      ...parts(jobId, 3),
    ]),
  );
  expect(answers).toHaveLength(80);
});

it('leaves no resume without its file, no file without a resume, and no person twice', async () => {
  const resumes = await app.database.query<{ key: string; hash: string }>(
    'SELECT storage_key AS key, content_hash AS hash FROM resumes',
  );
  const { files } = await app.stored();
  expect(files).toHaveLength(resumes.length);
  expect(resumes.every(({ key }) => files.some((path) => path.endsWith(key)))).toBe(true);
  expect(new Set(resumes.map(({ hash }) => hash)).size).toBe(resumes.length);
  const count = async (sql: string): Promise<number> => (await app.database.query(sql)).length;
  await expect(
    count(`SELECT email FROM candidates GROUP BY email HAVING count(*) > 1`),
  ).resolves.toBe(0);
  await expect(
    count(`SELECT 1 FROM candidates c WHERE NOT EXISTS
      (SELECT 1 FROM resumes r WHERE r.candidate_id = c.id)`),
  ).resolves.toBe(0);
});

it('has scored every candidate for the job as it is now', async () => {
  const { body } = expectStatus(await us.api.get('/jobs?status=open'), 200);
  for (const { id, version, skills } of body.data) {
    const rows = await app.database.query<{ version: number; skills: number }>(
      `SELECT job_version AS version, cardinality(matched_skills) + cardinality(missing_skills) AS skills
       FROM match_results WHERE job_id = $1`,
      [id],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toEqual({ version, skills: skills.length });
    }
  }
});
