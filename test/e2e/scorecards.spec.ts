import { randomUUID } from 'node:crypto';
import { ScorecardSubmitted } from '../../src/modules/interviews/interviews.events';
import { EventBus } from '../../src/platform/events';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, type TestApp, type TestCompany } from '../support/app';
import {
  type Applicant,
  applicant,
  inDays,
  moveIntoPast,
  schedule,
  startWithPanel,
} from '../support/interviews';
import { createJob } from '../support/jobs';

type Body = ApiAnswer['body'];

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let theo: TestCompany;
let mira: TestCompany;

beforeAll(async () => {
  ({ app, us, them, theo, mira } = await startWithPanel());
});

afterAll(async () => {
  await app.stop();
});

const addAttribute = async (jobId: string, fields: object): Promise<Body> =>
  expectStatus(await us.api.post(`/jobs/${jobId}/scorecard-attributes`, fields), 201).body;

/** An interview that has begun, with theo and mira on the panel. */
async function begun(who: Applicant, attendees = [theo.userId, mira.userId]): Promise<string> {
  const path = '/interviews?allow_conflict=true';
  const body = {
    job_id: who.jobId,
    resume_id: who.resumeId,
    interview_type: 'panel',
    scheduled_at: inDays(30),
    attendees,
  };
  const { id } = expectStatus(await us.api.post(path, body), 201).body;
  await moveIntoPast(app, id);
  return id;
}

const saveCard = (who: TestCompany, interviewId: string, fields: object = {}): Promise<ApiAnswer> =>
  who.api.send('PUT', `/interviews/${interviewId}/scorecard`, {
    overall_rating: 'yes',
    ratings: [],
    ...fields,
  });

async function submitCard(
  who: TestCompany,
  interviewId: string,
  fields: object = {},
): Promise<Body> {
  expectStatus(await saveCard(who, interviewId, fields), 200);
  return expectStatus(await who.api.post(`/interviews/${interviewId}/scorecard/submit`), 200).body;
}

const panel = async (who: TestCompany, interviewId: string): Promise<Body> =>
  expectStatus(await who.api.get(`/interviews/${interviewId}/scorecards`), 200).body;

describe('the attributes of a job', () => {
  it('are added, ordered, changed and taken off', async () => {
    const jobId = await createJob(us.api);
    const path = `/jobs/${jobId}/scorecard-attributes`;
    const safety = await addAttribute(jobId, { name: ' Safety at work ', description: 'Rules.' });
    const stock = await addAttribute(jobId, { name: 'Stock' });
    expect([safety, stock]).toMatchObject([
      { name: 'Safety at work', description: 'Rules.', position: 0 },
      { name: 'Stock', description: null, position: 1 },
    ]);
    const changes = { name: 'Safety', description: null, position: 5 };
    const changed = expectStatus(await us.api.patch(`${path}/${safety.id}`, changes), 200).body;
    expect(changed).toEqual({ id: safety.id, ...changes });
    expect((await us.api.get(path)).body).toEqual({
      data: [stock, changed],
      next_cursor: null,
      total: 2,
    });
    expectStatus(await us.api.delete(`${path}/${stock.id}`), 204);
    expectStatus(await us.api.delete(`${path}/${stock.id}`), 404);
    expect((await us.api.get(path)).body.total).toBe(1);
  });

  it('have different names, and none that nobody may be judged by', async () => {
    const jobId = await createJob(us.api);
    const path = `/jobs/${jobId}/scorecard-attributes`;
    await addAttribute(jobId, { name: 'SAP' });
    const other = await addAttribute(jobId, { name: 'Stock' });
    const twice = expectStatus(await us.api.post(path, { name: 'sap' }), 409);
    expect(twice.body.code).toBe('attribute_exists');
    expectStatus(await us.api.patch(`${path}/${other.id}`, { name: 'sAP' }), 409);
    expectStatus(await us.api.post(path, {}), 422);
    for (const name of ['Age', 'marital status', ' ', null]) {
      expectStatus(await us.api.post(path, { name }), 422);
      expectStatus(await us.api.patch(`${path}/${other.id}`, { name }), 422);
    }
  });

  it('belong to those who manage the job', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const jobId = await createJob(us.api);
    const path = `/jobs/${jobId}/scorecard-attributes`;
    const { id } = await addAttribute(jobId, { name: 'SAP' });
    for (const { api } of [manager, them]) {
      expectStatus(await api.get(path), 404);
      expectStatus(await api.post(path, { name: 'x' }), 404);
      expectStatus(await api.patch(`${path}/${id}`, { name: 'x' }), 404);
      expectStatus(await api.delete(`${path}/${id}`), 404);
    }
    expectStatus(await theo.api.get(path), 403);
    expectStatus(await us.api.patch(`/jobs/${jobId}`, { hiring_manager_id: manager.userId }), 200);
    expectStatus(await manager.api.post(path, { name: 'Stock' }), 201);
    // Another job’s attribute is not found under this one.
    const elsewhere = `/jobs/${await createJob(us.api)}/scorecard-attributes/${id}`;
    expectStatus(await us.api.patch(elsewhere, { name: 'x' }), 404);
    expectStatus(await us.api.delete(elsewhere), 404);
  });
});

