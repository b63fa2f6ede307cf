import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

type Body = ApiAnswer['body'];

const NOBODY = randomUUID();

let app: TestApp;
let us: TestCompany;
let jobId: string;
let resumeId: string;
let candidateId: string;

const personFor = async (job: string): Promise<Body> => {
  const file = textResume({ email: `${randomUUID()}@example.com`, summary: randomUUID() });
  return expectStatus(await us.api.upload(file, { jobId: job }), 201).body.resume;
};

const path = (id = resumeId): string => `/jobs/${jobId}/candidates/${id}`;
const decide = (status: string, fields: object = {}): Promise<ApiAnswer> =>
  us.api.patch(path(), { status, ...fields });
const newStage = async (fields: object): Promise<string> =>
  expectStatus(await us.api.post(`/jobs/${jobId}/stages`, fields), 201).body.id;
const history = async (): Promise<Body> =>
  expectStatus(await us.api.get(`${path()}/history`), 200).body;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

beforeEach(async () => {
  jobId = await createJob(us.api);
  const resume = await personFor(jobId);
  resumeId = resume.id;
  candidateId = resume.candidate_id;
});

afterAll(async () => {
  await app.stop();
});

describe('a decision', () => {
  it('that is not legal is 409 and names what is', async () => {
    await decide('hired');
    const answer = await decide('rejected', { reason: 'No' });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'transition_not_allowed',
        from: 'hired',
        to: 'rejected',
        allowed: ['offered', 'withdrawn'],
      },
    });
    await expect(us.api.get(path())).resolves.toMatchObject({ body: { status: 'hired' } });
  });

  it('that takes somebody back needs a reason', async () => {
    await decide('rejected');
    const answer = await decide('reviewing');
    expect(answer).toMatchObject({ status: 422, body: { code: 'reason_required' } });
    expect(answer.body.errors[0].field).toBe('reason');
    expect(await decide('reviewing', { reason: 'Has the licence now' })).toMatchObject({
      status: 200,
      body: { status: 'reviewing' },
    });
  });

  it('moves nobody forward in a closed job, but lets people go', async () => {
    await decide('shortlisted');
    await us.api.patch(`/jobs/${jobId}`, { status: 'closed' });
    expect(await decide('offered')).toMatchObject({
      status: 409,
      body: { code: 'job_closed', allowed: ['pending', 'reviewing', 'rejected', 'withdrawn'] },
    });
    expect(await decide('rejected')).toMatchObject({ status: 200 });
    expect(await decide('reviewing', { reason: 'Sorry' })).toMatchObject({
      status: 409,
      body: { code: 'job_closed' },
    });
  });

  it('on many tells of each who may not go there, and stops nobody else', async () => {
    const other = await personFor(jobId);
    await decide('hired');
    const answer = await us.api.patch(`/jobs/${jobId}/candidates`, {
      resume_ids: [resumeId, other.id, NOBODY],
      status: 'rejected',
    });
    expect(answer.body).toEqual({
      results: [
        {
          resume_id: resumeId,
          outcome: 'not_allowed',
          from_status: 'hired',
          status: 'hired',
          code: 'transition_not_allowed',
        },
        { resume_id: other.id, outcome: 'changed', from_status: 'pending', status: 'rejected' },
        { resume_id: NOBODY, outcome: 'not_found', from_status: null, status: null },
      ],
      changed: 1,
      unchanged: 0,
      not_allowed: 1,
      not_found: 1,
    });
  });
});

describe('reasons to reject', () => {
  it('are named by a rejection, and kept by name when they are deleted', async () => {
    const made = await us.api.post('/rejection-reasons', { name: `Too far ${jobId}` });
    const { id, name } = expectStatus(made, 201).body;
    const renamed = await us.api.patch(`/rejection-reasons/${id}`, { name: `${name}!` });
    expect(renamed).toMatchObject({ status: 200, body: { name: `${name}!`, is_active: true } });
    await decide('rejected', { rejection_reason_id: id });
    expect(await us.api.delete(`/rejection-reasons/${id}`)).toMatchObject({ status: 204 });
    expect((await history()).data[0].rejection_reason).toEqual({ id, name: `${name}!` });
  });

  it('go with a rejection only, and only while they are in use', async () => {
    const { body } = await us.api.post('/rejection-reasons', { name: `Gone ${jobId}` });
    const twice = await us.api.post('/rejection-reasons', { name: `gone ${jobId}` });
    expect(twice).toMatchObject({ status: 409, body: { code: 'rejection_reason_taken' } });
    const fields = { rejection_reason_id: body.id };
    expect(await decide('reviewing', fields)).toMatchObject({ status: 422 });
    await us.api.patch(`/rejection-reasons/${body.id}`, { is_active: false });
    const refused = await decide('rejected', fields);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].field).toBe('rejection_reason_id');
    expect((await us.api.get('/rejection-reasons')).body).toContainEqual({
      id: body.id,
      name: `Gone ${jobId}`,
      is_active: false,
    });
  });
});

