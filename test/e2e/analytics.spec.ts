import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

type Body = ApiAnswer['body'];

const REPORTS = [
  'overview',
  'funnel',
  'time-in-stage',
  'time-to-hire',
  'time-to-fill',
  'sources',
  'skills',
  'pipeline',
  'interviewers',
];
/** In Berlin: the first moment of the first of March is 23:00 UTC of the day before. */
const MARCH = 'from=2026-03-01&to=2026-04-01&time_zone=Europe/Berlin';

let app: TestApp;
let us: TestCompany;
let manager: TestCompany;
let jobId: string;
let otherJobId: string;
let resumes: Body[];

const report = async (name: string, query = MARCH, { api } = us): Promise<Body> =>
  expectStatus(await api.get(`/analytics/${name}?${query}`), 200).body;

const decide = async (resume: Body, status: string, at: string): Promise<void> => {
  expectStatus(await us.api.patch(`/jobs/${jobId}/candidates/${resume.id}`, { status }), 200);
  await moveLast(resume, status, at);
};

/** Puts a decision at a time, since the API decides now. */
const moveLast = async (resume: Body, status: string, at: string): Promise<void> => {
  await app.database.execute(
    `WITH stay AS (SELECT s.record_id, s.position FROM application_stays s
       JOIN application_records r ON r.id = s.record_id JOIN match_results m ON m.id = r.match_id
       WHERE m.resume_id = $1 AND s.status = $2 ORDER BY position DESC LIMIT 1),
     before AS (UPDATE application_stays s SET left_at = $3, quarters = quarters_between(s.status_entered_at, $3)
       FROM stay WHERE s.record_id = stay.record_id AND s.position = stay.position - 1),
     since AS (UPDATE application_records r SET status_since = $3 FROM stay WHERE r.id = stay.record_id)
     UPDATE application_stays s SET entered_at = $3, status_entered_at = $3 FROM stay
     WHERE s.record_id = stay.record_id AND s.position = stay.position`,
    [resume.id, status, at],
  );
};

const begin = async (resume: Body, at: string): Promise<void> => {
  await app.database.execute(
    `WITH record AS (UPDATE application_records r SET started_at = $2, status_since = $2 FROM match_results m
       WHERE m.id = r.match_id AND m.resume_id = $1 RETURNING r.id)
     UPDATE application_stays s SET entered_at = $2, status_entered_at = $2 FROM record
     WHERE s.record_id = record.id AND s.position = 0`,
    [resume.id, at],
  );
};

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  manager = await app.join(us, 'hiring_manager');
  jobId = await createJob(us.api, { hiring_manager_id: manager.userId });
  otherJobId = await createJob(us.api, { title: 'Berth Planner', skills_required: ['SAP'] });
  await app.database.execute(
    `UPDATE job_descriptions SET created_at = '2026-02-01T00:00:00Z', department = 'Logistics' WHERE id = $1`,
    [jobId],
  );
  await app.database.execute(
    `UPDATE job_descriptions SET created_at = '2026-03-05T00:00:00Z' WHERE id = $1`,
    [otherJobId],
  );
  await app.database.execute('DELETE FROM job_status_changes WHERE company_id = $1', [
    us.companyId,
  ]);
  resumes = [];
  for (let n = 0; n < 5; n += 1) {
    const file = textResume({
      name: `Plain Person${'abcde'[n]}`,
      email: `p${n}@example.com`,
      phone: '',
    });
    const job = n === 4 ? otherJobId : jobId;
    resumes.push(expectStatus(await us.api.upload(file, { jobId: job }), 201).body.resume);
  }
  await begin(resumes[0], '2026-02-28T22:59:59.999Z');
  for (const resume of resumes.slice(1)) await begin(resume, '2026-02-28T23:00:00Z');
  await decide(resumes[0], 'reviewing', '2026-03-02T00:00:00Z');
  await decide(resumes[1], 'shortlisted', '2026-03-03T11:00:00Z');
  await decide(resumes[1], 'hired', '2026-03-10T23:00:00Z');
  await decide(resumes[2], 'reviewing', '2026-03-04T23:00:00Z');
  await decide(resumes[2], 'rejected', '2026-03-06T23:00:00Z');
});

