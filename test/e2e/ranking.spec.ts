import { randomUUID } from 'node:crypto';
import { MatchStatusChanged } from '../../src/modules/matching/matching.events';
import { Database } from '../../src/platform/database';
import { EventBus } from '../../src/platform/events';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { resumePdf, textResume } from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';
import { finishedTask, finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

const EPSILON = 1e-9;
const STATUSES = ['pending', 'reviewing', 'shortlisted', 'interviewing', 'offered', 'hired'];

let app: TestApp;
let us: TestCompany;
let jobId: string;
/** The ranked list as it is before the tests of this file decide anything. */
let ranked: Body[];

/** One resume per set of skills; the job asks for the first three, SAP and inventory as must-haves. */
const SKILL_SETS = [
  ['Inventory management', 'SAP', 'Kubernetes'],
  ['Inventory management', 'SAP', 'Forklift'],
  ['SAP', 'Kubernetes'],
  ['Inventory management'],
  ['Lean management', 'Microsoft Excel'],
  ['Baking', 'Pastry'],
];

/** Somebody whose only skills are these: the words around them name none. */
const plainResume = (n: number, skills: readonly string[]): Buffer =>
  textResume({
    name: `Plain Person${'abcdefghij'[n]}`,
    headline: n < 5 ? 'Warehouse Operations Manager' : 'Pastry Chef',
    email: `plain${n}@example.com`,
    phone: `+44 20 7946 01${n}0`,
    summary: 'Seven years of work.',
    positions: [],
    skills,
    certifications: [],
  });

async function uploadTo(company: TestCompany, job: string, file: Buffer): Promise<Body> {
  return expectStatus(await company.api.upload(file, { jobId: job }), 201).body;
}

const candidatesOf = async (job: string, query = ''): Promise<Body> =>
  expectStatus(await us.api.get(`/jobs/${job}/candidates${query}`), 200).body;

const detailOf = async (job: string, resumeId: string): Promise<Body> =>
  expectStatus(await us.api.get(`/jobs/${job}/candidates/${resumeId}`), 200).body;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const idsOf = (rows: readonly Body[]): readonly string[] => rows.map((row) => row.resume_id);

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
  for (const [n, skills] of SKILL_SETS.entries()) {
    await uploadTo(us, jobId, plainResume(n, skills));
  }
  ({ data: ranked } = await candidatesOf(jobId));
});

afterAll(async () => {
  await app.stop();
});

