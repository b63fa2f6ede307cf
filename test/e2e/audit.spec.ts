import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { schedule } from '../support/interviews';
import { createJob } from '../support/jobs';
import { finishedTask } from '../support/waiting';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
});

beforeEach(async () => {
  us = await app.newCompany('admin');
});

afterAll(async () => {
  await app.stop();
});

interface Applied {
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
}

async function apply(name = 'Robin Example'): Promise<Applied> {
  const jobId = await createJob(us.api);
  const file = textResume({ name, email: `${name.length}@example.com`, phone: '' });
  const { resume } = expectStatus(await us.api.upload(file, { jobId }), 201).body;
  return { jobId, resumeId: resume.id, candidateId: resume.candidate_id };
}

const decide = ({ jobId, resumeId }: Applied, status: string): Promise<unknown> =>
  us.api
    .patch(`/jobs/${jobId}/candidates/${resumeId}`, { status, reason: 'Robin was kind' })
    .then((answer) => expectStatus(answer, 200));

const events = async (query = ''): Promise<{ total: number; data: Record<string, unknown>[] }> =>
  expectStatus(await us.api.get(`/audit/events${query}`), 200).body;

const verify = async (): Promise<Record<string, unknown>> =>
  expectStatus(await us.api.get('/audit/verify'), 200).body;

/** As somebody with all rights on the database could. */
async function tamper(sql: string): Promise<void> {
  await app.database.query('ALTER TABLE audit_events DISABLE TRIGGER USER');
  await app.database.query(sql, [us.companyId]);
  await app.database.query('ALTER TABLE audit_events ENABLE TRIGGER USER');
}

describe('GET /audit/events', () => {
  it('tells of people taken out as a table or an archive, and not of jobs', async () => {
    await apply();
    expectStatus(await us.api.get('/exports/jobs'), 200);
    expectStatus(await us.api.get('/exports/candidates'), 200);
    const { export_id: id, task_id: taskId } = expectStatus(
      await us.api.post('/exports/company'),
      202,
    ).body;
    await finishedTask(us.api, taskId);
    expectStatus(await us.api.get(`/exports/company/${id}/file`), 200);
    const { data } = await events();
    const about = { action: 'people.exported', subject_id: us.companyId, actor_id: us.userId };
    expect(data).toMatchObject([
      { ...about, details: { form: 'archive', export_id: id } },
      { ...about, details: { form: 'table', export_id: null } },
    ]);
  });

  it('tells decisions, reads of originals, deletions and erasures, with who it was and without a name', async () => {
    const applied = await apply();
    const { jobId, resumeId, candidateId } = applied;
    await decide(applied, 'reviewing');
    expectStatus(await us.api.get(`/resumes/${resumeId}/file`), 200);
    expectStatus(await us.api.delete(`/resumes/${resumeId}`), 204);
    expectStatus(await us.api.delete(`/jobs/${jobId}`), 204);
    const { data, total } = await events();
    expect(total).toBe(5);
    expect(data.map(({ action, subject_id: id, actor_id: by }) => [action, id, by])).toEqual([
      ['job.deleted', jobId, us.userId],
      ['candidate.erased', candidateId, us.userId],
      ['resume.deleted', resumeId, us.userId],
      ['resume.file_read', resumeId, us.userId],
      ['application.decided', expect.any(String), us.userId],
    ]);
    expect(data.at(-1)).toMatchObject({
      sequence: 1,
      previous_hash: '',
      details: { job_id: jobId, from: 'pending', to: 'reviewing' },
    });
    expect(JSON.stringify(data)).not.toMatch(/Robin|kind|example\.com/);
  });

  it('tells who opened one person or resume, and nothing of lists, of what is missing and of others’', async () => {
    const { jobId, resumeId, candidateId } = await apply();
    const { api, userId } = await app.join(us, 'recruiter');
    for (const list of ['/candidates', '/resumes', `/jobs/${jobId}/candidates`]) {
      expectStatus(await api.get(list), 200);
    }
    expectStatus(await api.get(`/jobs/${jobId}/candidates/${resumeId}`), 200);
    const other = await app.newCompany('admin');
    expectStatus(await other.api.get(`/candidates/${candidateId}`), 404);
    expectStatus(await other.api.get(`/resumes/${resumeId}`), 404);
    expect((await events()).total).toBe(0);
    expectStatus(await api.get(`/candidates/${candidateId}`), 200);
    expect(expectStatus(await api.get(`/resumes/${resumeId}`), 200).body.content).toMatch(/Robin/);
    const { data } = await events();
    const read = { actor_id: userId, subject_type: 'resume', subject_id: resumeId };
    expect(data).toMatchObject([
      { ...read, action: 'resume.read', details: { candidate_id: candidateId } },
      { action: 'candidate.read', actor_id: userId, subject_id: candidateId, details: {} },
    ]);
    expect(JSON.stringify(data)).not.toMatch(/Robin|example\.com/);
  });

  it('tells who of a team or an interview read an original, and of nobody who was refused', async () => {
    const applied = await apply();
    const member = await app.join(us, 'hiring_manager');
    const interviewer = await app.join(us, 'interviewer');
    const { id } = await schedule(
      us.api,
      { ...applied, email: '' },
      { attendees: [interviewer.userId] },
    );
    expectStatus(await member.api.get(`/resumes/${applied.resumeId}/file`), 404);
    expectStatus(await member.api.get(`/interviews/${id}/resume`), 404);
    const seat = `/jobs/${applied.jobId}/team/${member.userId}`;
    expectStatus(await us.api.send('PUT', seat, { role: 'hiring_manager' }), 200);
    expectStatus(await member.api.get(`/resumes/${applied.resumeId}/file`), 200);
    expectStatus(await interviewer.api.get(`/interviews/${id}/resume`), 200);
    const { data } = await events('?action=resume.file_read');
    expect(data.map(({ actor_id: by, subject_id: what }) => [by, what])).toEqual([
      [interviewer.userId, applied.resumeId],
      [member.userId, applied.resumeId],
    ]);
  });

  it('finds those of a kind, of a person and about a thing, page by page', async () => {
    const applied = await apply();
    for (const status of ['reviewing', 'shortlisted', 'rejected']) {
      await decide(applied, status);
    }
    expectStatus(await us.api.get(`/resumes/${applied.resumeId}/file`), 200);
    expect((await events('?action=application.decided')).total).toBe(3);
    expect((await events(`?subject_id=${applied.resumeId}`)).total).toBe(1);
    expect((await events(`?actor_id=${us.userId}`)).total).toBe(4);
    expect((await events(`?actor_id=${applied.resumeId}`)).total).toBe(0);
    const first = await us.api.get('/audit/events?limit=3');
    const second = await us.api.get(`/audit/events?limit=3&cursor=${first.body.next_cursor}`);
    const sequences = [...first.body.data, ...second.body.data].map((one) => one.sequence);
    expect([sequences, second.body.next_cursor]).toEqual([[4, 3, 2, 1], null]);
    expectStatus(await us.api.get('/audit/events?action=unknown'), 422);
    expectStatus(await us.api.get('/audit/events?cursor=bm90'), 422);
  });

  it('is for administrators, and of their own company only', async () => {
    await decide(await apply(), 'reviewing');
    const other = await app.newCompany('admin');
    expect((await other.api.get('/audit/events')).body.total).toBe(0);
    for (const role of ['recruiter', 'hiring_manager', 'interviewer'] as const) {
      const { api } = await app.join(us, role);
      expectStatus(await api.get('/audit/events'), 403);
      expectStatus(await api.get('/audit/verify'), 403);
    }
    expectStatus(await app.anonymous.get('/audit/events'), 401);
  });

  it('has nothing of what was rolled back', async () => {
    const applied = await apply();
    const refused = await us.api.patch(`/jobs/${applied.jobId}/candidates/${applied.resumeId}`, {
      status: 'no such status',
    });
    expectStatus(refused, 422);
    expect((await events()).total).toBe(0);
  });
});

