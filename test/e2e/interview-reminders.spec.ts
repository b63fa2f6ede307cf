import { InterviewReminders } from '../../src/modules/interviews/reminders/interview-reminders';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type Applicant, applicant, inDays, newPanel, schedule } from '../support/interviews';
import { finishedTasks } from '../support/waiting';

let app: TestApp;
let us: TestCompany;
let theo: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
});

beforeEach(async () => {
  ({ us, theo } = await newPanel(app));
});

afterAll(async () => {
  await app.stop();
});

const sweep = (): Promise<void> => app.app.get(InterviewReminders, { strict: false }).remindDue();

/** An interview that was arranged long ago and begins in so many hours; negative ones have passed. */
async function beginningIn(hours: number, who?: Applicant): Promise<string> {
  const { id } = await schedule(us.api, who ?? (await applicant(us)), {
    scheduled_at: inDays(60),
    attendees: [theo.userId],
  });
  await moveStart(id, hours);
  return id;
}

const moveStart = (id: string, hours: number): Promise<number> =>
  app.database.execute(
    `UPDATE interviews SET starts_at = now() + $2 * interval '1 hour', planned_at = now() - interval '60 days',
       ends_at = now() + $2 * interval '1 hour' + interval '1 hour'
     WHERE id = $1`,
    [id, hours],
  );

type Mail = ApiAnswer['body'];

/** Mail of a kind about an interview, whatever became of it. */
async function mails(interviewId: string, kind: string): Promise<readonly Mail[]> {
  await finishedTasks(us.api);
  return app.database.query<Mail>(
    `SELECT kind, state, error_code, user_id, subject, text FROM email_messages
     WHERE interview_id = $1 AND kind LIKE $2 ORDER BY created_at, kind, id`,
    [interviewId, kind],
  );
}