describe('a match score', () => {
  it('is 0.6 of the similarity and 0.4 of the skills, and its terms add up', async () => {
    for (const { resume_id: resumeId } of ranked) {
      const match = await detailOf(jobId, resumeId);
      const { similarity_score: similarity, skill_match_score: skill, match_score: score } = match;
      expect(Math.abs(score - (0.6 * similarity + 0.4 * skill))).toBeLessThan(EPSILON);
      expect(match.terms.map(({ name, weight }: Body) => [name, weight])).toEqual([
        ['similarity', 0.6],
        ['skills', 0.4],
      ]);
      const total = sumOf(match.terms.map(({ contribution }: Body) => contribution));
      expect(Math.abs(total - score)).toBeLessThan(EPSILON);
      for (const { value, weight, contribution } of match.terms) {
        expect(Math.abs(value * weight - contribution)).toBeLessThan(EPSILON);
      }
    }
  });

  it('takes for skills the weight of those found of the weight of all', async () => {
    const job = await createJob(us.api, {
      skills_required: [],
      requirements: 'SAP is required. Forklift is a plus. Must have inventory management.',
      title: 'Manager',
    });
    const { skills } = (await us.api.get(`/jobs/${job}`)).body;
    const total = sumOf(skills.map(({ weight }: Body) => weight));
    expect(skills.map(({ weight }: Body) => weight)).toContain(0.5);
    const { resume } = await uploadTo(us, job, plainResume(1, SKILL_SETS[1]!));
    const match = await detailOf(job, resume.id);
    const isFound = ({ name }: Body): boolean => match.matched_skills.includes(name);
    const found = sumOf(skills.filter(isFound).map(({ weight }: Body) => weight));
    expect(match.matched_skills).toContain('SAP');
    expect(Math.abs(match.skill_match_score - found / total)).toBeLessThan(EPSILON);
  });

  it('is the similarity alone when the job requires no skill, and says so', async () => {
    const job = await createJob(us.api, {
      title: 'Helper',
      description: 'You help where help is wanted.',
      requirements: '',
      skills_required: [],
    });
    const { resume, match } = await uploadTo(us, job, plainResume(0, SKILL_SETS[0]!));
    expect(match.skill_match_score).toBeNull();
    expect(match.match_score).toBe(match.similarity_score);
    expect(match.explanation).toContain(
      'the similarity alone, since the job names no required skill',
    );
    const { terms, counterfactuals } = await detailOf(job, resume.id);
    expect(terms).toEqual([
      {
        name: 'similarity',
        value: match.similarity_score,
        weight: 1,
        contribution: match.similarity_score,
      },
    ]);
    expect(counterfactuals).toEqual([]);
  });

  it('is the same for the same inputs, in another company and after a second upload', async () => {
    const them = await app.newCompany();
    const job = await createJob(them.api);
    const first = await uploadTo(them, job, plainResume(0, SKILL_SETS[0]!));
    await them.api.delete(`/resumes/${first.resume.id}`);
    const second = await uploadTo(them, job, plainResume(0, SKILL_SETS[0]!));
    const scores = [first.match, second.match, ranked.find(isPlain(0))].map((match) => [
      match.match_score,
      match.similarity_score,
      match.skill_match_score,
      match.explanation,
    ]);
    expect(scores[1]).toEqual(scores[0]);
    expect(scores[2]).toEqual(scores[0]);
  });

  it('credits a skill that another implies, and names that one with its evidence', async () => {
    const job = await createJob(us.api, {
      skills_required: ['JavaScript', 'SAP'],
      requirements: '',
    });
    const { resume, match } = await uploadTo(us, job, plainResume(6, ['React']));
    expect(match).toMatchObject({
      matched_skills: ['JavaScript'],
      missing_skills: ['SAP'],
      skill_match_score: 0.5,
    });
    const { skills } = await detailOf(job, resume.id);
    expect(skills[0]).toMatchObject({
      skill: 'JavaScript',
      found: true,
      implied_by: 'React',
      evidence: [{ resume_id: resume.id, text: 'React' }],
    });
    expect(skills[1]).toMatchObject({ skill: 'SAP', found: false, implied_by: null, evidence: [] });
  });

  it('finds a skill that no vocabulary knows, in new resumes and in those already here', async () => {
    const them = await app.newCompany();
    const file = textResume({
      summary: 'I did Flurbonator maintenance for years.',
      skills: ['SAP'],
    });
    const early = (await them.api.upload(file)).body.resume;
    const skills_required = ['flurbonator  maintenance', 'SAP'];
    const job = await createJob(them.api, { skills_required });
    const late = await uploadTo(
      them,
      job,
      textResume({ email: 'late@example.com', skills: ['Flurbonator maintenance'] }),
    );
    expect(late.match.matched_skills).toContain('flurbonator maintenance');
    const { task_id: taskId } = (await them.api.post(`/jobs/${job}/match`)).body;
    await finishedTask(them.api, taskId);
    const { body } = await them.api.get(`/jobs/${job}/candidates/${early.id}`);
    expect(body).toMatchObject({ skill_match_score: 1, missing_skills: [] });
    const { body: resume } = await them.api.get(`/resumes/${early.id}`);
    const [evidence] = body.skills.find(({ skill }: Body) => /flurbonator/i.test(skill)).evidence;
    expect(resume.content.slice(evidence.start, evidence.end)).toBe('Flurbonator maintenance');
  });
});

const isPlain = (n: number): ((row: Body) => boolean) => {
  const name = `Plain Person${'abcdefghij'[n]}`;
  return ({ candidate_name: candidateName }) => candidateName === name;
};

