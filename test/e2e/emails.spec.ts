import { randomUUID } from 'node:crypto';
import { EmailQueue } from '../../src/modules/notifications/emails/email-queue';
import { EmailSender } from '../../src/modules/notifications/emails/email-sender';
import { MatchStatusChanged } from '../../src/modules/matching/matching.events';
import { EventBus } from '../../src/platform/events';
import { MailTransport } from '../../src/platform/mail';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { partOf, type ReadMail, readMail } from '../support/mail-reader';
import { SmtpServer } from '../support/smtp-server';
import { eventually, finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

interface Applicant {
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly email: string;
}

const TITLE = 'Pastry & Bread Chef';

let smtp: SmtpServer;
let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  smtp = await SmtpServer.start();
  app = await startTestApp({
    variables: {
      SMTP_URL: smtp.url,
      SMTP_TIMEOUT_SECONDS: '1',
      QUEUE_NOTIFICATIONS: 'attempts=2',
      BREAKER_RESET_SECONDS: '1',
      MAIL_FROM: 'jobs@mail.example',
      PUBLIC_URL: 'https://shortlist.example/',
    },
  });
  us = await app.newCompany('admin');
});

afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

/** Somebody new who applied for a new job. */
async function applicant(
  fields: { email?: string; company?: TestCompany } = {},
): Promise<Applicant> {
  const { api } = fields.company ?? us;
  const email = fields.email ?? `jane-${randomUUID()}@people.example`;
  const jobId = await createJob(api, { title: TITLE });
  const file = textResume({ name: 'Jane O’Neil', email, phone: '' });
  const { resume } = expectStatus(await api.upload(file, { jobId }), 201).body;
  return { jobId, resumeId: resume.id, candidateId: resume.candidate_id, email };
}

async function decide(who: Applicant, status: string, company = us): Promise<void> {
  const path = `/jobs/${who.jobId}/candidates/${who.resumeId}`;
  expectStatus(await company.api.patch(path, { status, reason: 'Weak on SAP' }), 200);
}

const emailsOf = async ({ candidateId }: Applicant, company = us): Promise<readonly Body[]> =>
  expectStatus(await company.api.get(`/emails?candidate_id=${candidateId}`), 200).body.data;

/** The only e-mail to this person, once it is in this state. */
function emailIn(state: string, who: Applicant): Promise<Body> {
  return eventually(async () => {
    const emails = await emailsOf(who);
    expect(emails.length).toBeLessThan(2);
    return emails[0]?.state === state ? emails[0] : null;
  });
}

const receivedBy = (address: string): readonly ReadMail[] =>
  smtp.received.filter(({ to }) => to.includes(address)).map(({ raw }) => readMail(raw));

/** Instead of waiting for the delay before the next attempt. */
const runNow = (taskId: string): Promise<true> =>
  eventually(async () => {
    const sql = `UPDATE tasks SET run_at = now() WHERE id = $1 AND state = 'retrying'`;
    return (await app.database.execute(sql, [taskId])) > 0 ? true : null;
  });

async function withSettings(settings: object, work: () => Promise<void>): Promise<void> {
  const before = expectStatus(await us.api.get('/email/settings'), 200).body;
  expectStatus(await us.api.patch('/email/settings', settings), 200);
  try {
    await work();
  } finally {
    expectStatus(await us.api.patch('/email/settings', before), 200);
  }
}

