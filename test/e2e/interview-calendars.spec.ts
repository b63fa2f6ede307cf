import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { expectStatus, type TestApp, type TestCompany } from '../support/app';
import { CalendarInbox } from '../support/calendar-inbox';
import { readCalendar } from '../support/calendar-reader';
import { applicant, inDays, moveIntoPast, schedule, startWithPanel } from '../support/interviews';
import { partOf } from '../support/mail-reader';
import { SmtpServer } from '../support/smtp-server';

let smtp: SmtpServer;
let app: TestApp;
let us: TestCompany;
let theo: TestCompany;
let mira: TestCompany;
let inbox: CalendarInbox;

beforeAll(async () => {
  smtp = await SmtpServer.start();
  ({ app, us, theo, mira } = await startWithPanel({
    variables: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'jobs@mail.example',
      PUBLIC_URL: 'https://shortlist.example/',
    },
  }));
  inbox = new CalendarInbox(smtp, us);
});

afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

it('invites candidate and attendees, tells of each change, and takes it back, all under one UID', async () => {
  const who = await applicant(us, { name: 'Jane O’Neil' });
  const interview = await schedule(us.api, who, {
    scheduled_at: '2090-07-03T14:00',
    time_zone: 'Europe/Berlin',
    duration_minutes: 45,
    attendees: [theo.userId],
    meeting_url: 'https://meet.example.com/abc',
    notes: 'Ask about SAP, and why they left; politely.',
  });

  const invited = await inbox.oneTo(who.email);
  expect(invited.mail.headers['subject']).toMatch(/^Interview: Warehouse Operations Manager at /);
  const text = partOf(invited.mail, 'text/plain');
  expect(text).toContain('Monday, 3 July 2090, 14:00 (Europe/Berlin), 45 minutes');
  expect(text).toContain('Where: https://meet.example.com/abc\nWith: Robin Example');
  const types = invited.mail.parts.map(({ contentType }) => contentType.split(/;\s*name/)[0]);
  expect(types).toEqual([
    expect.stringContaining('text/plain'),
    expect.stringContaining('text/html'),
    expect.stringMatching(/^text\/calendar;(?=.*charset=utf-8)(?=.*method=REQUEST)/i),
    expect.stringContaining('application/ics'),
  ]);
  expect(invited.calendar).toMatchObject({
    method: 'REQUEST',
    events: [
      {
        uid: `${interview.id}@mail.example`,
        sequence: 0,
        status: 'CONFIRMED',
        startsAt: '2090-07-03T12:00:00.000Z',
        endsAt: '2090-07-03T12:45:00.000Z',
        summary: expect.stringMatching(/^Interview: Warehouse Operations Manager at /),
        location: 'https://meet.example.com/abc',
        organizer: us.email,
        attendees: [who.email],
      },
    ],
  });
  // Neither what interviewers note, nor how to reach them.
  expect(JSON.stringify(invited)).not.toMatch(new RegExp(`politely|${theo.email}`));

  const asked = await inbox.oneTo(theo.email);
  expect(asked.mail.headers['subject']).toBe(
    'Interview: Jane O’Neil for Warehouse Operations Manager',
  );
  expect(asked.calendar.events[0]).toMatchObject({
    uid: `${interview.id}@mail.example`,
    attendees: [theo.email],
    description: expect.stringContaining('Ask about SAP, and why they left; politely.'),
  });
  expect(JSON.stringify(asked)).not.toContain(who.email);

  const path = `/interviews/${interview.id}`;
  expectStatus(
    await us.api.patch(path, { attendees: [mira.userId], scheduled_at: '2090-07-04T09:00' }),
    200,
  );
  const moved = await inbox.oneTo(who.email);
  expect(moved.mail.headers['subject']).toMatch(/^New time of your interview/);
  expect(moved.calendar).toMatchObject({
    method: 'REQUEST',
    events: [{ uid: `${interview.id}@mail.example`, sequence: 1 }],
  });
  expect(moved.calendar.events[0]!.startsAt).toBe('2090-07-04T07:00:00.000Z');
  expect((await inbox.oneTo(theo.email)).calendar).toMatchObject({
    method: 'CANCEL',
    events: [{ uid: `${interview.id}@mail.example`, sequence: 1, status: 'CANCELLED' }],
  });
  expect((await inbox.oneTo(mira.email)).calendar).toMatchObject({
    method: 'REQUEST',
    events: [{ sequence: 1, attendees: [mira.email] }],
  });

  // A change of attendees alone is no news to the candidate, and one of notes to nobody.
  expectStatus(await us.api.patch(path, { attendees: [mira.userId, theo.userId] }), 200);
  expectStatus(await us.api.patch(path, { notes: 'Something else.' }), 200);
  expect(await inbox.newTo(who.email)).toEqual([]);
  expect(await inbox.newTo(mira.email)).toEqual([]);
  expect((await inbox.oneTo(theo.email)).calendar).toMatchObject({ method: 'REQUEST' });

  expectStatus(await us.api.post(`${path}/cancel`, { reason: 'Found somebody better.' }), 200);
  for (const address of [who.email, theo.email, mira.email]) {
    const { mail, calendar } = await inbox.oneTo(address);
    expect(calendar).toMatchObject({
      method: 'CANCEL',
      events: [{ uid: `${interview.id}@mail.example`, sequence: 3, status: 'CANCELLED' }],
    });
    expect(JSON.stringify(mail)).not.toContain('Found somebody better');
  }
});

