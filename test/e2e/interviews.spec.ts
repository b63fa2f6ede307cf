import { randomUUID } from 'node:crypto';
import { InterviewScheduled } from '../../src/modules/interviews/interviews.events';
import { MatchesRepository } from '../../src/modules/matching/matches.repository';
import { EventBus } from '../../src/platform/events';
import { expectStatus, type TestApp, type TestCompany } from '../support/app';
import {
  type Applicant,
  applicant,
  inDays,
  interviewBody,
  moveIntoPast,
  schedule,
  startWithPanel,
} from '../support/interviews';
import { createJob } from '../support/jobs';

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

describe('POST /interviews', () => {
  it('arranges an interview and answers with the time in UTC and as the zone has it', async () => {
    const who = await applicant(us);
    const interview = await schedule(us.api, who, {
      scheduled_at: '2090-07-03T14:00:00',
      time_zone: 'Europe/Berlin',
      duration_minutes: 45,
      attendees: [theo.userId],
      location: 'Room 4',
      meeting_url: 'https://meet.example.com/abc',
      notes: 'Ask about SAP.',
    });
    expect(interview).toMatchObject({
      job_id: who.jobId,
      resume_id: who.resumeId,
      candidate_id: who.candidateId,
      candidate_name: 'Jane O’Neil',
      interview_type: 'video',
      status: 'scheduled',
      scheduled_at: '2090-07-03T12:00:00.000Z',
      ends_at: '2090-07-03T12:45:00.000Z',
      duration_minutes: 45,
      time_zone: 'Europe/Berlin',
      local_time: '2090-07-03T14:00:00+02:00',
      attendees: [{ user_id: theo.userId, full_name: 'Robin Example' }],
      created_by: us.userId,
    });
    const read = expectStatus(await us.api.get(`/interviews/${interview.id}`), 200).body;
    expect(read).toEqual(interview);
  });

  it('takes the least that a request says: an hour in UTC with nobody else', async () => {
    const interview = await schedule(us.api, await applicant(us));
    expect(interview).toMatchObject({ duration_minutes: 60, time_zone: 'UTC', attendees: [] });
  });

  it.each([
    ['2020-05-12T10:00:00Z', undefined, 'scheduled_at', 'must be in the future'],
    ['9999-12-31T23:59:59Z', undefined, 'scheduled_at', 'must be within the next hundred years'],
    ['2090-03-26T02:30', 'Europe/Berlin', 'scheduled_at', 'does not exist in Europe/Berlin'],
    ['2090-10-29T02:30', 'Europe/Berlin', 'scheduled_at', 'exists twice'],
    ['2090-05-12T10:00', undefined, 'scheduled_at', 'needs an offset'],
    ['2090-05-12T10:00', 'Europe/Atlantis', 'time_zone', 'IANA'],
    ['2090-02-30T10:00:00Z', undefined, 'scheduled_at', 'exist'],
    ['soon', undefined, 'scheduled_at', 'ISO 8601'],
  ])('refuses %s in %s', async (at, zone, field, message) => {
    const who = await applicant(us);
    const body = interviewBody(who, { scheduled_at: at, time_zone: zone });
    const answer = expectStatus(await us.api.post('/interviews', body), 422);
    expect(answer.body).toMatchObject({
      code: 'validation_failed',
      errors: [{ field, message: expect.stringContaining(message) }],
    });
  });

  it.each([
    { duration_minutes: 0 },
    { duration_minutes: 7.5 },
    { interview_type: 'chat' },
    { meeting_url: 'javascript:alert(1)' },
    { ends_at: '2090-01-01T00:00:00Z' },
    { attendees: ['nobody'] },
    { scheduled_at: null },
    { scheduled_at: undefined },
    { interview_type: undefined },
    { interview_type: null },
    { resume_id: undefined },
  ])('refuses %j', async (fields) => {
    const body = interviewBody(await applicant(us), fields);
    expectStatus(await us.api.post('/interviews', body), 422);
  });

  it('takes only active users of the company as attendees', async () => {
    const gone = await app.join(us, 'interviewer');
    expectStatus(await us.api.patch(`/users/${gone.userId}`, { is_active: false }), 200);
    const who = await applicant(us);
    for (const stranger of [them.userId, gone.userId, randomUUID()]) {
      const body = interviewBody(who, { attendees: [theo.userId, stranger] });
      const answer = expectStatus(await us.api.post('/interviews', body), 422);
      expect(answer.body.errors).toEqual([
        { field: 'attendees.1', message: 'must be an active user of your company' },
      ]);
    }
  });

  it('knows no candidates but those of the company’s jobs', async () => {
    const who = await applicant(us);
    const strange = await applicant(them);
    for (const other of [
      strange,
      { ...who, jobId: strange.jobId },
      { ...who, resumeId: strange.resumeId },
      { ...who, jobId: await createJob(us.api) },
    ]) {
      expectStatus(await us.api.post('/interviews', interviewBody(other)), 404);
    }
  });

  it.each([
    ['rejected', 'was rejected'],
    ['withdrawn', 'has withdrawn'],
    ['hired', 'is hired'],
  ])('is refused for a candidate who is %s, with the reason', async (status, reason) => {
    const who = await applicant(us);
    const path = `/jobs/${who.jobId}/candidates/${who.resumeId}`;
    await moveTo(path, status);
    const answer = expectStatus(await us.api.post('/interviews', interviewBody(who)), 409);
    expect(answer.body).toMatchObject({
      code: 'candidate_not_interviewable',
      candidate_status: status,
      detail: expect.stringContaining(reason),
    });
  });

  it('is refused for a closed job', async () => {
    const who = await applicant(us);
    expectStatus(await us.api.patch(`/jobs/${who.jobId}`, { status: 'closed' }), 200);
    const answer = expectStatus(await us.api.post('/interviews', interviewBody(who)), 409);
    expect(answer.body.code).toBe('job_closed');
  });

  it('moves the candidate to interviewing only when it is asked to, and never back', async () => {
    const statusOf = async ({ jobId, resumeId }: Applicant): Promise<string> =>
      (await us.api.get(`/jobs/${jobId}/candidates/${resumeId}`)).body.status;
    const who = await applicant(us);
    await schedule(us.api, who);
    expect(await statusOf(who)).toBe('pending');
    await schedule(us.api, who, { scheduled_at: inDays(31), move_to_interviewing: true });
    expect(await statusOf(who)).toBe('interviewing');
    await moveTo(`/jobs/${who.jobId}/candidates/${who.resumeId}`, 'offered');
    await schedule(us.api, who, { scheduled_at: inDays(32), move_to_interviewing: true });
    expect(await statusOf(who)).toBe('offered');
  });

  it('is for a hiring manager’s own jobs, and not for interviewers', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const who = await applicant(us);
    expectStatus(await manager.api.post('/interviews', interviewBody(who)), 404);
    expectStatus(
      await us.api.patch(`/jobs/${who.jobId}`, { hiring_manager_id: manager.userId }),
      200,
    );
    await schedule(manager.api, who);
    expectStatus(await theo.api.post('/interviews', interviewBody(who)), 403);
  });

  it('keeps nothing when somebody who listens fails', async () => {
    const who = await applicant(us);
    app.app.get(EventBus).on(InterviewScheduled, ({ resumeId }) => {
      if (resumeId === who.resumeId) {
        throw new Error('no');
      }
    });
    await us.api.post('/interviews', interviewBody(who)).catch(() => undefined);
    const list = await us.api.get(`/interviews?candidate_id=${who.candidateId}`);
    expect(list.body.total).toBe(0);
  });
});

