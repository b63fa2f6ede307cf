import { randomUUID } from 'node:crypto';
import { expectStatus, type TestApp, type TestCompany } from '../support/app';
import { CalendarInbox } from '../support/calendar-inbox';
import { textResume } from '../support/documents';
import {
  type Applicant,
  applicant,
  inDays,
  moveIntoPast,
  schedule,
  startWithPanel,
} from '../support/interviews';
import { createJob } from '../support/jobs';
import { SmtpServer } from '../support/smtp-server';
import { finishedTasks } from '../support/waiting';

let smtp: SmtpServer;
let app: TestApp;
let us: TestCompany;
let theo: TestCompany;
let mira: TestCompany;
let inbox: CalendarInbox;
let days = 20;

beforeAll(async () => {
  smtp = await SmtpServer.start();
  ({ app, us, theo, mira } = await startWithPanel({
    variables: { SMTP_URL: smtp.url, MAIL_FROM: 'jobs@mail.example' },
  }));
  inbox = new CalendarInbox(smtp, us);
});

afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

/** With theo and mira on the panel; everybody has got the invitation. */
async function planned(who: Applicant): Promise<string> {
  days += 1;
  const { id } = await schedule(us.api, who, {
    scheduled_at: inDays(days),
    attendees: [theo.userId, mira.userId],
    notes: 'Ask Ada about SAP.',
  });
  for (const address of [who.email, theo.email, mira.email]) {
    expect((await inbox.oneTo(address)).calendar.events).toMatchObject([{ sequence: 0 }]);
  }
  return id;
}

const cancelled = (id: string): object => ({
  method: 'CANCEL',
  events: [{ uid: `${id}@mail.example`, sequence: 1, status: 'CANCELLED' }],
});

/** Another resume of the same person, for another job. */
async function anotherResumeOf(who: Applicant): Promise<void> {
  const file = textResume({
    name: 'Ada Calloway',
    email: who.email,
    phone: '',
    summary: randomUUID(),
  });
  const jobId = await createJob(us.api);
  const { resume } = expectStatus(await us.api.upload(file, { jobId }), 201).body;
  expect(resume.candidate_id).toBe(who.candidateId);
}

const newApplicant = (): Promise<Applicant> => applicant(us, { name: 'Ada Calloway' });

it('takes the interviews of a deleted job out of everybody’s calendar', async () => {
  const who = await newApplicant();
  const id = await planned(who);
  expectStatus(await us.api.delete(`/jobs/${who.jobId}`), 204);
  for (const address of [who.email, theo.email, mira.email]) {
    expect((await inbox.oneTo(address)).calendar).toMatchObject(cancelled(id));
  }
  expectStatus(await us.api.get(`/interviews/${id}`), 404);
  expectStatus(await us.api.get(`/resumes/${who.resumeId}`), 200);
});

it('tells an erased person nothing, and attendees without a word about the person', async () => {
  const who = await newApplicant();
  const id = await planned(who);
  expectStatus(await us.api.delete(`/resumes/${who.resumeId}`), 204);
  for (const address of [theo.email, mira.email]) {
    const { mail, calendar } = await inbox.oneTo(address);
    expect(calendar).toMatchObject(cancelled(id));
    expect(mail.headers['subject']).toContain('a candidate for Warehouse Operations Manager');
    expect(JSON.stringify(mail)).not.toMatch(new RegExp(`Ada|Calloway|${who.email}`));
  }
  expect(await inbox.newTo(who.email)).toEqual([]);
  const kept = await app.database.query(
    `SELECT state, subject, text, to_address FROM email_messages WHERE interview_id = $1 AND kind = 'interview_cancelled'`,
    [id],
  );
  expect(kept).toEqual([{ state: 'cancelled', subject: '', text: '', to_address: null }]);
  const told = await app.database.query<{ row: string }>(
    'SELECT m::text AS row FROM email_messages m WHERE interview_id = $1',
    [id],
  );
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`Ada|Calloway|${who.candidateId}`));
});

it('tells a person who stays that the interview of a deleted resume is off', async () => {
  const who = await newApplicant();
  const id = await planned(who);
  await anotherResumeOf(who);
  expectStatus(await us.api.delete(`/resumes/${who.resumeId}`), 204);
  for (const address of [who.email, theo.email, mira.email]) {
    expect((await inbox.oneTo(address)).calendar).toMatchObject(cancelled(id));
  }
});

it('tells nobody of what is over or was cancelled, nor of a deletion that does not happen', async () => {
  const who = await newApplicant();
  const over = await planned(who);
  await moveIntoPast(app, over);
  const off = await planned(who);
  expectStatus(await us.api.post(`/interviews/${off}/cancel`, {}), 200);
  for (const address of [who.email, theo.email, mira.email]) {
    await inbox.oneTo(address);
  }
  const stranger = await app.newCompany();
  expectStatus(await stranger.api.delete(`/jobs/${who.jobId}`), 404);
  expectStatus(await stranger.api.delete(`/resumes/${who.resumeId}`), 404);
  expectStatus(await us.api.delete(`/jobs/${who.jobId}`), 204);
  for (const address of [who.email, theo.email, mira.email]) {
    expect(await inbox.newTo(address)).toEqual([]);
  }
});

it('sends the cancellation of an interview whose job is deleted right after', async () => {
  const who = await newApplicant();
  const id = await planned(who);
  const cancelling = us.api.post(`/interviews/${id}/cancel`, {});
  expectStatus(await cancelling, 200);
  expectStatus(await us.api.delete(`/jobs/${who.jobId}`), 204);
  await finishedTasks(us.api);
  for (const address of [who.email, theo.email, mira.email]) {
    expect((await inbox.oneTo(address)).calendar).toMatchObject(cancelled(id));
  }
});

it('is told to webhooks as any cancellation', async () => {
  const webhook = await us.api.post('/webhooks', {
    url: 'https://hooks.example.com/',
    events: ['interview.cancelled'],
  });
  const { id: webhookId } = expectStatus(webhook, 201).body;
  const who = await newApplicant();
  const id = await planned(who);
  expectStatus(await us.api.delete(`/jobs/${who.jobId}`), 204);
  const told = await app.database.query<{ body: string }>(
    'SELECT body FROM webhook_deliveries WHERE webhook_id = $1',
    [webhookId],
  );
  expect(told.map(({ body }) => JSON.parse(body).data)).toEqual([
    {
      interview_id: id,
      job_id: who.jobId,
      resume_id: who.resumeId,
      candidate_id: who.candidateId,
      changed_by: us.userId,
    },
  ]);
});
