import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type PersonOverrides, textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

const EPSILON = 1e-9;

let app: TestApp;
let us: TestCompany;
let jobId: string;
/** Best first. */
let ranked: Body[];

const person = (name: string, skills: readonly string[], more: PersonOverrides = {}): Buffer =>
  textResume({
    name,
    headline: 'Web Developer',
    email: `${name.replaceAll(' ', '.').toLowerCase()}@example.com`,
    phone: '',
    summary: 'Seven years of work.',
    positions: [],
    skills,
    certifications: [],
    ...more,
  });

const path = (resumeId: string): string => `/jobs/${jobId}/candidates/${resumeId}`;

const detailOf = async (resumeId: string, query = ''): Promise<Body> =>
  expectStatus(await us.api.get(`${path(resumeId)}${query}`), 200).body;

const named = (name: string): Body => ranked.find((row) => row.candidate_name === name);

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api, {
    title: 'Web Developer',
    description: 'You build the pages of a booking service.',
    requirements: 'Must have JavaScript and SAP. Docker is required.',
    skills_required: ['JavaScript', 'SAP', 'Docker', 'Angular', 'Welding (preferred)'],
    min_years_experience: 3,
  });
  for (const file of [
    person('Ada Fullhouse', ['JavaScript', 'SAP', 'Docker', 'Angular', 'Welding']),
    person('Ben React', ['React', 'Docker', 'Vue.js']),
    person('Cleo Sap', ['SAP']),
    person('Dora Nothing', ['Baking']),
  ]) {
    expectStatus(await us.api.upload(file, { jobId }), 201);
  }
  ranked = (await us.api.get(`/jobs/${jobId}/candidates`)).body.data;
});

afterAll(async () => {
  await app.stop();
});

describe('the reasons for a score', () => {
  it('credit a skill through the one that implies it, with the words of that one', async () => {
    const { skills, explanation, resume_id: id } = await detailOf(named('Ben React').resume_id);
    const { body: resume } = await us.api.get(`/resumes/${id}`);
    const javascript = skills.find(({ skill }: Body) => skill === 'JavaScript');
    expect(javascript).toMatchObject({ found: true, implied_by: 'React', must_have: true });
    for (const { start, end, text } of javascript.evidence) {
      expect([text, resume.content.slice(start, end)]).toEqual(['React', 'React']);
    }
    expect(javascript.evidence.length).toBeGreaterThan(0);
    expect(explanation).toContain('JavaScript counts through React.');
  });

  it('show skills close to a missing one, without credit', async () => {
    const { skills, skill_match_score: score } = await detailOf(named('Ben React').resume_id);
    const angular = skills.find(({ skill }: Body) => skill === 'Angular');
    expect(angular).toMatchObject({ found: false, contribution: 0, evidence: [] });
    expect(angular.related).toEqual(expect.arrayContaining(['React', 'Vue.js']) as unknown);
    expect(score).toBeCloseTo(2 / 4.5, 12);
    const found = skills.filter((one: Body) => one.found);
    expect(found.every((one: Body) => one.related.length === 0)).toBe(true);
  });

  it('take the term of the skills apart, skill by skill', async () => {
    for (const { resume_id: id } of ranked) {
      const { skills, terms } = await detailOf(id);
      const [, term] = terms;
      const parts = sum(skills.map(({ contribution }: Body) => contribution));
      expect(Math.abs(parts - term.contribution)).toBeLessThan(EPSILON);
    }
  });

  it('say by which rules, model and version of the job the score came about', async () => {
    const {
      stability,
      engine_version: engine,
      embedding_model: model,
    } = await detailOf(ranked[0].resume_id);
    expect(stability).toEqual({
      engine_version: engine,
      current_engine_version: engine,
      embedding_model: model,
      job_version: 1,
      current_job_version: 1,
      is_current: true,
    });
    await app.database.query(
      `UPDATE match_results SET engine_version = '0' WHERE job_id = $1 AND resume_id = $2`,
      [jobId, ranked[0].resume_id],
    );
    const old = await detailOf(ranked[0].resume_id);
    expect(old.stability).toMatchObject({ engine_version: '0', is_current: false });
    expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
    await finishedTasks(us.api);
    const { stability: again } = await detailOf(ranked[0].resume_id);
    expect(again).toMatchObject({ engine_version: engine, is_current: true });
  });
});