describe('a scorecard', () => {
  it('is a draft of its author alone until it is submitted, and then stays as it is', async () => {
    const who = await applicant(us);
    const safety = await addAttribute(who.jobId, { name: 'Safety' });
    const id = await begun(who);
    const path = `/interviews/${id}/scorecard`;
    expectStatus(await theo.api.get(path), 404);
    const submitted: ScorecardSubmitted[] = [];
    app.app.get(EventBus).on(ScorecardSubmitted, (event) => {
      submitted.push(event);
    });
    const ratings = [{ attribute_id: safety.id, rating: 'strong_yes', note: 'Knows it all.' }];
    const draft = expectStatus(
      await saveCard(theo, id, { ratings, overall_rating: null, summary: 'So far.' }),
      200,
    ).body;
    expect(draft).toMatchObject({
      interview_id: id,
      author_id: theo.userId,
      overall_rating: null,
      summary: 'So far.',
      submitted_at: null,
      ratings: [{ ...ratings[0], name: 'Safety' }],
    });
    expect(expectStatus(await theo.api.get(path), 200).body).toEqual(draft);
    expect((await panel(us, id)).scorecards).toEqual([]);
    expectStatus(await mira.api.get(path), 404);

    const incomplete = expectStatus(await theo.api.post(`${path}/submit`), 409);
    expect(incomplete.body.code).toBe('scorecard_incomplete');
    const card = await submitCard(theo, id, { ratings });
    expect(card).toMatchObject({ overall_rating: 'yes', submitted_at: expect.any(String) });
    expect(submitted).toMatchObject([{ interviewId: id, authorId: theo.userId }]);
    for (const again of [await saveCard(theo, id), await theo.api.post(`${path}/submit`)]) {
      expect(expectStatus(again, 409).body.code).toBe('scorecard_submitted');
    }
    // What it says outlives the attribute.
    expectStatus(await us.api.delete(`/jobs/${who.jobId}/scorecard-attributes/${safety.id}`), 204);
    expect((await panel(us, id)).scorecards).toMatchObject([{ ratings: [{ name: 'Safety' }] }]);
  });

  it('is submitted once, however often it is asked for at the same time', async () => {
    const id = await begun(await applicant(us));
    expectStatus(await saveCard(theo, id), 200);
    const times = Array.from({ length: 4 }, () =>
      theo.api.post(`/interviews/${id}/scorecard/submit`),
    );
    const answers = await Promise.all(times);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is written by those who take part in an interview that takes place', async () => {
    const who = await applicant(us);
    const id = await begun(who, [theo.userId]);
    expectStatus(await saveCard(us, id), 403);
    expectStatus(await us.api.post(`/interviews/${id}/scorecard/submit`), 403);
    expectStatus(await saveCard(mira, id), 404);
    expectStatus(await saveCard(them, id), 404);
    const later = await schedule(us.api, who, { attendees: [theo.userId] });
    expectStatus(await saveCard(theo, later.id), 200);
    const early = expectStatus(
      await theo.api.post(`/interviews/${later.id}/scorecard/submit`),
      409,
    );
    expect(early.body.code).toBe('interview_state');
    expectStatus(await us.api.post(`/interviews/${later.id}/cancel`, {}), 200);
    expectStatus(await saveCard(theo, later.id), 409);
    expectStatus(await us.api.post(`/interviews/${id}/no-show`), 200);
    expectStatus(await saveCard(theo, id), 409);
  });

  it('rates attributes of its job, each once, with one of five words', async () => {
    const who = await applicant(us);
    const { id: own } = await addAttribute(who.jobId, { name: 'SAP' });
    const { id: other } = await addAttribute(await createJob(us.api), { name: 'SAP' });
    const id = await begun(who);
    const rated = (attribute_id: unknown, rating = 'no'): object => ({ attribute_id, rating });
    for (const ratings of [
      [rated(other)],
      [rated(randomUUID())],
      [rated(own), rated(own.toUpperCase())],
      [rated(own, 'brilliant')],
      [rated(7)],
      null,
    ]) {
      expectStatus(await saveCard(theo, id, { ratings }), 422);
    }
    expectStatus(await saveCard(theo, id, { overall_rating: 'maybe' }), 422);
    expectStatus(await saveCard(theo, id, { ratings: [rated(own)] }), 200);
  });
});

