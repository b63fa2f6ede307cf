import { expectStatus, type TestApp, type TestCompany } from '../support/app';
import { applicant, schedule, startWithPanel } from '../support/interviews';

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let theo: TestCompany;
let mira: TestCompany;

beforeAll(async () => {
  ({ app, us, them, theo } = await startWithPanel());
  mira = await app.join(us, 'recruiter');
});

afterAll(async () => {
  await app.stop();
});

const hours = (weekday: number, from: string, to: string): object => ({ weekday, from, to });

const save = async (
  who: TestCompany,
  time_zone: string,
  weekly: readonly object[],
  by = who,
): Promise<unknown> =>
  expectStatus(
    await by.api.send('PUT', `/users/${who.userId}/working-hours`, { time_zone, weekly }),
    200,
  ).body;

const slots = async (body: object): Promise<readonly string[]> => {
  const answer = await us.api.post('/interviews/slots', body);
  return expectStatus(answer, 200).body.slots.map(
    ({ local_time }: { local_time: string }) => local_time,
  );
};

describe('working hours', () => {
  it('are assumed until somebody says theirs', async () => {
    const path = `/users/${theo.userId}/working-hours`;
    const assumed = expectStatus(await us.api.get(path), 200).body;
    expect(assumed).toMatchObject({ user_id: theo.userId, time_zone: 'UTC', updated_at: null });
    expect(assumed.weekly).toHaveLength(5);
    const weekly = [hours(2, '09:00', '12:00'), hours(2, '13:00', '24:00')];
    expect(await save(theo, 'Europe/Berlin', weekly)).toEqual({
      user_id: theo.userId,
      time_zone: 'Europe/Berlin',
      weekly,
      updated_at: expect.any(String),
    });
    expect(expectStatus(await mira.api.get(path), 200).body.weekly).toEqual(weekly);
  });

  it('are one’s own to say, or an administrator’s', async () => {
    const path = `/users/${theo.userId}/working-hours`;
    const body = { time_zone: 'UTC', weekly: [] };
    expectStatus(await mira.api.send('PUT', path, body), 403);
    await save(theo, 'UTC', [], us);
    expectStatus(await them.api.send('PUT', path, body), 404);
    expectStatus(await them.api.get(path), 404);
  });

  it.each([
    ['UTC', [hours(1, '17:00', '09:00')], 'weekly.0.to'],
    ['UTC', [hours(1, '09:00', '12:00'), hours(1, '11:00', '13:00')], 'weekly.1'],
    ['UTC', [hours(8, '09:00', '12:00')], 'weekly.0.weekday'],
    ['UTC', [hours(1, '9:00', '12:00')], 'weekly.0.from'],
    ['UTC', [hours(1, '24:00', '24:00')], 'weekly.0.from'],
    ['Mars/Olympus', [hours(1, '09:00', '12:00')], 'time_zone'],
  ])('of %s %j are refused', async (time_zone, weekly, field) => {
    const path = `/users/${theo.userId}/working-hours`;
    const answer = expectStatus(await theo.api.send('PUT', path, { time_zone, weekly }), 422);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });
});

describe('POST /interviews/slots', () => {
  // The Sunday 26 March 2090 has 23 hours in Berlin; New York changed two weeks before.
  const week = { from: '2090-03-24T00:00:00Z', to: '2090-03-28T00:00:00Z', step_minutes: 60 };

  it('proposes when all are at work, on each one’s own clock, over a change of the clocks', async () => {
    const weekly = [5, 1].map((weekday) => hours(weekday, '14:00', '18:00'));
    await save(theo, 'Europe/Berlin', weekly);
    await save(
      mira,
      'America/New_York',
      [5, 1].map((weekday) => hours(weekday, '09:00', '12:00')),
    );
    const attendees = [theo.userId, mira.userId];
    expect(await slots({ ...week, attendees, time_zone: 'Europe/Berlin' })).toEqual([
      // On Friday New York is 5 hours behind, on Monday 6 again.
      '2090-03-24T14:00:00+01:00',
      '2090-03-24T15:00:00+01:00',
      '2090-03-24T16:00:00+01:00',
      '2090-03-27T15:00:00+02:00',
      '2090-03-27T16:00:00+02:00',
      '2090-03-27T17:00:00+02:00',
    ]);
  });

  it('leaves out what attendees and the candidate have planned', async () => {
    await save(theo, 'UTC', [hours(1, '09:00', '13:00')]);
    const monday = { from: '2090-05-08T00:00:00Z', to: '2090-05-09T00:00:00Z', step_minutes: 60 };
    const who = await applicant(us);
    await schedule(us.api, who, { scheduled_at: '2090-05-08T09:30:00Z', duration_minutes: 30 });
    const taken = { scheduled_at: '2090-05-08T11:00:00Z', attendees: [theo.userId] };
    const { id } = await schedule(us.api, await applicant(us), taken);
    const search = { ...monday, attendees: [theo.userId] };
    const at = (hour: string): string => `2090-05-08T${hour}:00:00+00:00`;
    expect(await slots(search)).toEqual([at('09'), at('10'), at('12')]);
    const { job_id, resume_id } = { job_id: who.jobId, resume_id: who.resumeId };
    expect(await slots({ ...search, job_id, resume_id })).toEqual([at('10'), at('12')]);
    expect(await slots({ ...search, limit: 1 })).toEqual([at('09')]);
    const moving = { ...search, interview_id: id };
    expect(await slots(moving)).toEqual([at('09'), at('10'), at('11'), at('12')]);
    expectStatus(await them.api.post('/interviews/slots', { ...monday, interview_id: id }), 404);
    expectStatus(await us.api.post(`/interviews/${id}/cancel`, {}), 200);
    expect(await slots(search)).toEqual([at('09'), at('10'), at('11'), at('12')]);
  });

  it('takes the usual hours where nobody takes part, and proposes nothing that is over', async () => {
    const day = { from: '2090-05-08', to: '2090-05-10', duration_minutes: 480 };
    expect(await slots({ ...day, time_zone: 'Asia/Kathmandu' })).toEqual([
      '2090-05-08T09:00:00+05:45',
      '2090-05-09T09:00:00+05:45',
    ]);
    expect(await slots({ from: '2020-05-08', to: '2020-05-10' })).toEqual([]);
  });

  it.each([
    [{ to: '2090-03-24T00:00:00Z' }, 'to'],
    [{ to: '2091-03-24T00:00:00Z' }, 'to'],
    [{ from: 'monday' }, 'from'],
    [{ time_zone: 'Nowhere' }, 'time_zone'],
    [{ step_minutes: 7 }, 'step_minutes'],
    [{ resume_id: '0197a9a2-6f0e-7c41-9d1c-3f6f8f1f3c55' }, 'job_id'],
  ])('refuses %j', async (fields, field) => {
    const answer = expectStatus(
      await us.api.post('/interviews/slots', { ...week, ...fields }),
      422,
    );
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  it('knows nobody of another company', async () => {
    const answer = await us.api.post('/interviews/slots', { ...week, attendees: [them.userId] });
    expect(expectStatus(answer, 422).body.errors).toMatchObject([{ field: 'attendees.0' }]);
    const { jobId: job_id, resumeId: resume_id } = await applicant(them);
    expectStatus(await us.api.post('/interviews/slots', { ...week, job_id, resume_id }), 404);
    expectStatus(await theo.api.post('/interviews/slots', week), 403);
  });
});