describe('GET /jobs/:job_id/candidates', () => {
  it('ranks by score without a gap', () => {
    expect(ranked).toHaveLength(SKILL_SETS.length);
    expect(ranked.map(({ rank }) => rank)).toEqual(SKILL_SETS.map((_, index) => index + 1));
    const scores = ranked.map(({ match_score: score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(isPlain(0)(ranked[0])).toBe(true);
    expect(isPlain(5)(ranked.at(-1))).toBe(true);
  });

  it.each(['match_score', 'similarity_score', 'skill_match_score', 'created_at'])(
    'sorts by %s, highest first, page by page the same as at once',
    async (sort) => {
      const { data } = await candidatesOf(jobId, `?sort=${sort}`);
      const keys = data.map((row: Body) => row[sort]);
      expect(keys).toEqual(keys.toSorted((a: number, b: number) => (a < b ? 1 : a > b ? -1 : 0)));
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: Body = await candidatesOf(jobId, `?sort=${sort}&limit=2${after}`);
        expect(page.total).toBe(ranked.length);
        seen.push(...idsOf(page.data));
        cursor = page.next_cursor;
      }
      expect(seen).toEqual(idsOf(data));
      // The rank is the place by match score, whatever sorts the page.
      for (const row of data) {
        expect(row.rank).toBe(ranked.find((one) => one.resume_id === row.resume_id).rank);
      }
    },
  );

  it('filters by lowest score, boundary included', async () => {
    const { match_score: score } = ranked[2];
    const { data, total } = await candidatesOf(jobId, `?min_score=${score}`);
    expect([idsOf(data), total]).toEqual([idsOf(ranked.slice(0, 3)), 3]);
    await expect(candidatesOf(jobId, '?min_score=1')).resolves.toMatchObject({
      data: [],
      total: 0,
    });
  });

  it('filters by must-have skills', async () => {
    const { data } = await candidatesOf(jobId, '?must_have=true');
    const expected = ranked.filter(
      ({ matched_skills: skills }) =>
        skills.includes('SAP') && skills.includes('Inventory management'),
    );
    expect(idsOf(data)).toEqual(idsOf(expected));
    expect(data).toHaveLength(2);
    const all = await candidatesOf(jobId, '?must_have=false');
    expect(all.total).toBe(ranked.length);
  });

  it.each([
    ['status', 'status=maybe'],
    ['min_score', 'min_score=2'],
    ['min_score', 'min_score=high'],
    ['must_have', 'must_have=perhaps'],
    ['sort', 'sort=salary'],
    ['sort', 'sort=match_score;DROP TABLE resumes'],
    ['limit', 'limit=1000'],
    ['cursor', 'cursor=abc'],
    ['order', 'order=asc'],
  ])('refuses a bad %s (%#)', async (field, query) => {
    const { status, body } = await us.api.get(`/jobs/${jobId}/candidates?${query}`);
    expect(status).toBe(422);
    expect(body.errors.map((error: Body) => error.field)).toContain(field);
  });
});

describe('GET /jobs/:job_id/candidates/:resume_id', () => {
  it('proves every skill and every chunk by the text of the resume', async () => {
    let count = 0;
    for (const { resume_id: resumeId } of ranked) {
      const { body: resume } = await us.api.get(`/resumes/${resumeId}`);
      const match = await detailOf(jobId, resumeId);
      expect(match.best_chunks.length).toBeGreaterThan(0);
      const proofs = [
        ...match.skills.flatMap(({ evidence }: Body) => evidence),
        ...match.best_chunks,
      ];
      for (const { resume_id: of, start, end, text } of proofs) {
        expect(of).toBe(resumeId);
        expect(resume.content.slice(start, end)).toBe(text);
        count += 1;
      }
      for (const { skill, found, evidence } of match.skills) {
        expect([skill, found]).toEqual([skill, match.matched_skills.includes(skill)]);
        expect([skill, evidence.length > 0]).toEqual([skill, found]);
      }
      const similarities = match.best_chunks.map(({ similarity_score: value }: Body) => value);
      expect(similarities).toEqual(similarities.toSorted((a: number, b: number) => b - a));
    }
    expect(count).toBeGreaterThan(ranked.length);
  });

  it('lists every required skill and the must-haves that are missing', async () => {
    const last = await detailOf(jobId, ranked.at(-1).resume_id);
    expect(last.skills.map(({ skill, must_have: must }: Body) => [skill, must])).toEqual([
      ['Inventory management', true],
      ['SAP', true],
      ['Kubernetes', false],
    ]);
    expect(last.unmet_must_haves).toEqual(['Inventory management', 'SAP']);
    const first = await detailOf(jobId, ranked[0].resume_id);
    expect(first.unmet_must_haves).toEqual([]);
    expect(first.additional_skills).not.toContain('SAP');
  });

  it('computes by the same formula what each missing skill would change, and to which rank', async () => {
    for (const { resume_id: resumeId } of ranked) {
      const match = await detailOf(jobId, resumeId);
      expect(match.counterfactuals.map(({ skill }: Body) => skill).sort()).toEqual(
        [...match.missing_skills].sort(),
      );
      for (const {
        match_score: score,
        gain,
        rank_from: from,
        rank_to: rank,
      } of match.counterfactuals) {
        expect(from).toBe(match.rank);
        const found = Number(match.matched_skills.length) + 1;
        const expected = 0.6 * match.similarity_score + 0.4 * (found / 3);
        expect(Math.abs(score - expected)).toBeLessThan(EPSILON);
        expect(Math.abs(score - match.match_score - gain)).toBeLessThan(EPSILON);
        const better = ranked.filter(
          (row) => row.resume_id !== resumeId && row.match_score > score,
        );
        expect(rank).toBe(better.length + 1);
      }
    }
  });

  it('is 404 for a resume that has no result for the job', async () => {
    const other = await createJob(us.api, { status: 'draft' });
    const answer = await us.api.get(`/jobs/${other}/candidates/${ranked[0].resume_id}`);
    expect(answer).toMatchObject({
      status: 404,
      body: { code: 'candidate_of_this_job_not_found' },
    });
  });
});

describe('PATCH /jobs/:job_id/candidates/:resume_id', () => {
  const pathOf = (row: Body): string => `/jobs/${jobId}/candidates/${row.resume_id}`;

  it('keeps each decision with who, when, why and the score of that moment', async () => {
    const [row] = ranked;
    const first = await us.api.patch(pathOf(row), { status: 'shortlisted', reason: 'Knows SAP' });
    expect(first).toMatchObject({
      status: 200,
      body: { ...row, status: 'shortlisted', updated_at: expect.any(String) },
    });
    await us.api.patch(pathOf(row), { status: 'shortlisted', reason: 'again' });
    await us.api.patch(pathOf(row), { status: 'rejected', reason: null });
    const { status, status_history: history } = await detailOf(jobId, row.resume_id);
    expect(status).toBe('rejected');
    const shared = {
      changed_by: us.userId,
      match_score: row.match_score,
      rank: 1,
      candidates: ranked.length,
      engine_version: row.engine_version,
    };
    expect(history).toEqual([
      {
        ...shared,
        from_status: 'pending',
        to_status: 'shortlisted',
        reason: 'Knows SAP',
        changed_at: expect.any(String),
      },
      {
        ...shared,
        from_status: 'shortlisted',
        to_status: 'rejected',
        reason: null,
        changed_at: expect.any(String),
      },
    ]);
    expect(history[0].changed_at <= history[1].changed_at).toBe(true);
    const filtered = await candidatesOf(jobId, '?status=rejected');
    expect([idsOf(filtered.data), filtered.total]).toEqual([[row.resume_id], 1]);
    const pending = await candidatesOf(jobId, '?status=pending&limit=1');
    expect([pending.total, pending.data[0].rank]).toEqual([ranked.length - 1, 2]);
  });

  it.each([
    ['status', { status: 'fired' }],
    ['status', { reason: 'none given' }],
    ['status', { status: null }],
    ['reason', { status: 'hired', reason: 7 }],
    ['reason', { status: 'hired', reason: 'x'.repeat(2001) }],
    ['reason', { status: 'hired', reason: 'a\u0000b' }],
    ['match_score', { status: 'hired', match_score: 1 }],
  ])('refuses a bad %s and changes nothing (%#)', async (field, body) => {
    const row = ranked[1];
    const answer = await us.api.patch(pathOf(row), body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: Body) => error.field)).toContain(field);
    const { status, status_history: history } = await detailOf(jobId, row.resume_id);
    expect([status, history]).toEqual(['pending', []]);
  });

  it('lets several decide at once without a gap in the history', async () => {
    const row = ranked[2];
    const answers = await Promise.all(
      STATUSES.slice(1).map((status) => us.api.patch(pathOf(row), { status })),
    );
    for (const { status, body } of answers) {
      // Who comes after the hire finds that it is final.
      const refusals = ['status_changed_meanwhile', 'transition_not_allowed', 'reason_required'];
      expect(status === 200 || refusals.includes(body.code)).toBe(true);
    }
    const { status, status_history: history } = await detailOf(jobId, row.resume_id);
    expect(history).toHaveLength(answers.filter((answer) => answer.status === 200).length);
    let last = 'pending';
    for (const change of history) {
      expect(change.from_status).toBe(last);
      last = change.to_status;
    }
    expect(status).toBe(last);
  });

  it('is told to the other modules once, in the transaction that makes it', async () => {
    const row = ranked[4];
    const heard: MatchStatusChanged[] = [];
    app.app.get(EventBus).on(MatchStatusChanged, async (event) => {
      if (event.resumeId !== row.resume_id) {
        return;
      }
      heard.push(event);
      const stored = await app.app
        .get(Database)
        .query<{ status: string }>(
          'SELECT to_status AS status FROM match_status_changes WHERE id = $1',
          [event.changeId],
        );
      expect(stored).toEqual([{ status: event.to }]);
      if (event.to === 'hired') {
        throw new Error('a listener that fails');
      }
    });
    await us.api.patch(pathOf(row), { status: 'reviewing' });
    await us.api.patch(pathOf(row), { status: 'reviewing' });
    await expect(us.api.patch(pathOf(row), { status: 'hired' })).rejects.toThrow(/ 500: /);
    expect(heard.map(({ from, to }) => [from, to])).toEqual([
      ['pending', 'reviewing'],
      ['reviewing', 'hired'],
    ]);
    expect(heard[0]).toMatchObject({
      companyId: us.companyId,
      jobId,
      candidateId: row.candidate_id,
      changedBy: us.userId,
    });
    const { status, status_history: history } = await detailOf(jobId, row.resume_id);
    expect([status, history.length]).toEqual(['reviewing', 1]);
  });

  it('is kept when the candidate is scored again', async () => {
    const row = ranked[3];
    await us.api.patch(pathOf(row), { status: 'interviewing' });
    await us.api.post(`/jobs/${jobId}/match`);
    await finishedTasks(us.api);
    await expect(detailOf(jobId, row.resume_id)).resolves.toMatchObject({
      status: 'interviewing',
      source: 'applied',
    });
  });
});