describe('others’ scorecards', () => {
  it('are withheld from the panel until one’s own is submitted, counts and all', async () => {
    const who = await applicant(us);
    const safety = await addAttribute(who.jobId, { name: 'Safety' });
    const id = await begun(who);
    const ratings = [{ attribute_id: safety.id, rating: 'no' }];
    await submitCard(theo, id, { ratings, summary: 'Too careless.' });

    const withheld = await panel(mira, id);
    expect(withheld).toEqual({
      scorecards: [],
      summary: null,
      withheld: true,
      missing: [{ interview_id: id, user_id: mira.userId, full_name: 'Robin Example' }],
    });
    expectStatus(await saveCard(mira, id, { overall_rating: 'mixed' }), 200);
    expect(await panel(mira, id)).toEqual(withheld);
    // Neither does the kit tell.
    expect(JSON.stringify((await mira.api.get(`/interviews/${id}/kit`)).body)).not.toContain(
      'careless',
    );

    await submitCard(mira, id, { overall_rating: 'mixed', ratings });
    const seen = await panel(mira, id);
    expect(seen.scorecards.map(({ author_id }: Body) => author_id)).toEqual([
      theo.userId,
      mira.userId,
    ]);
    expect(seen).toMatchObject({
      withheld: false,
      missing: [],
      summary: {
        count: 2,
        overall: { definitely_not: 0, no: 0, mixed: 1, yes: 1, strong_yes: 0 },
        attributes: [{ attribute_id: safety.id, name: 'Safety', count: 2, ratings: { no: 2 } }],
      },
    });
  });

  it('are withheld from whoever meets the candidate in another round, also from administrators', async () => {
    const who = await applicant(us);
    const first = await begun(who, [theo.userId]);
    await submitCard(theo, first);
    const path = `/jobs/${who.jobId}/candidates/${who.resumeId}/scorecards`;
    expect(expectStatus(await us.api.get(path), 200).body).toMatchObject({
      withheld: false,
      scorecards: [{ author_id: theo.userId }],
    });
    const second = await begun(who, [us.userId]);
    expect((await us.api.get(path)).body).toMatchObject({ withheld: true, scorecards: [] });
    expect(await panel(us, first)).toMatchObject({ withheld: true, summary: null });
    await submitCard(us, second);
    expect((await us.api.get(path)).body.summary.count).toBe(2);
    expect((await panel(us, first)).scorecards).toHaveLength(1);
    // An interview that did not take place asks for nothing.
    const third = await begun(who, [us.userId]);
    expectStatus(await us.api.post(`/interviews/${third}/no-show`), 200);
    expect((await us.api.get(path)).body).toMatchObject({ withheld: false, missing: [] });
  });

  it('are for those who may see the interview, or manage the job', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const who = await applicant(us);
    const id = await begun(who, [theo.userId]);
    await submitCard(theo, id);
    const path = `/jobs/${who.jobId}/candidates/${who.resumeId}/scorecards`;
    for (const { api } of [manager, them]) {
      expectStatus(await api.get(path), 404);
      expectStatus(await api.get(`/interviews/${id}/scorecards`), 404);
    }
    expectStatus(await mira.api.get(`/interviews/${id}/scorecards`), 404);
    expectStatus(await theo.api.get(path), 403);
    const body = { hiring_manager_id: manager.userId };
    expectStatus(await us.api.patch(`/jobs/${who.jobId}`, body), 200);
    expect(expectStatus(await manager.api.get(path), 200).body.scorecards).toHaveLength(1);
  });
});