describe('the chain', () => {
  it('has no gap when many write at once, and one of its own for each company', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => apply(`Person ${'x'.repeat(n)}`)),
    );
    await Promise.all(all.map((one) => decide(one, 'reviewing')));
    await Promise.all(all.map(({ resumeId }) => us.api.get(`/resumes/${resumeId}/file`)));
    const { data } = await events('?limit=100');
    expect(data.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 16 }, (_, n) => 16 - n),
    );
    await expect(verify()).resolves.toEqual({
      is_intact: true,
      events: 16,
      broken_at: null,
      head_hash: data[0]?.['hash'],
    });
    const other = await app.newCompany('admin');
    expect((await other.api.get('/audit/verify')).body).toEqual({
      is_intact: true,
      events: 0,
      broken_at: null,
      head_hash: null,
    });
  });

  it.each([
    "UPDATE audit_events SET details = '{}' WHERE company_id = $1",
    'UPDATE audit_events SET actor_id = NULL WHERE company_id = $1',
    'DELETE FROM audit_events WHERE company_id = $1',
  ])('cannot be changed: %s', async (sql) => {
    await decide(await apply(), 'reviewing');
    await expect(app.database.query(sql, [us.companyId])).rejects.toThrow('kept as they are');
    await expect(app.database.query('TRUNCATE audit_events')).rejects.toThrow('kept as they are');
    expect((await events()).total).toBe(1);
  });

  it.each<[string, string, number]>([
    [
      'a changed event',
      `UPDATE audit_events SET details = details || '{"to": "hired"}' WHERE company_id = $1 AND sequence = 2`,
      2,
    ],
    [
      'another person',
      'UPDATE audit_events SET actor_id = id WHERE company_id = $1 AND sequence = 1',
      1,
    ],
    ['a missing event', 'DELETE FROM audit_events WHERE company_id = $1 AND sequence = 2', 3],
    ['a missing end', 'DELETE FROM audit_events WHERE company_id = $1 AND sequence = 3', 3],
    ['a missing beginning', 'DELETE FROM audit_events WHERE company_id = $1 AND sequence = 1', 2],
    ['nothing left', 'DELETE FROM audit_events WHERE company_id = $1', 1],
  ])('shows %s, made behind its back', async (_what, sql, brokenAt) => {
    const applied = await apply();
    for (const status of ['reviewing', 'shortlisted', 'rejected']) {
      await decide(applied, status);
    }
    await expect(verify()).resolves.toMatchObject({ is_intact: true, events: 3 });
    await tamper(sql);
    await expect(verify()).resolves.toMatchObject({ is_intact: false, broken_at: brokenAt });
  });

  it('goes with its company', async () => {
    await decide(await apply(), 'reviewing');
    await app.database.query('DELETE FROM companies WHERE id = $1', [us.companyId]);
    const [left] = await app.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM audit_events WHERE company_id = $1',
      [us.companyId],
    );
    expect(left?.count).toBe(0);
  });
});