afterAll(async () => {
  await app.stop();
});

describe('the figures', () => {
  it('are those of the days of the asked zone', async () => {
    const { data, ...frame } = await report('overview');
    expect(frame).toEqual({
      from: '2026-02-28T23:00:00.000Z',
      to: '2026-03-31T22:00:00.000Z',
      time_zone: 'Europe/Berlin',
      job_id: null,
      department: null,
      previous: null,
    });
    expect(data).toMatchObject({
      applications: 4,
      sourced: 0,
      shortlisted: 1,
      hired: 1,
      rejected: 1,
      withdrawn: 0,
      active: 3,
      open_jobs: 2,
      jobs_opened: 1,
      jobs_filled: 1,
      median_days_to_hire: 10,
      median_days_to_fill: 37.96,
    });
    const utc = await report('overview', 'from=2026-03-01&to=2026-04-01');
    expect(utc.data.applications).toBe(0);
  });

  it('can stand beside those of the period before', async () => {
    const { previous } = await report('overview', `${MARCH}&compare=previous`);
    expect(previous).toMatchObject({
      from: '2026-01-28T23:00:00.000Z',
      to: '2026-02-28T23:00:00.000Z',
      data: { applications: 1, active: 1, open_jobs: 1, jobs_opened: 1 },
    });
  });

  it('follow the applications of a period to the hire', async () => {
    const { data } = await report('funnel', `${MARCH}&job_id=${jobId}`);
    const step = (status: string): Body => data.find(({ stage }: Body) => stage === status);
    expect(data.map(({ reached }: Body) => reached)).toEqual([3, 2, 1, 1, 1, 1]);
    expect(step('reviewing')).toMatchObject({ share_of_all: 0.6667, rejected: 1, active: 0 });
    expect(step('pending').active).toBe(1);
  });

  it('say how long statuses lasted', async () => {
    const { data } = await report('time-in-stage', MARCH);
    const pending = data.find(({ stage }: Body) => stage === 'pending');
    // Of 1.04, 2.5 and 4 days.
    expect(pending).toMatchObject({ stays: 3, median_days: 2.5, p90_days: 4, now: 2 });
    expect(data.find(({ stage }: Body) => stage === 'reviewing')).toMatchObject({
      stays: 1,
      mean_days: 2,
      now: 1,
    });
  });

  it('compare sources', async () => {
    await app.database.execute(
      `UPDATE candidate_sources SET kind = 'referral' WHERE resume_id = $1`,
      [resumes[1].id],
    );
    const { data } = await report('sources');
    expect(data.find(({ source }: Body) => source === 'referral')).toMatchObject({
      applications: 1,
      advanced: 1,
      hired: 1,
      hired_share: 1,
    });
  });

  it('say which skills are in demand and which are missing', async () => {
    const { data } = await report('skills');
    const skill = (name: string): Body => data.find((row: Body) => row.skill === name);
    expect(skill('SAP').jobs).toBe(2);
    expect(skill('Kubernetes')).toMatchObject({ jobs: 1, missing: 3, missing_share: 1 });
    expect(data[0].skill).toBe('SAP');
    expect((await report('skills', `${MARCH}&limit=1`)).data).toHaveLength(1);
  });

  it('show the pipeline by job and by recruiter', async () => {
    const { data: jobs } = await report('pipeline');
    expect(jobs.map(({ id, active, hired }: Body) => [id, active, hired])).toEqual([
      [jobId, 2, 1],
      [otherJobId, 1, 0],
    ]);
    await app.database.execute(`UPDATE job_descriptions SET recruiter_id = $2 WHERE id = $1`, [
      otherJobId,
      us.userId,
    ]);
    const { data: recruiters } = await report('pipeline', `${MARCH}&by=recruiter`);
    expect(recruiters.map(({ id, active, hired }: Body) => [id, active, hired])).toEqual([
      [null, 2, 1],
      [us.userId, 1, 0],
    ]);
  });

  it('can be of one department', async () => {
    const { data } = await report('overview', `${MARCH}&department=logistics`);
    expect(data).toMatchObject({ applications: 3, open_jobs: 1 });
    const none = await report('overview', `${MARCH}&department=nowhere`);
    expect(none.data).toMatchObject({ applications: 0, open_jobs: 0 });
  });

  it('list the applications behind them, without the person', async () => {
    const path = `/analytics/applications?${MARCH}&limit=2`;
    const { body: first } = await us.api.get(path);
    const { body: second } = await us.api.get(`${path}&cursor=${first.next_cursor}`);
    expect([first.total, first.data.length, second.data.length]).toEqual([4, 2, 2]);
    const hired = [...first.data, ...second.data].find(({ status }: Body) => status === 'hired');
    expect(hired).toMatchObject({
      job_title: 'Warehouse Operations Manager',
      source: 'referral',
      shortlisted_at: '2026-03-03T11:00:00.000Z',
      hired_at: '2026-03-10T23:00:00.000Z',
      reviewing_at: null,
    });
    expect(JSON.stringify([first, second])).not.toMatch(/Plain Person|@example/);
  });
});