describe('a decision on a candidate', () => {
  it('reaches them as one e-mail with their status and none of the reasons', async () => {
    const who = await applicant();
    await decide(who, 'shortlisted');
    const email = await emailIn('sent', who);
    expect(email).toMatchObject({
      kind: 'application_shortlisted',
      to: who.email,
      subject: `Application Update: ${TITLE}`,
      attempts: 1,
      error: null,
      job_id: who.jobId,
      resume_id: who.resumeId,
    });
    await finishedTasks(us.api);
    const [mail, ...others] = receivedBy(who.email);
    expect(others).toEqual([]);
    expect(mail!.headers).toMatchObject({
      subject: `Application Update: ${TITLE}`,
      to: `Jane O’Neil <${who.email}>`,
      'message-id': `<${email.id}@mail.example>`,
      'auto-submitted': 'auto-generated',
    });
    expect(mail!.headers['from']).toMatch(/^"?Company .*"? <jobs@mail\.example>$/);
    expect(mail!.headers).not.toHaveProperty('list-unsubscribe');
    const text = partOf(mail!, 'text/plain');
    expect(text).toContain('Hello Jane O’Neil,');
    expect(text).toContain('Your application status has been updated to: shortlisted');
    const html = partOf(mail!, 'text/html');
    expect(html).toContain('<p>Hello Jane O’Neil,</p>');
    expect(html).toContain('Pastry &amp; Bread Chef');
    expect(text + html).not.toMatch(/SAP|score|0\.\d/i);
    const [task] = (await us.api.get('/tasks?limit=1')).body.data;
    expect(task.result).toEqual({ email_id: email.id, status: 'sent' });
    const detail = expectStatus(await us.api.get(`/emails/${email.id}`), 200).body;
    expect(detail.text.trim()).toBe(text.trim());
  });

  it('makes one e-mail however often it is told of and sent', async () => {
    const who = await applicant();
    const heard: MatchStatusChanged[] = [];
    const bus = app.app.get(EventBus);
    bus.on(MatchStatusChanged, (event) => void heard.push(event));
    await decide(who, 'offered');
    const { id } = await emailIn('sent', who);
    const again = heard.find(({ resumeId }) => resumeId === who.resumeId)!;
    await app.database.transaction(() => bus.publish(again));
    await expect(app.app.get(EmailSender).send(us.companyId, id)).resolves.toBe('sent');
    expect(await emailsOf(who)).toHaveLength(1);
    expect(receivedBy(who.email)).toHaveLength(1);
  });

  it('sends nothing when the change is rolled back', async () => {
    const who = await applicant();
    const event = new MatchStatusChanged({
      changeId: randomUUID(),
      companyId: us.companyId,
      matchId: randomUUID(),
      jobId: who.jobId,
      resumeId: who.resumeId,
      candidateId: who.candidateId,
      from: 'pending',
      to: 'hired',
      changedBy: us.userId,
    });
    const failing = app.database.transaction(async () => {
      await app.app.get(EventBus).publish(event);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await emailsOf(who)).toEqual([]);
  });

  it('is not mailed when the company does not mail that status, or when it is the first again', async () => {
    await withSettings({ mailed_statuses: ['hired'] }, async () => {
      const who = await applicant();
      await decide(who, 'reviewing');
      await decide(who, 'pending');
      expect(await emailsOf(who)).toEqual([]);
      await decide(who, 'hired');
      await emailIn('sent', who);
    });
  });
});

describe('what cannot be delivered', () => {
  it('is visible without an address, and goes out once there is one', async () => {
    const who = await applicant({ email: '' });
    await decide(who, 'reviewing');
    const email = await emailIn('no_address', who);
    expect(email).toMatchObject({ to: null, attempts: 0, task_id: null });
    const resend = `/emails/${email.id}/resend`;
    expect((await us.api.post(resend)).body.code).toBe('email_address_missing');
    const address = `late-${randomUUID()}@people.example`;
    await us.api.patch(`/candidates/${who.candidateId}`, { email: address });
    expect(expectStatus(await us.api.post(resend), 200).body.state).toBe('queued');
    expect((await emailIn('sent', who)).to).toBe(address);
    expect(receivedBy(address)).toHaveLength(1);
    expect((await us.api.post(resend)).body.code).toBe('email_not_resendable');
  });

  it('is visible as bounced when the server refuses the address for good, and is not tried again', async () => {
    const who = await applicant();
    smtp.behaviour = 'refuse';
    await decide(who, 'reviewing');
    const email = await emailIn('bounced', who);
    smtp.behaviour = 'accept';
    expect(email).toMatchObject({ attempts: 1, error: { code: 'smtp_550' } });
    expect(email.error.message).not.toContain(who.email);
    await us.api.post(`/emails/${email.id}/resend`);
    await emailIn('sent', who);
    expect(receivedBy(who.email)).toHaveLength(1);
  });

  it.each([
    ['defer', 'smtp_450'],
    ['busy', 'smtp_421'],
    ['hang', 'smtp_timeout'],
    ['cut', 'smtp_unreachable'],
  ] as const)('is tried again when the server does this: %s', async (behaviour, code) => {
    const who = await applicant();
    smtp.behaviour = behaviour;
    await decide(who, 'reviewing');
    const email = await eventually(async () => {
      const [found] = await emailsOf(who);
      return found?.attempts === 1 ? found : null;
    });
    smtp.behaviour = 'accept';
    expect(email).toMatchObject({ state: 'queued', error: { code } });
    const task = expectStatus(await us.api.get(`/tasks/${email.task_id}`), 200).body;
    expect(JSON.stringify(task)).not.toContain(who.email);
    await runNow(email.task_id);
    expect(await emailIn('sent', who)).toMatchObject({ attempts: 2, error: null });
    expect(receivedBy(who.email)).toHaveLength(1);
  });

  it('is failed after the last attempt, and can be sent again by hand', async () => {
    const who = await applicant();
    smtp.behaviour = 'defer';
    await decide(who, 'reviewing');
    const first = await eventually(async () => {
      const [found] = await emailsOf(who);
      return found?.attempts === 1 ? found : null;
    });
    await runNow(first.task_id);
    const failed = await emailIn('failed', who);
    smtp.behaviour = 'accept';
    expect(failed).toMatchObject({ attempts: 2, error: { code: 'smtp_450' } });
    expectStatus(await us.api.post(`/tasks/${failed.task_id}/retry`), 200);
    await emailIn('sent', who);
    expect(receivedBy(who.email)).toHaveLength(1);
  });

  it('waits without losing attempts while the breaker is open, which health tells', async () => {
    const transport = app.app.get(MailTransport);
    const mail = {
      id: randomUUID(),
      senderName: null,
      replyTo: null,
      to: { name: null, address: 'probe@people.example' },
      subject: 'Probe',
      text: 'Probe',
      html: 'Probe',
      unsubscribeUrl: null,
      attachments: [],
    };
    const health = async (): Promise<Body> => (await app.anonymous.get('/health')).body;
    smtp.behaviour = 'busy';
    const who = await applicant();
    await eventually(async () => {
      await transport.send(mail).catch(() => null);
      return (await health()).breakers.smtp === 'open' ? true : null;
    });
    expect(await health()).toMatchObject({ status: 'degraded', breakers: { storage: 'closed' } });
    await decide(who, 'reviewing');
    smtp.behaviour = 'accept';
    expect((await emailIn('sent', who)).attempts).toBe(1);
    expect(await health()).toMatchObject({ status: 'ok', breakers: { smtp: 'closed' } });
  });

  it('fails with its task and is cancelled with it', async () => {
    const who = await applicant();
    await withSettings({ grace_period_seconds: 3600 }, async () => {
      await decide(who, 'reviewing');
    });
    const email = await emailIn('queued', who);
    expectStatus(await us.api.post(`/tasks/${email.task_id}/cancel`), 200);
    expect((await emailIn('cancelled', who)).error.code).toBe('task_cancelled');
  });
});

describe('the grace period', () => {
  it('holds mail back until it has passed', async () => {
    await withSettings({ grace_period_seconds: 1 }, async () => {
      const who = await applicant();
      const decidedAt = Date.now();
      await decide(who, 'reviewing');
      const email = await emailIn('sent', who);
      expect(Date.parse(email.sent_at)).toBeGreaterThanOrEqual(Date.parse(email.send_after));
      expect(Date.parse(email.send_after)).toBeGreaterThan(decidedAt);
      expect(email.attempts).toBe(1);
    });
  });

  it('lets a decision be taken back unseen, and another replace it', async () => {
    await withSettings({ grace_period_seconds: 3600 }, async () => {
      const who = await applicant();
      await decide(who, 'reviewing');
      await decide(who, 'rejected');
      await decide(who, 'pending');
      const states = async (): Promise<readonly unknown[]> =>
        (await emailsOf(who)).map(({ kind, state, error }) => [kind, state, error?.code]);
      const takenBack = [
        ['application_rejected', 'cancelled', 'superseded'],
        ['application_reviewing', 'cancelled', 'superseded'],
      ];
      expect(await states()).toEqual(takenBack);
      await decide(who, 'shortlisted');
      expect(await states()).toEqual([
        ['application_shortlisted', 'queued', undefined],
        ...takenBack,
      ]);
      expect(receivedBy(who.email)).toEqual([]);
    });
  });
});

describe('PATCH /email/settings', () => {
  it.each([
    ['mailed_statuses', { mailed_statuses: ['pending'] }],
    ['mailed_statuses', { mailed_statuses: null }],
    ['grace_period_seconds', { grace_period_seconds: -1 }],
    ['grace_period_seconds', { grace_period_seconds: 0.5 }],
    ['reply_to', { reply_to: 'nobody' }],
    ['reply_to', { reply_to: 'a@b.example\r\nBcc: c@d.example' }],
    ['sender_name', { sender_name: '' }],
    ['from', { from: 'a@b.example' }],
  ])('refuses a bad %s (%#)', async (field, body) => {
    const answer = expectStatus(await us.api.patch('/email/settings', body), 422);
    expect(answer.body.errors.map((error: Body) => error.field)).toContain(field);
  });

  it('keeps what is not given, and cannot be used to add headers', async () => {
    const settings = {
      sender_name: 'Acme\r\nBcc: evil@people.example',
      reply_to: 'hr@acme.example',
    };
    await withSettings(settings, async () => {
      const { body } = await us.api.get('/email/settings');
      expect(body).toMatchObject({ ...settings, grace_period_seconds: 0 });
      const who = await applicant();
      await decide(who, 'reviewing');
      await emailIn('sent', who);
      const [mail] = receivedBy(who.email);
      expect(mail!.headers['from']).toBe('"Acme Bcc: evil@people.example" <jobs@mail.example>');
      expect(mail!.headers['reply-to']).toBe('hr@acme.example');
      expect(mail!.headers).not.toHaveProperty('bcc');
    });
  });
});

describe('templates', () => {
  const path = '/email/templates/application_hired';

  it('are the company’s own once it writes them, with values escaped in HTML', async () => {
    const template = {
      subject: 'Welcome{{#candidate_name}}, {{candidate_name}}{{/candidate_name}}!',
      text: '{{job_title}} at {{company_name}}',
      html: '<p title="{{candidate_name}}">{{job_title}}</p>',
    };
    const saved = expectStatus(await us.api.send('PUT', path, template), 200).body;
    expect(saved).toMatchObject({ ...template, is_default: false });
    const who = await applicant();
    await us.api.patch(`/candidates/${who.candidateId}`, { full_name: '"><b>Bob</b>' });
    await decide(who, 'hired');
    await emailIn('sent', who);
    const [mail] = receivedBy(who.email);
    expect(mail!.headers['subject']).toBe('Welcome, "><b>Bob</b>!');
    expect(partOf(mail!, 'text/html').trim()).toBe(
      '<p title="&quot;&gt;&lt;b&gt;Bob&lt;&#x2F;b&gt;">Pastry &amp; Bread Chef</p>',
    );
    const them = await app.newCompany('admin');
    expect((await them.api.get(path)).body.is_default).toBe(true);
    expectStatus(await us.api.send('DELETE', path), 204);
    const reset = expectStatus(await us.api.get(path), 200).body;
    expect(reset).toMatchObject({ is_default: true, updated_at: null });
    expect(reset.subject).toBe('Application Update: {{job_title}}');
  });

  it.each([
    ['subject', { subject: 'Pay: {{salary}}', text: 'x' }, /"salary".*candidate_name/],
    ['text', { subject: 'x', text: '{{#match_score}}!{{/match_score}}' }, /"match_score"/],
    ['text', { subject: 'x', text: 'a {{candidate_name' }, /Unclosed tag/],
    ['text', { subject: 'x', text: '{{#job_title}} a' }, /Unclosed section/],
    ['html', { subject: 'x', text: 'x', html: '{{{candidate_name}}}' }, /as it is/],
    ['html', { subject: 'x', text: 'x', html: '{{&candidate_name}}' }, /as it is/],
    ['html', { subject: 'x', text: 'x', html: '{{> secrets}}' }, /only/],
    ['text', { subject: 'x', text: '{{=<% %>=}}<% salary %>' }, /only/],
    ['text', { subject: 'x', text: '{{__proto__}} {{constructor}}' }, /"__proto__"/],
  ])('are refused with what is wrong in %s (%#)', async (field, template, message) => {
    for (const answer of [
      await us.api.send('PUT', path, template),
      await us.api.post(`${path}/preview`, template),
    ]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'email_template_invalid' } });
      expect(answer.body.errors[0]).toEqual({ field, message: expect.stringMatching(message) });
    }
    expect((await us.api.get(path)).body.is_default).toBe(true);
  });

  it('can be seen with sample data, each of them', async () => {
    const { data, total } = expectStatus(await us.api.get('/email/templates'), 200).body;
    expect(total).toBe(data.length);
    for (const { kind } of data) {
      const preview = expectStatus(await us.api.post(`/email/templates/${kind}/preview`, {}), 200);
      const { subject, text, html } = preview.body;
      const sample =
        kind === 'webhook_disabled' ? 'hooks.example.com' : 'Warehouse Operations Manager';
      expect(`${subject} ${text}`).toContain(sample);
      expect(`${subject} ${text} ${html}`).not.toMatch(/[{}]|undefined/);
      expect(html).toContain('<p>');
    }
    const changed = await us.api.post(`${path}/preview`, { subject: 'Hi {{candidate_name}}' });
    expect(changed.body.subject).toBe('Hi Jane Example');
    expect((await us.api.get('/email/templates/none')).body.code).toBe('email_template_not_found');
  });
});