describe('the way to a rank or a score', () => {
  it('is not looked for unless asked', async () => {
    expect((await detailOf(ranked[1].resume_id)).reach).toBeNull();
  });

  it('is the fewest skills whose gains get there, and not one fewer', async () => {
    const last = await detailOf(named('Dora Nothing').resume_id);
    const gains = last.counterfactuals.map(({ gain }: Body) => gain);
    expect(gains).toEqual(gains.toSorted((a: number, b: number) => b - a));
    const score = Number(last.match_score);
    const target = score + sum(gains.slice(0, 3)) - 0.01;
    const { reach } = await detailOf(last.resume_id, `?reach_score=${target}`);
    expect(reach).toMatchObject({ target_score: target, target_rank: null, reachable: true });
    expect(reach.skills).toEqual(last.counterfactuals.slice(0, 3).map(({ skill }: Body) => skill));
    expect(Math.abs(reach.match_score - score - sum(gains.slice(0, 3)))).toBeLessThan(EPSILON);
    expect(Math.abs(reach.gain - (reach.match_score - score))).toBeLessThan(EPSILON);
    expect(score + sum(gains.slice(0, 2))).toBeLessThan(target);
  });

  it('leads to the rank that the list would show', async () => {
    const last = ranked.at(-1);
    const { reach } = await detailOf(last.resume_id, '?reach_rank=2');
    expect(reach).toMatchObject({ target_rank: 2, target_score: null, reachable: true });
    expect(reach.rank_from).toBe(ranked.length);
    const better = ranked.filter((row) => row.match_score > reach.match_score);
    expect([reach.rank_to, better.length + 1 <= 2]).toEqual([better.length + 1, true]);
  });

  it('is empty for who is there already', async () => {
    const { reach, match_score: score } = await detailOf(ranked[0].resume_id, '?reach_rank=1');
    expect(reach).toMatchObject({ reachable: true, skills: [], gain: 0, match_score: score });
  });

  it('says when all missing skills together do not get there, and how far they do', async () => {
    const one = named('Cleo Sap');
    const { reach, missing_skills: missing } = await detailOf(one.resume_id, '?reach_score=1');
    expect(reach.reachable).toBe(false);
    expect([...reach.skills].sort()).toEqual([...missing].sort());
    expect(Math.abs(reach.match_score - (0.6 * one.similarity_score + 0.4))).toBeLessThan(EPSILON);
    const full = await detailOf(named('Ada Fullhouse').resume_id, '?reach_score=1');
    expect(full.reach).toMatchObject({ reachable: false, skills: [], gain: 0 });
  });

  it.each([
    ['reach_rank', 'reach_rank=0'],
    ['reach_rank', 'reach_rank=1.5'],
    ['reach_rank', 'reach_rank=first'],
    ['reach_score', 'reach_score=1.1'],
    ['reach_score', 'reach_score=-1'],
    ['reach_score', 'reach_rank=1&reach_score=0.5'],
    ['reach', 'reach=1'],
  ])('refuses a bad %s (%#)', async (field, query) => {
    const { status, body } = await us.api.get(`${path(ranked[0].resume_id)}?${query}`);
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors.map((error: Body) => error.field)).toContain(field);
  });
});