describe('reminders of an interview', () => {
  it('go to everybody who takes part a day before, once, however often one looks', async () => {
    const early = await beginningIn(25);
    const due = await beginningIn(23);
    const over = await beginningIn(-1);
    await sweep();
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(await mails(early, '%_reminder')).toEqual([]);
    expect(await mails(over, 'interview%_reminder')).toEqual([]);
    const sent = await mails(due, '%_reminder');
    expect(sent).toMatchObject([
      { kind: 'interview_reminder', state: 'sent' },
      { kind: 'interviewer_reminder', state: 'sent', user_id: theo.userId },
    ]);
    expect(sent[0].text).toContain('/api/v1/email/unsubscribe?token=');
  });

  it('are as many as the company wants, also for interviews that are planned already', async () => {
    const id = await beginningIn(5);
    const path = '/interview-settings';
    expect(expectStatus(await us.api.get(path), 200).body).toEqual({
      reminder_hours: [24],
      scorecard_reminder_hours: 24,
    });
    expectStatus(await us.api.patch(path, { reminder_hours: [] }), 200);
    await sweep();
    expect(await mails(id, '%_reminder')).toEqual([]);
    const saved = expectStatus(await us.api.patch(path, { reminder_hours: [48, 6, 1] }), 200).body;
    expect(saved).toEqual({ reminder_hours: [48, 6, 1], scorecard_reminder_hours: 24 });
    // Two are due at once, which is one mail each.
    await sweep();
    expect(await mails(id, '%_reminder')).toHaveLength(2);
    await sweep();
    expect(await mails(id, '%_reminder')).toHaveLength(2);
  });

  it('are set by administrators, within reason', async () => {
    const recruiter = await app.join(us, 'recruiter');
    expectStatus(await recruiter.api.get('/interview-settings'), 200);
    expectStatus(await recruiter.api.patch('/interview-settings', {}), 403);
    expectStatus(await theo.api.get('/interview-settings'), 403);
    for (const body of [
      { reminder_hours: [0] },
      { reminder_hours: [1, 2, 3, 4] },
      { reminder_hours: [5, 5] },
      { reminder_hours: null },
      { scorecard_reminder_hours: 999 },
    ]) {
      expectStatus(await us.api.patch('/interview-settings', body), 422);
    }
  });

  it('are not sent of what was cancelled, nor of a candidate who is out', async () => {
    const cancelled = await beginningIn(23);
    expectStatus(await us.api.post(`/interviews/${cancelled}/cancel`, {}), 200);
    const who = await applicant(us);
    const rejected = await beginningIn(23, who);
    const path = `/jobs/${who.jobId}/candidates/${who.resumeId}`;
    expectStatus(await us.api.patch(path, { status: 'rejected', reason: 'No.' }), 200);
    await sweep();
    expect(await mails(cancelled, '%_reminder')).toEqual([]);
    expect(await mails(rejected, '%_reminder')).toEqual([]);
  });

  it('that wait to be sent are taken back when the interview is cancelled or moved', async () => {
    for (const change of ['cancel', 'move'] as const) {
      const id = await beginningIn(23);
      await sweep();
      await finishedTasks(us.api);
      await app.database.execute(
        `UPDATE email_messages SET state = 'queued' WHERE interview_id = $1 AND kind LIKE '%_reminder'`,
        [id],
      );
      const answer =
        change === 'cancel'
          ? await us.api.post(`/interviews/${id}/cancel`, {})
          : await us.api.patch(`/interviews/${id}`, { scheduled_at: inDays(50) });
      expectStatus(answer, 200);
      expect(await mails(id, '%_reminder')).toMatchObject([
        { state: 'cancelled', error_code: 'interview_changed' },
        { state: 'cancelled', error_code: 'interview_changed' },
      ]);
    }
  });

  it('are planned anew for a new time', async () => {
    const id = await beginningIn(23);
    await sweep();
    expectStatus(await us.api.patch(`/interviews/${id}`, { scheduled_at: inDays(40) }), 200);
    await sweep();
    expect(await mails(id, '%_reminder')).toHaveLength(2);
    await moveStart(id, 22);
    await sweep();
    expect(await mails(id, '%_reminder')).toHaveLength(4);
  });

  it('are not sent when the invitation has only just gone out', async () => {
    const { id } = await schedule(us.api, await applicant(us), {
      scheduled_at: new Date(Date.now() + 3 * 3_600_000).toISOString(),
    });
    await sweep();
    expect(await mails(id, '%_reminder')).toEqual([]);
  });
});

describe('reminders of scorecards', () => {
  it('go once to those who owe one a day after the interview', async () => {
    const mira = await app.join(us, 'interviewer');
    const attendees = [theo.userId, mira.userId];
    const id = await beginningIn(-26);
    expectStatus(await us.api.patch(`/interviews/${id}`, { attendees }), 200);
    const recent = await beginningIn(-20);
    const old = await beginningIn(-24 * 10);
    const missed = await beginningIn(-26);
    expectStatus(await us.api.post(`/interviews/${missed}/no-show`), 200);
    const card = { overall_rating: 'yes', ratings: [] };
    expectStatus(await mira.api.send('PUT', `/interviews/${id}/scorecard`, card), 200);
    expectStatus(await mira.api.post(`/interviews/${id}/scorecard/submit`), 200);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await mails(id, 'scorecard_reminder')).toMatchObject([
      { state: 'sent', user_id: theo.userId, subject: expect.stringContaining('Your scorecard') },
    ]);
    for (const other of [recent, old, missed]) {
      expect(await mails(other, 'scorecard_reminder')).toEqual([]);
    }
  });

  it('are none when the company wants none', async () => {
    const settings = { scorecard_reminder_hours: null };
    expectStatus(await us.api.patch('/interview-settings', settings), 200);
    const id = await beginningIn(-30);
    await sweep();
    expect(await mails(id, 'scorecard_reminder')).toEqual([]);
  });
});