it('tells nobody that what is over will not take place', async () => {
  const who = await applicant(us);
  const { id } = await schedule(us.api, who, { scheduled_at: inDays(20) });
  await inbox.oneTo(who.email);
  await moveIntoPast(app, id);
  expectStatus(await us.api.post(`/interviews/${id}/cancel`, {}), 200);
  expect(await inbox.newTo(who.email)).toEqual([]);
});

it('notes that a candidate without an address was told nothing', async () => {
  const who = await applicant(us);
  expectStatus(await us.api.patch(`/candidates/${who.candidateId}`, { email: null }), 200);
  await schedule(us.api, who, { scheduled_at: inDays(21) });
  const { body } = await us.api.get(`/emails?candidate_id=${who.candidateId}`);
  expect(body.data).toMatchObject([{ kind: 'interview_invitation', state: 'no_address' }]);
});

describe('GET /interviews/{interview_id}/calendar.ics', () => {
  it('is the interview as a file', async () => {
    const interview = await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(22),
      attendees: [theo.userId],
      location: 'Room 4; second floor, left',
    });
    const path = `/interviews/${interview.id}/calendar.ics`;
    const answer = expectStatus(await theo.api.get(path), 200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('interview.ics');
    expect(readCalendar(answer.bytes.toString('utf8'))).toMatchObject({
      method: 'PUBLISH',
      events: [
        { startsAt: interview.scheduled_at, location: 'Room 4; second floor, left', attendees: [] },
      ],
    });
    expectStatus(await mira.api.get(path), 404);
  });
});

/** As calendar programs ask; `fetch` would add that it wants no cached answer. */
const statusOf = (url: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'if-none-match': etag } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

describe('the calendar feed', () => {
  const pathOf = (url: string): string => `/${new URL(url).pathname}`;

  it('shows a person’s interviews to a program that knows nothing but its address', async () => {
    const ada = await app.join(us, 'interviewer');
    const kept = await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(23),
      attendees: [ada.userId],
    });
    const dropped = await schedule(us.api, await applicant(us), {
      scheduled_at: inDays(24),
      attendees: [ada.userId],
    });
    await schedule(us.api, await applicant(us), { scheduled_at: inDays(25) });
    expectStatus(await us.api.post(`/interviews/${dropped.id}/cancel`, {}), 200);

    expectStatus(await ada.api.get('/calendar-feed'), 404);
    const feed = expectStatus(await ada.api.post('/calendar-feed'), 201).body;
    expect(feed.url).toMatch(
      /^https:\/\/shortlist\.example\/api\/v1\/calendar\/slf_[\w-]{43}\.ics$/,
    );
    const answer = expectStatus(await app.anonymous.get(pathOf(feed.url)), 200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const { method, events } = readCalendar(answer.bytes.toString('utf8'));
    expect([method, events.map(({ uid }) => uid)]).toEqual([
      'PUBLISH',
      [`${kept.id}@mail.example`],
    ]);
    expect(expectStatus(await ada.api.get('/calendar-feed'), 200).body).toEqual({
      created_at: feed.created_at,
      last_read_at: expect.any(String),
    });
    // Programs that ask again are told that nothing is new.
    const etag = answer.headers.get('etag') ?? '';
    const again = await statusOf(`${app.url}${pathOf(feed.url).slice(1)}`, etag);
    expect(again).toBe(304);
  });

  it('is kept as a hash alone, and ends when it is replaced, removed or its person is gone', async () => {
    const ada = await app.join(us, 'interviewer');
    const create = async (): Promise<string> =>
      pathOf(expectStatus(await ada.api.post('/calendar-feed'), 201).body.url);
    const first = await create();
    const token = first.replace(/^.*\/|\.ics$/g, '');
    const stored = await app.database.query('SELECT * FROM calendar_feeds');
    expect(JSON.stringify(stored)).not.toContain(token);
    const second = await create();
    expectStatus(await app.anonymous.get(first), 404);
    expectStatus(await app.anonymous.get(second), 200);
    expectStatus(await ada.api.delete('/calendar-feed'), 204);
    expectStatus(await ada.api.delete('/calendar-feed'), 404);
    expectStatus(await app.anonymous.get(second), 404);
    const third = await create();
    expectStatus(await us.api.patch(`/users/${ada.userId}`, { is_active: false }), 200);
    const answer = expectStatus(await app.anonymous.get(third), 404);
    expect(answer.body.code).toBe('calendar_not_found');
    expectStatus(await app.anonymous.get(`/calendar/${randomUUID()}.ics`), 404);
  });
});
