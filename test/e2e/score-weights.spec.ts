import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

const EPSILON = 1e-9;

let app: TestApp;
let us: TestCompany;
let jobId: string;

const resume = (name: string, skills: readonly string[], headline: string): Buffer =>
  textResume({
    name,
    headline,
    email: `${name.replaceAll(' ', '.')}@example.com`,
    phone: '',
    summary: 'Seven years of work.',
    positions: [],
    skills,
    certifications: [],
  });

const candidates = async (api: ApiClient = us.api): Promise<Body[]> =>
  expectStatus(await api.get(`/jobs/${jobId}/candidates`), 200).body.data;

const weigh = async (similarityWeight: number): Promise<Body> => {
  const body = { similarity_weight: similarityWeight };
  const job = expectStatus(await us.api.patch(`/jobs/${jobId}`, body), 200).body;
  await finishedTasks(us.api);
  return job;
};

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
  // One reads like the job and has few of its skills, the other the other way round.
  await us.api.upload(resume('Ruth Reader', ['SAP'], 'Warehouse Operations Manager'), { jobId });
  const skills = ['Inventory management', 'SAP', 'Kubernetes'];
  await us.api.upload(resume('Sam Skinner', skills, 'Pastry Chef'), { jobId });
});

afterAll(async () => {
  await app.stop();
});

describe('the weights of a job', () => {
  it('are 0.6 and 0.4 unless somebody chooses', async () => {
    const { body } = await us.api.get(`/jobs/${jobId}`);
    expect(body).toMatchObject({ similarity_weight: 0.6, skill_weight: 0.4 });
  });

  it('score every candidate anew in a task, and are written into terms and words', async () => {
    const before = await candidates();
    const job = await weigh(0.45);
    expect(job).toMatchObject({ similarity_weight: 0.45, skill_weight: 0.55, version: 2 });
    const after = await candidates();
    expect(after).toHaveLength(before.length);
    for (const row of after) {
      const { body } = await us.api.get(`/jobs/${jobId}/candidates/${row.resume_id}`);
      const [similarity, skill] = [body.similarity_score, body.skill_match_score];
      expect(Math.abs(body.match_score - (0.45 * similarity + 0.55 * skill))).toBeLessThan(EPSILON);
      expect(body.terms.map((term: Body) => term.weight)).toEqual([0.45, 0.55]);
      expect(body.explanation).toContain('weighing similarity 45% and skills 55%.');
      expect(body.stability).toMatchObject({ job_version: 2, is_current: true });
      for (const change of body.counterfactuals) {
        expect(Math.abs(change.gain - 0.55 / 3)).toBeLessThan(EPSILON);
      }
    }
  });

  it('decide who comes first', async () => {
    await weigh(0.8);
    const [towardsText] = await candidates();
    await weigh(0.4);
    const [towardsSkills] = await candidates();
    expect([towardsText.candidate_name, towardsSkills.candidate_name]).toEqual([
      'Ruth Reader',
      'Sam Skinner',
    ]);
  });

  it('are those of the search for candidates and for jobs, and of the ranking of the pool', async () => {
    await weigh(0.4);
    const expected = new Map((await candidates()).map((row) => [row.resume_id, row.match_score]));
    const found = await us.api.post('/search/candidates', {
      job_id: jobId,
      limit: 10,
      similarity_threshold: 0,
      sort: 'match_score',
    });
    const { results } = expectStatus(found, 200).body;
    expect(results.map((one: Body) => one.candidate_name)).toEqual(['Sam Skinner', 'Ruth Reader']);
    for (const one of results) {
      expect(one.match_score).toBeCloseTo(expected.get(one.resume_id), 9);
      const jobs = await us.api.get(`/candidates/${one.candidate_id}/jobs`);
      const [job] = expectStatus(jobs, 200).body.results;
      expect(job.match_score).toBeCloseTo(expected.get(one.resume_id), 9);
    }
    expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
    await finishedTasks(us.api);
    const ranked = await candidates();
    expect(new Map(ranked.map((row) => [row.resume_id, row.match_score]))).toEqual(expected);
  });

  it('can be chosen when the job is created', async () => {
    const draft = jobDraft({ similarity_weight: 0.7, status: 'draft' });
    const { body } = await us.api.post('/jobs', draft);
    expect(body).toMatchObject({ similarity_weight: 0.7, skill_weight: 0.3, version: 1 });
  });

  it.each([0.39, 0.81, 0, 1, 0.555, '0.5', null, Number.NaN])(
    'are refused as %s',
    async (weight) => {
      for (const answer of [
        await us.api.patch(`/jobs/${jobId}`, { similarity_weight: weight }),
        await us.api.post('/jobs', jobDraft({ similarity_weight: weight })),
      ]) {
        expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
        const fields = answer.body.errors.map((error: Body) => error.field);
        expect(new Set(fields)).toEqual(new Set(['similarity_weight']));
      }
    },
  );

  it('start no work when they stay the same', async () => {
    const { body: before } = await us.api.get(`/jobs/${jobId}`);
    const job = await weigh(before.similarity_weight);
    expect(job.version).toBe(before.version);
  });

  it('are set by recruiters, admins and the job’s manager, seen and set by nobody else', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const interviewer = await app.join(us, 'interviewer');
    const them = await app.newCompany();
    const change = { similarity_weight: 0.5 };
    await expect(them.api.patch(`/jobs/${jobId}`, change)).resolves.toMatchObject({ status: 404 });
    await expect(manager.api.patch(`/jobs/${jobId}`, change)).resolves.toMatchObject({
      status: 404,
    });
    await expect(interviewer.api.patch(`/jobs/${jobId}`, change)).resolves.toMatchObject({
      status: 403,
    });
    await us.api.patch(`/jobs/${jobId}`, { hiring_manager_id: manager.userId });
    const { body } = await manager.api.patch(`/jobs/${jobId}`, change);
    expect(body.similarity_weight).toBe(0.5);
    await finishedTasks(us.api);
  });
});