describe('POST /jobs/:job_id/match', () => {
  it('ranks the whole pool in a task, keeping applications as such', async () => {
    const them = await app.newCompany();
    const pool: string[] = [];
    for (const [n, skills] of SKILL_SETS.entries()) {
      pool.push((await them.api.upload(plainResume(n, skills))).body.resume.id);
    }
    const job = await createJob(them.api, { status: 'draft' });
    const applied = await uploadTo(them, job, plainResume(7, ['SAP']));
    const accepted = await them.api.post(`/jobs/${job}/match`);
    expect(accepted).toMatchObject({ status: 202, body: { status: 'queued' } });
    const task = await finishedTask(them.api, accepted.body.task_id);
    expect(task).toMatchObject({
      state: 'completed',
      result: { matched: SKILL_SETS.length, removed: 0 },
    });
    const { body } = await them.api.get(`/jobs/${job}/candidates`);
    expect([...idsOf(body.data)].sort()).toEqual([...pool, applied.resume.id].sort());
    const sources = new Map(body.data.map((row: Body) => [row.resume_id, row.source]));
    expect(sources.get(applied.resume.id)).toBe('applied');
    expect(pool.every((id) => sources.get(id) === 'matched')).toBe(true);
    // A second run finds the same and adds nothing.
    await finishedTask(them.api, (await them.api.post(`/jobs/${job}/match`)).body.task_id);
    const again = await them.api.get(`/jobs/${job}/candidates`);
    expect(again.body.data.map((row: Body) => [row.resume_id, row.match_score])).toEqual(
      body.data.map((row: Body) => [row.resume_id, row.match_score]),
    );
  });

  it('is refused for a closed job', async () => {
    const closed = await createJob(us.api, { status: 'closed' });
    await expect(us.api.post(`/jobs/${closed}/match`)).resolves.toMatchObject({
      status: 409,
      body: { code: 'job_closed' },
    });
  });

  it('ends well when the job is deleted before the task runs', async () => {
    const them = await app.newCompany();
    const job = await createJob(them.api);
    const [{ body }] = await Promise.all([
      them.api.post(`/jobs/${job}/match`),
      them.api.delete(`/jobs/${job}`),
    ]);
    // The deletion may also have been first.
    if (body.task_id !== undefined) {
      await expect(finishedTask(them.api, body.task_id)).resolves.toMatchObject({
        state: 'completed',
      });
    }
  });
});