/** Through the statuses that lie between. */
async function moveTo(path: string, status: string): Promise<void> {
  const way = ['reviewing', 'shortlisted', 'interviewing', 'offered', 'hired'];
  const steps = way.includes(status) ? way.slice(0, way.indexOf(status) + 1) : [status];
  for (const step of steps) {
    expectStatus(await us.api.patch(path, { status: step, reason: 'Because.' }), 200);
  }
}

describe('two interviews at once', () => {
  it('are refused for the candidate and for attendees, with whom and when', async () => {
    const who = await applicant(us);
    const first = await schedule(us.api, who, {
      scheduled_at: inDays(40, 9),
      attendees: [theo.userId, mira.userId],
    });
    const attendees = [mira.userId];
    const body = interviewBody(who, { scheduled_at: inDays(40, 9, 30), attendees });
    const answer = expectStatus(await us.api.post('/interviews', body), 409);
    const clash = {
      interview_id: first.id,
      starts_at: first.scheduled_at,
      ends_at: first.ends_at,
    };
    expect(answer.body).toMatchObject({
      code: 'interview_conflict',
      conflicts: [
        { ...clash, who: 'attendee', user_id: mira.userId, name: 'Robin Example' },
        { ...clash, who: 'candidate', user_id: null, name: 'Jane O’Neil' },
      ],
    });
    const other = interviewBody(await applicant(us), { scheduled_at: inDays(40, 9, 30) });
    await schedule(us.api, await applicant(us), other);
    expectStatus(await us.api.post('/interviews', { ...other, attendees }), 409);
    expectStatus(
      await us.api.post('/interviews?allow_conflict=true', { ...other, attendees }),
      201,
    );
    expectStatus(await us.api.post('/interviews?allow_conflict=perhaps', other), 422);
  });

  it('may follow each other, and an interview that is cancelled is in nobody’s way', async () => {
    const attendees = [theo.userId];
    const at = (hour: number): object => ({ scheduled_at: inDays(41, hour), attendees });
    await schedule(us.api, await applicant(us), at(9));
    await schedule(us.api, await applicant(us), at(11));
    const between = await schedule(us.api, await applicant(us), at(10));
    expectStatus(await us.api.post(`/interviews/${between.id}/cancel`, {}), 200);
    await schedule(us.api, await applicant(us), at(10));
  });

  it('are found for one person with two resumes, and for people who were merged', async () => {
    const who = await applicant(us);
    const again = await applicant(us, { email: who.email, name: 'Jane O’Neil' });
    expect(again.candidateId).toBe(who.candidateId);
    const other = await applicant(us);
    await schedule(us.api, who, { scheduled_at: inDays(42) });
    const body = interviewBody(again, { scheduled_at: inDays(42) });
    expectStatus(await us.api.post('/interviews', body), 409);
    const others = interviewBody(other, { scheduled_at: inDays(42) });
    expectStatus(await us.api.post('/interviews', others), 201);
    const merge = { candidate_id: other.candidateId };
    expectStatus(await us.api.post(`/candidates/${who.candidateId}/merges`, merge), 201);
    const list = await us.api.get(`/interviews?candidate_id=${who.candidateId}`);
    expect(list.body.total).toBe(2);
    const answer = expectStatus(await us.api.post('/interviews', others), 409);
    expect(answer.body.conflicts).toHaveLength(2);
  });

  it('that are asked for in the same moment come to exactly one', async () => {
    const attendees = [theo.userId, mira.userId];
    for (let round = 0; round < 5; round += 1) {
      const scheduled_at = inDays(50 + round);
      const people = [await applicant(us), await applicant(us), await applicant(us)];
      // The same attendees in another order each, and the same candidate twice.
      const bodies = [...people, people[0]!].map((who, n) =>
        interviewBody(who, {
          scheduled_at,
          attendees: n % 2 === 0 ? attendees : attendees.toReversed(),
        }),
      );
      const answers = await Promise.all(bodies.map((body) => us.api.post('/interviews', body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    }
  });

  it('that are moved to the same time in the same moment come to exactly one', async () => {
    const attendees = [theo.userId];
    const own = [await applicant(us), await applicant(us)];
    const both = await Promise.all(
      own.map((who, n) =>
        schedule(us.api, who, { attendees, scheduled_at: inDays(60, 8 + 2 * n) }),
      ),
    );
    const answers = await Promise.all(
      both.map(({ id }) => us.api.patch(`/interviews/${id}`, { scheduled_at: inDays(61) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('PATCH /interviews/{interview_id}', () => {
  it('changes what it names and leaves the rest', async () => {
    const who = await applicant(us);
    const before = await schedule(us.api, who, {
      scheduled_at: '2090-07-04T14:00',
      time_zone: 'Europe/Berlin',
      duration_minutes: 45,
      attendees: [theo.userId],
      location: 'Room 4',
      notes: 'Ask about SAP.',
    });
    const path = `/interviews/${before.id}`;
    const moved = expectStatus(
      // A local time of the zone that it has.
      await us.api.patch(path, { scheduled_at: '2090-12-04T09:00', location: null }),
      200,
    ).body;
    expect(moved).toMatchObject({
      scheduled_at: '2090-12-04T08:00:00.000Z',
      ends_at: '2090-12-04T08:45:00.000Z',
      local_time: '2090-12-04T09:00:00+01:00',
      location: null,
      notes: 'Ask about SAP.',
      attendees: before.attendees,
    });
    const elsewhere = expectStatus(
      await us.api.patch(path, { time_zone: 'Asia/Kathmandu', attendees: [mira.userId] }),
      200,
    ).body;
    expect(elsewhere).toMatchObject({
      scheduled_at: '2090-12-04T08:00:00.000Z',
      local_time: '2090-12-04T13:45:00+05:45',
      attendees: [{ user_id: mira.userId }],
    });
    expectStatus(await us.api.patch(path, {}), 200);
  });

  it('raises the sequence only for what calendars show', async () => {
    const { id } = await schedule(us.api, await applicant(us), { scheduled_at: inDays(62) });
    const sequence = async (changes: object): Promise<number> => {
      expectStatus(await us.api.patch(`/interviews/${id}`, changes), 200);
      const sql = 'SELECT ical_sequence AS sequence FROM interviews WHERE id = $1';
      return (await app.database.query<{ sequence: number }>(sql, [id]))[0]!.sequence;
    };
    expect(await sequence({ notes: 'Bring a pen.' })).toBe(0);
    expect(await sequence({ scheduled_at: inDays(62) })).toBe(0);
    expect(await sequence({ location: 'Room 5' })).toBe(1);
    expect(await sequence({ attendees: [mira.userId] })).toBe(2);
    expect(await sequence({ duration_minutes: 30 })).toBe(3);
  });

  it('refuses what a new interview would be refused for', async () => {
    const who = await applicant(us);
    const { id } = await schedule(us.api, who, { scheduled_at: inDays(63) });
    const path = `/interviews/${id}`;
    expectStatus(await us.api.patch(path, { scheduled_at: '2020-01-01T00:00:00Z' }), 422);
    expectStatus(await us.api.patch(path, { attendees: [them.userId] }), 422);
    expectStatus(await us.api.patch(path, { time_zone: 'Nowhere' }), 422);
    expectStatus(await us.api.patch(path, { interview_type: null }), 422);
    await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(64),
      attendees: [mira.userId],
    });
    const clash = { scheduled_at: inDays(64), attendees: [mira.userId] };
    expectStatus(await us.api.patch(path, clash), 409);
    expectStatus(await us.api.patch(`${path}?allow_conflict=true`, clash), 200);
    await moveTo(`/jobs/${who.jobId}/candidates/${who.resumeId}`, 'rejected');
    const answer = expectStatus(await us.api.patch(path, { scheduled_at: inDays(65) }), 409);
    expect(answer.body.code).toBe('candidate_not_interviewable');
  });

  it('is for those who manage the job', async () => {
    const manager = await app.join(us, 'hiring_manager');
    const { id } = await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(66),
      attendees: [manager.userId, theo.userId],
    });
    // They see it, since they take part.
    expectStatus(await manager.api.get(`/interviews/${id}`), 200);
    expectStatus(await manager.api.patch(`/interviews/${id}`, { notes: 'x' }), 403);
    expectStatus(await manager.api.post(`/interviews/${id}/cancel`, {}), 403);
    expectStatus(await theo.api.patch(`/interviews/${id}`, { notes: 'x' }), 403);
  });
});

describe('what becomes of an interview', () => {
  it('is said once it has begun, also by those who took part, and can be corrected', async () => {
    const { id } = await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(67),
      attendees: [theo.userId],
    });
    const early = expectStatus(await us.api.post(`/interviews/${id}/complete`), 409);
    expect(early.body).toMatchObject({ code: 'interview_state', interview_status: 'scheduled' });
    expectStatus(await us.api.post(`/interviews/${id}/no-show`), 409);
    await moveIntoPast(app, id);
    const missed = expectStatus(await theo.api.post(`/interviews/${id}/no-show`), 200);
    expect(missed.body.status).toBe('no_show');
    const held = expectStatus(await theo.api.post(`/interviews/${id}/complete`), 200);
    expect(held.body.status).toBe('completed');
    expectStatus(await us.api.post(`/interviews/${id}/cancel`, {}), 409);
    expectStatus(await us.api.patch(`/interviews/${id}`, { notes: 'x' }), 409);
    expectStatus(await mira.api.post(`/interviews/${id}/complete`), 404);
  });

  it('may be that it is cancelled, once and for all', async () => {
    const { id } = await schedule(us.api, await applicant(us), { scheduled_at: inDays(68) });
    const answer = await us.api.post(`/interviews/${id}/cancel`, { reason: 'The job is filled.' });
    expect(expectStatus(answer, 200).body).toMatchObject({
      status: 'cancelled',
      cancelled_reason: 'The job is filled.',
    });
    const again = expectStatus(await us.api.post(`/interviews/${id}/cancel`, {}), 409);
    expect(again.body).toMatchObject({ code: 'interview_state', interview_status: 'cancelled' });
    expectStatus(await us.api.patch(`/interviews/${id}`, { scheduled_at: inDays(69) }), 409);
    await moveIntoPast(app, id);
    expectStatus(await us.api.post(`/interviews/${id}/complete`), 409);
  });
});

describe('GET /interviews', () => {
  it('pages by start, filtered by job, candidate, attendee, status and time', async () => {
    const company = await app.newCompany();
    const ada = await app.join(company, 'interviewer');
    const who = await applicant(company);
    const other = await applicant(company);
    const ids: string[] = [];
    for (const [n, person] of [who, other, who, other, who].entries()) {
      const attendees = n < 2 ? [ada.userId] : [];
      const fields = { scheduled_at: inDays(10 - n), attendees };
      ids.unshift((await schedule(company.api, person, fields)).id);
    }
    const list = async (query: string): Promise<readonly string[]> => {
      const { body } = expectStatus(await company.api.get(`/interviews?${query}`), 200);
      expect(body.total).toBe(body.data.length);
      return body.data.map(({ id }: { id: string }) => id);
    };
    expect(await list('')).toEqual(ids);
    expect(await list(`job_id=${who.jobId}`)).toEqual([ids[0], ids[2], ids[4]]);
    expect(await list(`candidate_id=${other.candidateId}`)).toEqual([ids[1], ids[3]]);
    expect(await list(`attendee_id=${ada.userId}`)).toEqual([ids[3], ids[4]]);
    expect(await list(`from=${inDays(7)}&to=${inDays(9)}`)).toEqual([ids[1], ids[2]]);
    expectStatus(await company.api.post(`/interviews/${ids[2]}/cancel`, {}), 200);
    expect(await list('status=cancelled')).toEqual([ids[2]]);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await company.api.get(`/interviews?limit=2${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(ids);
    expectStatus(await company.api.get('/interviews?from=yesterday'), 422);
    expectStatus(await company.api.get('/interviews?status=planned'), 422);
  });

  it('shows interviewers those that they take part in, and hiring managers also those of their jobs', async () => {
    const company = await app.newCompany();
    const manager = await app.join(company, 'hiring_manager');
    const ada = await app.join(company, 'interviewer');
    const jobId = await createJob(company.api, { hiring_manager_id: manager.userId });
    const own = await schedule(company.api, await applicant(company, { jobId }));
    const adas = await schedule(company.api, await applicant(company), {
      attendees: [ada.userId],
    });
    const shared = await schedule(company.api, await applicant(company), {
      attendees: [manager.userId],
      scheduled_at: inDays(31),
    });
    const seenBy = async ({ api }: TestCompany): Promise<readonly string[]> =>
      (await api.get('/interviews')).body.data.map(({ id }: { id: string }) => id).sort();
    expect(await seenBy(ada)).toEqual([adas.id]);
    expect(await seenBy(manager)).toEqual([own.id, shared.id].sort());
    expect(await seenBy(company)).toHaveLength(3);
    expect(await seenBy(them)).toEqual([]);
    // Whoever is on a job's team sees its interviews as its manager does.
    const team = `/jobs/${adas.job_id}/team/${manager.userId}`;
    const member = { role: 'hiring_manager' };
    expectStatus(await company.api.send('PUT', team, member), 200);
    expect(await seenBy(manager)).toEqual([own.id, shared.id, adas.id].sort());
    expectStatus(await company.api.delete(team), 204);
    expectStatus(await ada.api.get(`/interviews/${own.id}`), 404);
    expectStatus(await manager.api.get(`/interviews/${adas.id}`), 404);
    expectStatus(await them.api.get(`/interviews/${own.id}`), 404);
  });
});

it('keeps a candidate with an interview when the pool is ranked again', async () => {
  const company = await app.newCompany();
  const jobId = await createJob(company.api);
  const { resumeId, candidateId } = await applicant(company);
  await app.database.execute(
    `INSERT INTO match_results (id, company_id, job_id, resume_id, source, similarity_score, match_score, explanation,
       key_strengths, matched_skills, missing_skills, additional_skills, status, job_version, engine_version,
       embedding_model, similarity_weight)
     SELECT gen_random_uuid(), company_id, $1, resume_id, 'matched', 0, 0, '', '{}', '{}', '{}', '{}', 'pending', 1,
       engine_version, embedding_model, similarity_weight
     FROM match_results WHERE resume_id = $2 ON CONFLICT DO NOTHING`,
    [jobId, resumeId],
  );
  const interview = await schedule(company.api, { jobId, resumeId, candidateId, email: '' });
  const matches = app.app.get(MatchesRepository, { strict: false });
  await app.database.transaction(() => matches.removeUndecided(company.companyId, jobId, []));
  expectStatus(await company.api.get(`/interviews/${interview.id}`), 200);
});

it('goes with the resume, without a trace', async () => {
  const who = await applicant(us);
  const { id } = await schedule(us.api, who, {
    scheduled_at: inDays(70),
    attendees: [theo.userId],
  });
  expectStatus(await us.api.delete(`/resumes/${who.resumeId}`), 204);
  expectStatus(await us.api.get(`/interviews/${id}`), 404);
  const rows = await app.database.query(
    'SELECT 1 FROM interview_attendees WHERE interview_id = $1',
    [id],
  );
  expect(rows).toEqual([]);
});

it('is told to webhooks, by ids alone', async () => {
  const events = ['scheduled', 'rescheduled', 'cancelled', 'completed', 'no_show'];
  const webhook = await us.api.post('/webhooks', {
    // Never reached: what is to be told is listed all the same.
    url: 'https://hooks.example.com/',
    events: events.map((event) => `interview.${event}`),
  });
  const { id: webhookId } = expectStatus(webhook, 201).body;
  const who = await applicant(us);
  const { id } = await schedule(us.api, who, { scheduled_at: inDays(71) });
  const path = `/interviews/${id}`;
  expectStatus(await us.api.patch(path, { scheduled_at: inDays(72), notes: 'Secret.' }), 200);
  expectStatus(await us.api.patch(path, { notes: 'Another.' }), 200);
  await moveIntoPast(app, id);
  expectStatus(await us.api.post(`${path}/no-show`), 200);
  expectStatus(await us.api.post(`${path}/complete`), 200);
  const other = await schedule(us.api, who, { scheduled_at: inDays(73) });
  expectStatus(await us.api.post(`/interviews/${other.id}/cancel`, {}), 200);
  const told = await app.database.query<{ type: string; body: string }>(
    'SELECT event_type AS type, body FROM webhook_deliveries WHERE webhook_id = $1 ORDER BY created_at',
    [webhookId],
  );
  expect(told.map(({ type }) => type)).toEqual([
    'interview.scheduled',
    'interview.rescheduled',
    'interview.no_show',
    'interview.completed',
    'interview.scheduled',
    'interview.cancelled',
  ]);
  expect(JSON.parse(told[0]!.body).data).toEqual({
    interview_id: id,
    job_id: who.jobId,
    resume_id: who.resumeId,
    candidate_id: who.candidateId,
    changed_by: us.userId,
  });
});