describe('interviewers', () => {
  let interviewer: TestCompany;
  let second: TestCompany;
  const interview = async (
    resume: Body,
    status: string,
    people: readonly string[],
  ): Promise<string> => {
    const id = randomUUID();
    await app.database.query(
      `INSERT INTO interviews (id, company_id, match_id, interview_type, status, starts_at, ends_at, time_zone, ical_uid)
       SELECT $1::uuid, company_id, id, 'video', $2, '2026-03-08T09:00Z', '2026-03-08T10:30Z', 'UTC', $1::uuid::text
       FROM match_results WHERE resume_id = $3`,
      [id, status, resume.id],
    );
    await app.database.query(
      `INSERT INTO interview_attendees (interview_id, company_id, user_id) SELECT $1, $2, unnest($3::uuid[])`,
      [id, us.companyId, people],
    );
    return id;
  };
  const rate = async (interviewId: string, author: string, rating: string): Promise<void> => {
    await app.database.query(
      `INSERT INTO scorecards (id, company_id, match_id, interview_id, author_id, overall_rating, submitted_at)
       SELECT gen_random_uuid(), company_id, match_id, id, $2, $3, '2026-03-08T11:00Z' FROM interviews WHERE id = $1`,
      [interviewId, author, rating],
    );
  };
  const rows = async (query = MARCH, who = us): Promise<Body[]> =>
    (await report('interviewers', query, who)).data;
  const figures = (row: Body): unknown[] => [
    row.user_id,
    row.interviews,
    row.completed,
    row.hours,
    row.scorecards_missing,
    row.mean_rating,
    row.mean_difference,
  ];

  beforeAll(async () => {
    interviewer = await app.join(us, 'interviewer');
    second = await app.join(us, 'interviewer');
    const both = [interviewer.userId, second.userId];
    const held = await interview(resumes[1], 'completed', both);
    await interview(resumes[2], 'completed', [interviewer.userId]);
    await interview(resumes[2], 'cancelled', both);
    await rate(held, interviewer.userId, 'strong_yes');
    await rate(held, second.userId, 'mixed');
  });

  const expected = (): unknown[][] => [
    [interviewer.userId, 2, 2, 3, 1, 5, 2],
    [second.userId, 1, 1, 1.5, 0, 3, -2],
  ];

  it('have their load, and how they rate beside others', async () => {
    expect((await rows()).map(figures)).toEqual(expected());
    expect((await report('overview')).data.interviews_held).toBe(2);
  });

  it('see themselves only', async () => {
    expect((await rows(MARCH, second)).map(figures)).toEqual([expected()[1]]);
  });

  it('keep their figures when a candidate is erased', async () => {
    const before = await Promise.all(
      ['overview', 'funnel', 'time-in-stage', 'time-to-hire', 'sources', 'skills'].map((name) =>
        report(name),
      ),
    );
    expectStatus(await us.api.delete(`/resumes/${resumes[1].id}`), 204);
    const after = await Promise.all(
      ['overview', 'funnel', 'time-in-stage', 'time-to-hire', 'sources', 'skills'].map((name) =>
        report(name),
      ),
    );
    expect(after).toEqual(before);
    expect((await rows()).map(figures)).toEqual(expected());
    const [left] = await app.database.query<{ text: string }>(
      `SELECT string_agg(r::text, ' ') AS text FROM application_records r WHERE match_id IS NULL`,
    );
    for (const id of [resumes[1].id, resumes[1].candidate_id]) {
      expect(left?.text).not.toContain(id);
    }
  });
});