describe('GET /jobs/:job_id/candidates/compare', () => {
  const compare = (ids: readonly string[], api = us.api, job = jobId): Promise<ApiAnswer> =>
    api.get(`/jobs/${job}/candidates/compare?resume_ids=${ids.join(',')}`);

  it('puts candidates side by side, best first, with who has which skill and the proof', async () => {
    const ids = [named('Cleo Sap').resume_id, named('Ada Fullhouse').resume_id];
    const { body } = await compare(ids);
    expect(body).toMatchObject({ job_id: jobId, min_years_experience: 3 });
    expect(body.candidates.map((one: Body) => one.candidate_name)).toEqual([
      'Ada Fullhouse',
      'Cleo Sap',
    ]);
    for (const candidate of body.candidates) {
      const detail = await detailOf(candidate.resume_id);
      for (const field of ['match_score', 'rank', 'terms', 'unmet_must_haves', 'key_strengths']) {
        expect([field, candidate[field]]).toEqual([field, detail[field]]);
      }
      const proofs = body.skills.map(({ skill, weight, must_have, candidates }: Body) => {
        const { resume_id: _id, ...proof } = candidates.find(
          (one: Body) => one.resume_id === candidate.resume_id,
        );
        return { skill, weight, must_have, ...proof };
      });
      expect(proofs).toEqual(detail.skills);
    }
  });

  it('says in plain words what sets them apart', async () => {
    const ids = [named('Cleo Sap').resume_id, named('Ada Fullhouse').resume_id];
    const { differences } = (await compare(ids)).body;
    expect(differences[0]).toMatch(/^Ada Fullhouse \(\d+%\) is ahead of Cleo Sap \(\d+%\)\.$/);
    expect(differences).toContainEqual(
      'Only Ada Fullhouse has JavaScript (a must-have), Docker (a must-have), Angular and Welding.',
    );
  });

  it('tells people without a name apart by their place', async () => {
    const job = await createJob(us.api, { status: 'draft' });
    for (const skills of [['SAP', 'Kubernetes'], ['SAP']]) {
      const file = Buffer.from(`Experienced worker\n\nSkills\n${skills.join(', ')}\n`);
      expectStatus(await us.api.upload(file, { jobId: job, name: 'cv.txt' }), 201);
    }
    const { data } = (await us.api.get(`/jobs/${job}/candidates`)).body;
    expect(data.map((row: Body) => row.candidate_name)).toEqual([null, null]);
    const ids = data.map((row: Body) => row.resume_id);
    const { differences } = (await compare(ids, us.api, job)).body;
    expect(differences[0]).toMatch(/^No\. 1 \(\d+%\) is ahead of No\. 2 \(\d+%\)\.$/);
    expect(differences).toContainEqual('Only No. 1 has Kubernetes.');
  });

  it('takes up to five, also as a repeated parameter', async () => {
    const query = ranked.map((row) => `resume_ids=${row.resume_id}`).join('&');
    const { body } = await us.api.get(`/jobs/${jobId}/candidates/compare?${query}`);
    expect(body.candidates.map((one: Body) => one.resume_id)).toEqual(
      ranked.map((row) => row.resume_id),
    );
    expect(body.skills.every((skill: Body) => skill.candidates.length === ranked.length)).toBe(
      true,
    );
  });

  it.each([
    ['none', []],
    ['emptiness', ['', '']],
    ['one', ['first']],
    ['one twice', ['first', 'first']],
    ['what is no id', ['first', 'abc']],
    ['six', ['first', ...Array.from({ length: 5 }, () => randomUUID())]],
  ])('refuses %s', async (_name, ids) => {
    const given = ids.map((id) => (id === 'first' ? ranked[0].resume_id : id));
    const { status, body } = await compare(given);
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors.map((error: Body) => error.field.split('.')[0])).toContain('resume_ids');
  });

  it('is 404 for who is no candidate of the job, of another company, or a job of another manager', async () => {
    const them = await app.newCompany();
    const theirJob = await createJob(them.api);
    const theirs = await them.api.upload(person('Theirs', ['SAP']), { jobId: theirJob });
    const [first] = ranked;
    for (const id of [randomUUID(), theirs.body.resume.id]) {
      await expect(compare([first.resume_id, id])).resolves.toMatchObject({
        status: 404,
        body: { code: 'candidate_of_this_job_not_found' },
      });
    }
    const ids = ranked.slice(0, 2).map((row) => row.resume_id);
    const manager = await app.join(us, 'hiring_manager');
    for (const api of [them.api, manager.api]) {
      await expect(compare(ids, api)).resolves.toMatchObject({
        status: 404,
        body: { code: 'job_not_found' },
      });
    }
    const own = await createJob(us.api, { hiring_manager_id: manager.userId, status: 'draft' });
    await expect(compare(ids, manager.api, own)).resolves.toMatchObject({
      status: 404,
      body: { code: 'candidate_of_this_job_not_found' },
    });
  });

  it('is open to the job’s manager, not to interviewers', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const interviewer = await app.join(us, 'interviewer');
    const ids = ranked.slice(0, 2).map((row) => row.resume_id);
    await us.api.patch(`/jobs/${jobId}`, { hiring_manager_id: manager.userId });
    await expect(compare(ids, manager.api)).resolves.toMatchObject({ status: 200 });
    await expect(compare(ids, interviewer.api)).resolves.toMatchObject({ status: 403 });
  });
});