describe('the interview kit', () => {
  it('has the job, the person, questions and what to rate, and no score', async () => {
    const who = await applicant(us);
    const attribute = await addAttribute(who.jobId, { name: 'Safety' });
    const id = await begun(who);
    const kit = expectStatus(await theo.api.get(`/interviews/${id}/kit`), 200).body;
    expect(kit).toMatchObject({
      interview: { id, attendees: [{ user_id: expect.any(String) }, {}] },
      job: {
        job_id: who.jobId,
        title: 'Warehouse Operations Manager',
        skills_required: ['Inventory management', 'SAP', 'Kubernetes'],
      },
      candidate: { name: 'Jane O’Neil', missing_skills: expect.arrayContaining(['Kubernetes']) },
      questions_from: 'template',
      scorecard_attributes: [attribute],
      own_scorecard: 'none',
    });
    expect(kit.questions).toHaveLength(3);
    expect(kit.questions.join(' ')).toContain('Kubernetes');
    expect(JSON.stringify(kit)).not.toContain('score"');
    expectStatus(await saveCard(theo, id), 200);
    expect((await theo.api.get(`/interviews/${id}/kit`)).body.own_scorecard).toBe('draft');
  });

  it('takes the questions of the analysis when there is one', async () => {
    const who = await applicant(us);
    const id = await begun(who);
    const path = `/jobs/${who.jobId}/candidates/${who.resumeId}/analysis`;
    const { task_id } = expectStatus(await us.api.post(path), 202).body;
    let state = '';
    while (state !== 'completed') {
      state = (await us.api.get(`/tasks/${task_id}`)).body.state;
    }
    await app.database.execute(
      `UPDATE analyses SET wording = jsonb_set(wording, '{questions}', '["One?","Two?","Three?"]')
       WHERE match_id = (SELECT match_id FROM interviews WHERE id = $1)`,
      [id],
    );
    expect((await theo.api.get(`/interviews/${id}/kit`)).body).toMatchObject({
      questions_from: 'analysis',
      questions: ['One?', 'Two?', 'Three?'],
    });
  });

  it('comes with the resume, for those who take part', async () => {
    const id = await begun(await applicant(us), [theo.userId]);
    const file = expectStatus(await theo.api.get(`/interviews/${id}/resume`), 200);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.bytes.toString('utf8')).toContain('Jane O’Neil');
    for (const { api } of [mira, them]) {
      expectStatus(await api.get(`/interviews/${id}/resume`), 404);
      expectStatus(await api.get(`/interviews/${id}/kit`), 404);
    }
  });
});