describe('CSV', () => {
  it.each([...REPORTS, 'applications'])('%s can be had as a table, in both ways', async (name) => {
    const byFormat = expectStatus(await us.api.get(`/analytics/${name}?${MARCH}&format=csv`), 200);
    const byAccept = await us.api.send('GET', `/analytics/${name}?${MARCH}`, undefined, {
      accept: 'text/csv',
    });
    expect(byFormat.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(byFormat.headers.get('content-length')).toBeNull();
    expect(byAccept.body).toBe(byFormat.body);
    const [header = '', ...lines] = byFormat.body.trim().split('\r\n');
    expect(header.split(',').length).toBeGreaterThan(4);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('has the period before in further lines', async () => {
    const { body } = await us.api.get(`/analytics/overview?${MARCH}&compare=previous&format=csv`);
    const lines = body.trim().split('\r\n');
    expect(lines.map((line: string) => line.split(',')[0])).toEqual([
      'period',
      'current',
      'previous',
    ]);
  });

  it('has every application, not a page of them', async () => {
    const { body } = await us.api.get(`/analytics/applications?${MARCH}&format=csv&limit=1`);
    expect(body.trim().split('\r\n')).toHaveLength(1 + 4);
  });
});

describe('who may see what', () => {
  it('hiring managers see the figures of their jobs', async () => {
    const { data } = await report('overview', MARCH, manager);
    expect(data).toMatchObject({ applications: 3, open_jobs: 1 });
    const foreign = await manager.api.get(`/analytics/overview?job_id=${otherJobId}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'job_not_found']);
    const { data: jobs } = await report('pipeline', MARCH, manager);
    expect(jobs.map(({ id }: Body) => id)).toEqual([jobId]);
  });

  it('hiring managers see the jobs of their teams', async () => {
    const member = await app.join(us, 'hiring_manager');
    expect((await report('overview', MARCH, member)).data.applications).toBe(0);
    await app.database.query(
      `INSERT INTO job_team_members (job_id, company_id, user_id, role) VALUES ($1, $2, $3, 'hiring_manager')`,
      [otherJobId, us.companyId, member.userId],
    );
    expect((await report('overview', MARCH, member)).data.applications).toBe(1);
  });

  it('interviewers see none but their own load', async () => {
    const { api } = await app.join(us, 'interviewer');
    for (const name of REPORTS) {
      const { status } = await api.get(`/analytics/${name}`);
      expect([name, status]).toEqual([name, name === 'interviewers' ? 200 : 403]);
    }
  });

  it('other companies see nothing', async () => {
    const them = await app.newCompany();
    const { data } = await report('overview', MARCH, them);
    expect(Object.values(data).every((value) => value === 0 || value === null)).toBe(true);
    for (const name of [...REPORTS, 'applications']) {
      const { status } = await them.api.get(`/analytics/${name}?job_id=${jobId}`);
      expect([name, status]).toEqual([name, 404]);
    }
  });
});

it.each([
  ['from', 'from=yesterday'],
  ['from', 'from=2026-02-30'],
  ['from', 'from=0001-01-01'],
  ['from', 'from=2026-01-01T10:00:00'],
  ['to', 'from=2026-02-01&to=2026-01-01'],
  ['to', 'from=2026-02-01&to=2026-02-01'],
  ['time_zone', 'time_zone=Europe/Atlantis'],
  ['time_zone', 'time_zone=%2B02:00'],
  ['job_id', 'job_id=abc'],
  ['compare', 'compare=next'],
  ['format', 'format=xml'],
  ['team', 'team=x'],
])('a bad %s is refused (%#)', async (field, query) => {
  const { status, body } = await us.api.get(`/analytics/overview?${query}`);
  expect([status, body.code]).toEqual([422, 'validation_failed']);
  expect(body.errors.map((error: Body) => error.field)).toContain(field);
});