describe('stages', () => {
  it('are put in order, and give their status to who is moved there', async () => {
    const panel = await newStage({ name: 'Panel', status: 'interviewing' });
    const call = await newStage({ name: 'Call', status: 'interviewing', position: 0 });
    const listed = await us.api.get(`/jobs/${jobId}/stages`);
    expect(listed.body.map(({ name }: Body) => name)).toEqual(['Call', 'Panel']);
    const ordered = await us.api.send('PUT', `/jobs/${jobId}/stages/order`, {
      stage_ids: [panel, call],
    });
    expect(ordered.body.map(({ position, name }: Body) => [position, name])).toEqual([
      [0, 'Panel'],
      [1, 'Call'],
    ]);
    const moved = await us.api.send('PUT', `${path()}/stage`, { stage_id: call });
    expect(moved).toMatchObject({
      status: 200,
      body: { status: 'interviewing', stage: { id: call, name: 'Call' } },
    });
    await us.api.send('PUT', `${path()}/stage`, { stage_id: panel });
    const filtered = await us.api.get(`/jobs/${jobId}/candidates?stage_id=${panel}`);
    expect(filtered.body.data.map((row: Body) => row.resume_id)).toEqual([resumeId]);
    expect(await decide('offered')).toMatchObject({ body: { status: 'offered', stage: null } });
    const steps = (await history()).data.map((step: Body) => [
      step.from_status,
      step.to_status,
      step.from_stage?.name ?? null,
      step.to_stage?.name ?? null,
      step.changed_by.id,
    ]);
    expect(steps).toEqual([
      ['pending', 'interviewing', null, 'Call', us.userId],
      ['interviewing', 'interviewing', 'Call', 'Panel', us.userId],
      ['interviewing', 'offered', 'Panel', null, us.userId],
    ]);
  });

  it('take many at once, and let go of them when they are deleted', async () => {
    const other = await personFor(jobId);
    const stage = await newStage({ name: 'Call', status: 'interviewing' });
    const moved = await us.api.send('PUT', `/jobs/${jobId}/candidates/stage`, {
      resume_ids: [resumeId, other.id],
      stage_id: stage,
    });
    expect(moved).toMatchObject({ status: 200, body: { changed: 2 } });
    const change = { status: 'offered' };
    const inUse = await us.api.patch(`/jobs/${jobId}/stages/${stage}`, change);
    expect(inUse).toMatchObject({ status: 409, body: { code: 'stage_in_use', candidates: 2 } });
    expect(await us.api.delete(`/jobs/${jobId}/stages/${stage}`)).toMatchObject({ status: 204 });
    expect((await us.api.get(path())).body).toMatchObject({ status: 'interviewing', stage: null });
    expect((await history()).data[0].to_stage).toEqual({ id: stage, name: 'Call' });
  });

  it('have names of their own in a job, and belong to no other', async () => {
    const stage = await newStage({ name: 'Call', status: 'interviewing' });
    const twice = await us.api.post(`/jobs/${jobId}/stages`, { name: 'CALL', status: 'offered' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'stage_name_taken' } });
    const otherJob = await createJob(us.api);
    const answer = await us.api.delete(`/jobs/${otherJob}/stages/${stage}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'stage_not_found' } });
    const order = { stage_ids: [stage, NOBODY] };
    const wrong = await us.api.send('PUT', `/jobs/${jobId}/stages/order`, order);
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'stage_ids' }] } });
    const ended = await us.api.post(`/jobs/${jobId}/stages`, { name: 'Out', status: 'rejected' });
    expect(ended.status).toBe(422);
  });
});

describe('a job’s team', () => {
  it.each(['hiring_manager', 'interviewer'] as const)(
    'lets a %s see the job and its candidates, until they leave it',
    async (role) => {
      const member = await app.join(us, role);
      const seat = `/jobs/${jobId}/team/${member.userId}`;
      const paths = [
        `/jobs/${jobId}`,
        `/jobs/${jobId}/candidates`,
        path(),
        `${path()}/history`,
        `/resumes/${resumeId}`,
        `/resumes/${resumeId}/file`,
      ];
      for (const one of paths) {
        await expect(member.api.get(one)).resolves.toMatchObject({ status: 404 });
      }
      const added = await us.api.send('PUT', seat, { role: 'interviewer' });
      expect(added).toMatchObject({ status: 200, body: { user_id: member.userId } });
      for (const one of [...paths, `/candidates/${candidateId}/notes`, `/jobs/${jobId}/activity`]) {
        await expect(member.api.get(one)).resolves.toMatchObject({ status: 200 });
      }
      expect((await member.api.get('/jobs')).body.data.map(({ id }: Body) => id)).toEqual([jobId]);
      const decided = await member.api.patch(path(), { status: 'reviewing' });
      expect(decided.status).toBe(role === 'interviewer' ? 403 : 200);
      expect((await us.api.get(`/jobs/${jobId}/team`)).body).toMatchObject([
        { user_id: member.userId, role: 'interviewer', added_by: us.userId },
      ]);
      expect(await us.api.delete(seat)).toMatchObject({ status: 204 });
      for (const one of paths) {
        await expect(member.api.get(one)).resolves.toMatchObject({ status: 404 });
      }
      await expect(us.api.delete(seat)).resolves.toMatchObject({
        body: { code: 'team_member_not_found' },
      });
    },
  );
});

describe('the resume of a candidate', () => {
  it('is read by the job’s team as by recruiters, and each reading is kept', async () => {
    const member = await app.join(us, 'interviewer');
    const seat = `/jobs/${jobId}/team/${member.userId}`;
    expectStatus(await us.api.send('PUT', seat, { role: 'interviewer' }), 200);
    const seen = expectStatus(await member.api.get(`/resumes/${resumeId}`), 200).body;
    expect(seen).toEqual((await us.api.get(`/resumes/${resumeId}`)).body);
    expectStatus(await member.api.get(`/resumes/${resumeId}/file`), 200);
    const reads = await app.database.query(
      `SELECT action, actor_id AS "by" FROM audit_events WHERE subject_id = $1 ORDER BY sequence`,
      [resumeId],
    );
    expect(reads).toEqual([
      { action: 'resume.read', by: member.userId },
      { action: 'resume.read', by: us.userId },
      { action: 'resume.file_read', by: member.userId },
    ]);
  });

  it('is read by the job’s manager, who reads no other, not even of the same person', async () => {
    const manager = await app.join(us, 'hiring_manager');
    await us.api.patch(`/jobs/${jobId}`, { hiring_manager_id: manager.userId });
    const elsewhere = await createJob(us.api);
    const file = textResume({
      email: (await us.api.get(`/resumes/${resumeId}`)).body.email,
      summary: randomUUID(),
    });
    const other = expectStatus(await us.api.upload(file, { jobId: elsewhere }), 201).body.resume;
    expect(other.candidate_id).toBe(candidateId);
    const stranger = await app.newCompany();
    for (const suffix of ['', '/file']) {
      expectStatus(await manager.api.get(`/resumes/${resumeId}${suffix}`), 200);
      for (const [api, id] of [
        [manager.api, other.id],
        [manager.api, NOBODY],
        [stranger.api, resumeId],
      ] as const) {
        const answer = await api.get(`/resumes/${id}${suffix}`);
        expect(answer).toMatchObject({ status: 404, body: { code: 'resume_not_found' } });
      }
    }
    expectStatus(await manager.api.get('/resumes'), 403);
    expectStatus(await manager.api.delete(`/resumes/${resumeId}`), 403);
  });
});

describe('an assignment', () => {
  it('goes to somebody who sees the job, and is found by it', async () => {
    const interviewer = await app.join(us, 'interviewer');
    const give = (user: string | null): Promise<ApiAnswer> =>
      us.api.send('PUT', `${path()}/assignee`, { user_id: user });
    const refused = await give(interviewer.userId);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'user_id' }] } });
    await us.api.send('PUT', `/jobs/${jobId}/team/${interviewer.userId}`, { role: 'interviewer' });
    expect(await give(interviewer.userId)).toMatchObject({
      status: 200,
      body: { assigned_to: interviewer.userId },
    });
    const mine = `/jobs/${jobId}/candidates?assigned_to=${interviewer.userId}`;
    expect((await interviewer.api.get(mine)).body.total).toBe(1);
    expect(await give(null)).toMatchObject({ body: { assigned_to: null } });
    expect((await us.api.get(mine)).body.total).toBe(0);
  });
});

describe('the candidates of somebody who leaves', () => {
  const assign = async (job: string, resume: string, userId: string): Promise<void> => {
    const assignee = `/jobs/${job}/candidates/${resume}/assignee`;
    expectStatus(await us.api.send('PUT', assignee, { user_id: userId }), 200);
  };
  const assigneeIn = async (job: string, resume: string): Promise<string | null> =>
    expectStatus(await us.api.get(`/jobs/${job}/candidates/${resume}`), 200).body.assigned_to;
  const assignments = async (job: string): Promise<Body[]> => {
    const feed = expectStatus(await us.api.get(`/jobs/${job}/activity`), 200).body.data;
    return feed
      .filter(({ kind }: Body) => kind === 'assigned')
      .map((event: Body) => [event.data, event.actor_id]);
  };
  const NOBODYS = { user_id: null, name: null };

  it('are nobody’s in the job whose team they leave, and stay theirs in others', async () => {
    const leaver = await app.join(us, 'interviewer');
    const other = await createJob(us.api);
    const { id: otherResume } = await personFor(other);
    const { id: colleagues } = await personFor(jobId);
    for (const job of [jobId, other]) {
      const seat = `/jobs/${job}/team/${leaver.userId}`;
      expectStatus(await us.api.send('PUT', seat, { role: 'interviewer' }), 200);
    }
    await assign(jobId, resumeId, leaver.userId);
    await assign(jobId, colleagues, us.userId);
    await assign(other, otherResume, leaver.userId);
    const part = { role: 'hiring_manager' };
    await us.api.send('PUT', `/jobs/${jobId}/team/${leaver.userId}`, part);
    expect(await assigneeIn(jobId, resumeId)).toBe(leaver.userId);
    expectStatus(await us.api.delete(`/jobs/${jobId}/team/${leaver.userId}`), 204);
    expect(await assigneeIn(jobId, resumeId)).toBeNull();
    expect(await assigneeIn(jobId, colleagues)).toBe(us.userId);
    expect(await assigneeIn(other, otherResume)).toBe(leaver.userId);
    expect((await assignments(jobId))[0]).toEqual([NOBODYS, us.userId]);
    expect(await assignments(jobId)).toHaveLength(3);
    const { data } = expectStatus(
      await us.api.get(`/candidates/${candidateId}/activity`),
      200,
    ).body;
    expect(data[0]).toMatchObject({ kind: 'assigned', data: NOBODYS });
  });

  it('are nobody’s in any job once they are deactivated, and stay so', async () => {
    const leaver = await app.join(us, 'recruiter');
    const other = await createJob(us.api);
    const { id: otherResume } = await personFor(other);
    await assign(jobId, resumeId, leaver.userId);
    await assign(other, otherResume, leaver.userId);
    const account = `/users/${leaver.userId}`;
    expectStatus(await us.api.patch(account, { full_name: 'Robin Elsewhere' }), 200);
    expect(await assigneeIn(jobId, resumeId)).toBe(leaver.userId);
    expectStatus(await us.api.patch(account, { is_active: false }), 200);
    expectStatus(await us.api.patch(account, { is_active: true }), 200);
    expect(await assigneeIn(jobId, resumeId)).toBeNull();
    expect(await assigneeIn(other, otherResume)).toBeNull();
    expect((await assignments(other))[0]).toEqual([NOBODYS, us.userId]);
  });

  it('are nobody’s in the jobs that they do not see in a lower role, and stay theirs in those of their teams', async () => {
    const lowered = await app.join(us, 'recruiter');
    const [managed, joined] = [await createJob(us.api), await createJob(us.api)];
    const [{ id: ofManaged }, { id: ofJoined }] = [
      await personFor(managed),
      await personFor(joined),
    ];
    const manager = { hiring_manager_id: lowered.userId };
    expectStatus(await us.api.patch(`/jobs/${managed}`, manager), 200);
    const seat = `/jobs/${joined}/team/${lowered.userId}`;
    expectStatus(await us.api.send('PUT', seat, { role: 'recruiter' }), 200);
    await assign(jobId, resumeId, lowered.userId);
    await assign(managed, ofManaged, lowered.userId);
    await assign(joined, ofJoined, lowered.userId);
    const account = `/users/${lowered.userId}`;
    expectStatus(await us.api.patch(account, { role: 'admin' }), 200);
    expect(await assigneeIn(jobId, resumeId)).toBe(lowered.userId);
    expectStatus(await us.api.patch(account, { role: 'interviewer' }), 200);
    expect(await assigneeIn(jobId, resumeId)).toBeNull();
    expect(await assigneeIn(managed, ofManaged)).toBe(lowered.userId);
    expect(await assigneeIn(joined, ofJoined)).toBe(lowered.userId);
    expect((await assignments(jobId))[0]).toEqual([NOBODYS, us.userId]);
    expect(await assignments(joined)).toHaveLength(1);
  });

  it('are nobody’s when another manages the job, unless they see it all the same', async () => {
    const before = await app.join(us, 'hiring_manager');
    const recruiter = await app.join(us, 'recruiter');
    const job = await createJob(us.api);
    const { id: resume } = await personFor(job);
    const manage = async (userId: string | null): Promise<void> => {
      expectStatus(await us.api.patch(`/jobs/${job}`, { hiring_manager_id: userId }), 200);
    };
    await manage(before.userId);
    await assign(job, resume, before.userId);
    await us.api.patch(`/jobs/${job}`, { location: 'Leeds' });
    expect(await assigneeIn(job, resume)).toBe(before.userId);
    await manage(recruiter.userId);
    expect(await assigneeIn(job, resume)).toBeNull();
    expect((await assignments(job))[0]).toEqual([NOBODYS, us.userId]);
    await assign(job, resume, recruiter.userId);
    await manage(null);
    expect(await assigneeIn(job, resume)).toBe(recruiter.userId);
  });

  it('are nobody’s when the role is lowered in the moment of an assignment', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => app.join(us, 'recruiter')));
    await Promise.all(
      people.flatMap(({ userId }) => [
        us.api.send('PUT', `${path()}/assignee`, { user_id: userId }),
        us.api.patch(`/users/${userId}`, { role: 'interviewer' }),
      ]),
    );
    expect(await assigneeIn(jobId, resumeId)).toBeNull();
  });

  it('are nobody’s when both happen in the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => app.join(us, 'recruiter')));
    await Promise.all(
      people.flatMap(({ userId }) => [
        us.api.send('PUT', `${path()}/assignee`, { user_id: userId }),
        us.api.patch(`/users/${userId}`, { is_active: false }),
      ]),
    );
    expect(await assigneeIn(jobId, resumeId)).toBeNull();
  });
});

describe('a job', () => {
  it('keeps its department, its recruiter and when it was opened and closed', async () => {
    const id = await createJob(us.api, { department: 'Logistics', recruiter_id: us.userId });
    expect((await us.api.get(`/jobs/${id}`)).body).toMatchObject({
      department: 'Logistics',
      recruiter_id: us.userId,
    });
    await us.api.patch(`/jobs/${id}`, { status: 'closed', department: null });
    await us.api.patch(`/jobs/${id}`, { title: 'Another title' });
    const rows = await app.database.query(
      `SELECT from_status AS "from", to_status AS "to", changed_by AS "by" FROM job_status_changes
       WHERE job_id = $1 ORDER BY created_at`,
      [id],
    );
    expect(rows).toEqual([
      { from: null, to: 'open', by: us.userId },
      { from: 'open', to: 'closed', by: us.userId },
    ]);
    const feed = await us.api.get(`/jobs/${id}/activity`);
    expect(feed.body.data.map(({ kind, data }: Body) => [kind, data])).toEqual([
      ['job_status_changed', { from: 'open', to: 'closed' }],
      ['job_status_changed', { from: null, to: 'open' }],
    ]);
  });
});