describe('interview mail and reminders', () => {
  const variables = {
    candidate_name: 'Jane O’Neil',
    job_title: TITLE,
    company_name: 'Acme',
    interview_type: 'video interview',
    interview_date: 'Tuesday, 12 May 2026',
    interview_time: '14:00',
    time_zone: 'Europe/Berlin',
    duration_minutes: '45',
    location: '',
    interviewers: 'Theo Lindqvist',
  };

  it('carries a calendar entry to candidates and colleagues', async () => {
    const who = await applicant();
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    const contentType = 'text/calendar; method=REQUEST; charset=utf-8';
    const calendarMethod = 'REQUEST' as const;
    const attachments = [{ fileName: 'interview.ics', contentType, content, calendarMethod }];
    const shared = { companyId: us.companyId, cause: `interview:${randomUUID()}`, attachments };
    const queue = app.app.get(EmailQueue);
    await app.database.transaction(async () => {
      const to = { candidateId: who.candidateId };
      await queue.add({ ...shared, kind: 'interview_invitation', to, variables });
      const toUser = { userId: us.userId };
      const own = { ...variables, interviewer_name: 'Robin Example' };
      await queue.add({ ...shared, kind: 'interviewer_invitation', to: toUser, variables: own });
    });
    for (const address of [who.email, us.email]) {
      const mail = await eventually(() => receivedBy(address)[0] ?? null);
      expect(mail.headers['subject']).toMatch(/^Interview: /);
      expect(partOf(mail, 'text/plain')).toContain('14:00 (Europe/Berlin), 45 minutes\nWith: Theo');
      expect(partOf(mail, 'text/calendar').trimEnd()).toBe(
        content.replaceAll('\r\n', '\n').trimEnd(),
      );
    }
  });

  it('can be stopped by the link in a reminder, in one click, for that company only', async () => {
    const who = await applicant();
    const queue = app.app.get(EmailQueue);
    const remind = (): Promise<string | null> =>
      app.database.transaction(() =>
        queue.add({
          companyId: us.companyId,
          kind: 'interview_reminder',
          to: { candidateId: who.candidateId },
          cause: `reminder:${randomUUID()}`,
          variables,
        }),
      );
    await remind();
    const mail = await eventually(() => receivedBy(who.email)[0] ?? null);
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const [, link = ''] = /^<(.*)>$/.exec(mail.headers['list-unsubscribe'] ?? '') ?? [];
    expect(partOf(mail, 'text/plain')).toContain(link);
    const url = new URL(link);
    expect(url.origin).toBe('https://shortlist.example');
    expect(link).not.toContain(who.email);
    const call = (method: string, query = url.search): Promise<Response> =>
      fetch(`${app.url}${url.pathname}${query}`, {
        method,
        ...(method === 'POST'
          ? { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
          : {}),
      });
    const page = await call('GET');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    await remind();
    await eventually(() => (receivedBy(who.email).length === 2 ? true : null));
    for (const bad of ['?token=abc', `${url.search.slice(0, -2)}AA`, '']) {
      expect((await call('POST', bad)).status).toBe(bad === '' ? 422 : 404);
    }
    expect((await call('POST')).status).toBe(200);
    expect((await call('POST')).status).toBe(200);
    const third = await remind();
    await eventually(async () => {
      const { body } = await us.api.get(`/emails/${third!}`);
      return body.state === 'cancelled' && body.error.code === 'unsubscribed' ? true : null;
    });
    await decide(who, 'interviewing');
    await eventually(() => (receivedBy(who.email).length === 3 ? true : null));
  });
});

describe('what is forgotten', () => {
  it('is not told of when it is a job', async () => {
    const who = await applicant();
    await withSettings({ grace_period_seconds: 3600 }, () => decide(who, 'reviewing'));
    const [email] = await emailsOf(who);
    expectStatus(await us.api.send('DELETE', `/jobs/${who.jobId}`), 204);
    await app.database.execute('UPDATE email_messages SET send_after = now() WHERE id = $1', [
      email.id,
    ]);
    await app.database.execute('UPDATE tasks SET run_at = now() WHERE id = $1', [email.task_id]);
    expect((await emailIn('cancelled', who)).error.code).toBe('job_gone');
    expect(receivedBy(who.email)).toEqual([]);
  });

  /** Everything about the e-mail that is stored. */
  const stored = async (id: string): Promise<string> =>
    JSON.stringify(await app.database.query('SELECT * FROM email_messages WHERE id = $1', [id]));

  it('is not mailed any more, and leaves no trace in mail that was sent', async () => {
    const who = await applicant();
    await decide(who, 'reviewing');
    const sent = await emailIn('sent', who);
    await withSettings({ grace_period_seconds: 3600 }, () => decide(who, 'rejected'));
    const [queued] = await emailsOf(who);
    expectStatus(await us.api.send('DELETE', `/resumes/${who.resumeId}`), 204);
    for (const [email, state] of [
      [sent, 'sent'],
      [queued, 'cancelled'],
    ]) {
      const { body } = expectStatus(await us.api.get(`/emails/${email.id}`), 200);
      expect(body).toMatchObject({ state, to: null, candidate_id: null, subject: '', text: '' });
      expect(body.erased_at).not.toBeNull();
      expect(await stored(email.id)).not.toMatch(new RegExp(`${who.email}|Neil|Pastry`));
    }
    expect((await us.api.post(`/emails/${queued.id}/resend`)).status).toBe(409);
  });

  it('follows a person who is found to be another, and back', async () => {
    const [kept, merged] = [await applicant(), await applicant()];
    await decide(merged, 'reviewing');
    const email = await emailIn('sent', merged);
    const merges = `/candidates/${kept.candidateId}/merges`;
    const merge = await us.api.post(merges, { candidate_id: merged.candidateId });
    const ownerOf = async (): Promise<unknown> =>
      (await us.api.get(`/emails/${email.id}`)).body.candidate_id;
    expect(await ownerOf()).toBe(kept.candidateId);
    await us.api.post(`${merges}/${expectStatus(merge, 201).body.id}/undo`);
    expect(await ownerOf()).toBe(merged.candidateId);
  });
});

describe('GET /emails', () => {
  it('pages through the company’s own and filters them', async () => {
    const them = await app.newCompany('admin');
    const who = await applicant({ company: them });
    for (const status of ['reviewing', 'shortlisted', 'interviewing']) {
      await decide(who, status, them);
    }
    await finishedTasks(them.api);
    const first = expectStatus(await them.api.get('/emails?limit=2'), 200).body;
    expect([first.data.length, first.total]).toEqual([2, 3]);
    const rest = await them.api.get(`/emails?limit=2&cursor=${first.next_cursor}`);
    const kinds = [...first.data, ...rest.body.data].map(({ kind }: Body) => kind).sort();
    expect(kinds).toEqual([
      'application_interviewing',
      'application_reviewing',
      'application_shortlisted',
    ]);
    const filtered = await them.api.get('/emails?kind=application_reviewing&state=sent');
    expect(filtered.body.total).toBe(1);
    expect((await us.api.get(`/emails?job_id=${who.jobId}`)).body.total).toBe(0);
    expectStatus(await us.api.get('/emails?state=lost'), 422);
  });
});