describe('a hiring manager', () => {
  let manager: TestCompany;
  let own: string;

  beforeAll(async () => {
    manager = await app.join(us, 'hiring_manager');
    own = await createJob(us.api, { hiring_manager_id: manager.userId });
    await uploadTo(us, own, await resumePdf());
  });

  it('sees the jobs they manage, and no other exists for them', async () => {
    const { body } = await manager.api.get('/jobs');
    expect([body.total, body.data.map(({ id }: Body) => id)]).toEqual([1, [own]]);
    await expect(manager.api.get(`/jobs/${own}`)).resolves.toMatchObject({ status: 200 });
    const row = ranked[0].resume_id;
    for (const answer of [
      await manager.api.get(`/jobs/${jobId}`),
      await manager.api.get(`/jobs/${jobId}/candidates`),
      await manager.api.get(`/jobs/${jobId}/candidates/${row}`),
      await manager.api.patch(`/jobs/${jobId}/candidates/${row}`, { status: 'hired' }),
      await manager.api.patch(`/jobs/${jobId}`, { title: 'Mine' }),
      await manager.api.post(`/jobs/${jobId}/match`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
    }
  });

  it('ranks, reads and decides on the candidates of their jobs', async () => {
    const { body } = await manager.api.get(`/jobs/${own}/candidates`);
    const path = `/jobs/${own}/candidates/${body.data[0].resume_id}`;
    await expect(manager.api.get(path)).resolves.toMatchObject({ status: 200 });
    await manager.api.patch(path, { status: 'shortlisted', reason: 'Mine' });
    const { body: detail } = await us.api.get(path);
    expect(detail.status_history[0].changed_by).toBe(manager.userId);
    const accepted = await manager.api.post(`/jobs/${own}/match`);
    await expect(finishedTask(manager.api, accepted.body.task_id)).resolves.toMatchObject({
      state: 'completed',
    });
  });

  it('does not upload, create or delete', async () => {
    for (const answer of [
      await manager.api.upload(textResume(), { jobId: own }),
      await manager.api.post('/jobs', jobDraft()),
      await manager.api.delete(`/jobs/${own}`),
      await manager.api.get('/resumes'),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });
});

it('an interviewer sees no job and no candidate of which they are not on the team', async () => {
  const interviewer = await app.join(us, 'interviewer');
  await expect(interviewer.api.get('/jobs')).resolves.toMatchObject({ body: { total: 0 } });
  for (const path of [
    `/jobs/${jobId}`,
    `/jobs/${jobId}/candidates`,
    `/jobs/${jobId}/candidates/${ranked[0].resume_id}`,
  ]) {
    const { status, body } = await interviewer.api.get(path);
    expect([path, status, body.code]).toEqual([path, 404, 'job_not_found']);
  }
  for (const path of ['/resumes', '/candidates', `/tasks/${randomUUID()}`]) {
    const { status, body } = await interviewer.api.get(path);
    expect([path, status, body.code]).toEqual([path, 403, 'forbidden']);
  }
});
