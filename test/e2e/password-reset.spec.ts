import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  expectStatus,
  startTestApp,
  TEST_PASSWORD,
  type TestApp,
  type TestCompany,
} from '../support/app';
import { partOf, type ReadMail, readMail } from '../support/mail-reader';
import { eventually, finishedTasks } from '../support/waiting';

const NEW_PASSWORD = 'seven purple bicycles';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.stop();
});

/** What lies in the outbox for this address. */
async function mailTo(address: string): Promise<readonly ReadMail[]> {
  const folder = join(app.env.DATA_DIR, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return mails.map(readMail).filter(({ headers }) => headers['to']?.includes(address));
}

const codeIn = (mail: ReadMail): string =>
  /sl[pi]_[\w-]+/.exec(partOf(mail, 'text/plain'))?.[0] ?? '';

const forget = (email: string): ReturnType<typeof app.anonymous.post> =>
  app.anonymous.post('/auth/password/forgot', { email });

const reset = (token: string, password = NEW_PASSWORD): ReturnType<typeof app.anonymous.post> =>
  app.anonymous.post('/auth/password/reset', { token, new_password: password });

/** The code that is mailed to somebody who forgot their password. */
async function codeFor({ email }: TestCompany): Promise<string> {
  expectStatus(await forget(email), 202);
  const mail = await eventually(async () => (await mailTo(email))[0] ?? null);
  return codeIn(mail);
}

const canLogIn = async ({ email }: TestCompany, password: string): Promise<boolean> =>
  (await app.anonymous.post('/auth/login', { email, password })).status === 200;

describe('a forgotten password', () => {
  it('is replaced with the code from the mail, once, which ends every session', async () => {
    const person = await app.newCompany('admin');
    const code = await codeFor(person);
    expect(code).toMatch(/^slp_[\w-]{43}$/);
    expectStatus(await reset(code), 204);
    expect(await canLogIn(person, NEW_PASSWORD)).toBe(true);
    expect(await canLogIn(person, TEST_PASSWORD)).toBe(false);
    expectStatus(await person.api.get('/auth/me'), 401);
    const refresh = { refresh_token: person.refreshToken };
    expectStatus(await app.anonymous.post('/auth/refresh', refresh), 401);
    const again = await reset(code, 'another long password');
    expect(again).toMatchObject({ status: 422, body: { code: 'password_reset_invalid' } });
    expect(await canLogIn(person, NEW_PASSWORD)).toBe(true);
  });

  it('is answered alike for addresses that nobody has or uses any more, which get no mail', async () => {
    const owner = await app.newCompany('admin');
    const left = await app.join(owner, 'recruiter');
    expectStatus(await owner.api.patch(`/users/${left.userId}`, { is_active: false }), 200);
    const before = (await mailTo(left.email)).length;
    const known = await forget(owner.email);
    const nobody = `nobody-${randomUUID()}@example.com`;
    for (const email of [nobody, left.email]) {
      const answer = await forget(email);
      expect([answer.status, answer.body]).toEqual([known.status, known.body]);
    }
    await eventually(async () => ((await mailTo(owner.email)).length === 1 ? true : null));
    await finishedTasks(owner.api);
    expect(await mailTo(nobody)).toEqual([]);
    expect(await mailTo(left.email)).toHaveLength(before);
  });

  it('does not make a second mail within a minute, and then replaces the first code', async () => {
    const person = await app.newCompany('admin');
    const first = await codeFor(person);
    expectStatus(await forget(person.email), 202);
    await finishedTasks(person.api);
    expect(await mailTo(person.email)).toHaveLength(1);
    await app.database.execute(
      `UPDATE password_resets SET created_at = created_at - interval '2 minutes' WHERE user_id = $1`,
      [person.userId],
    );
    await forget(person.email);
    const codes = await eventually(async () => {
      const mails = await mailTo(person.email);
      return mails.length === 2 ? mails.map(codeIn) : null;
    });
    expectStatus(await reset(first), 422);
    expectStatus(await reset(codes.find((code) => code !== first) ?? ''), 204);
  });

  it('keeps the code for an hour, and until the password is changed otherwise', async () => {
    const late = await app.newCompany('admin');
    const expired = await codeFor(late);
    await app.database.execute(`UPDATE password_resets SET expires_at = now() WHERE user_id = $1`, [
      late.userId,
    ]);
    expectStatus(await reset(expired), 422);
    const other = await app.newCompany('admin');
    const code = await codeFor(other);
    const change = { current_password: TEST_PASSWORD, new_password: 'another long password' };
    expectStatus(await other.api.post('/auth/change-password', change), 200);
    expectStatus(await reset(code), 422);
  });

  it('keeps the code out of the database and of what colleagues see', async () => {
    const person = await app.newCompany('admin');
    const code = await codeFor(person);
    for (const table of ['email_messages', 'password_resets', 'tasks']) {
      const rows = await app.database.query(`SELECT * FROM ${table} WHERE company_id = $1`, [
        person.companyId,
      ]);
      expect(rows).not.toEqual([]);
      expect(JSON.stringify(rows)).not.toContain(code);
    }
    const [email] = (await person.api.get('/emails?kind=password_reset')).body.data;
    const { body } = expectStatus(await person.api.get(`/emails/${email.id}`), 200);
    expect([body.text, body.html]).toEqual(['', '']);
    const file = join(app.env.DATA_DIR, 'outbox', `${email.id}.eml`);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it.each([
    ['token', { new_password: NEW_PASSWORD }],
    ['token', { token: '', new_password: NEW_PASSWORD }],
    ['new_password', { token: 'slp_x', new_password: 'short' }],
    ['user_id', { token: 'slp_x', new_password: NEW_PASSWORD, user_id: randomUUID() }],
  ])('refuses a bad %s (%#)', async (field, body) => {
    const answer = expectStatus(await app.anonymous.post('/auth/password/reset', body), 422);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('refuses what is no address', async () => {
    expectStatus(await forget('nobody'), 422);
  });
});

describe('an invitation', () => {
  it('is mailed with the code to register by', async () => {
    const owner = await app.newCompany('admin');
    const email = `guest-${randomUUID()}@example.com`;
    const made = await owner.api.post('/invitations', { email, role: 'recruiter' });
    const { invitation_token: token } = expectStatus(made, 201).body;
    const mail = await eventually(async () => (await mailTo(email))[0] ?? null);
    expect(mail.headers['subject']).toMatch(/^Invitation to Company /);
    expect(codeIn(mail)).toBe(token);
    expect(partOf(mail, 'text/plain')).toContain('Robin Example');
    const registration = {
      email,
      password: TEST_PASSWORD,
      full_name: 'Theo',
      invitation_token: token,
    };
    expectStatus(await app.anonymous.post('/auth/register', registration), 201);
  });

  it('is not mailed when it is refused', async () => {
    const owner = await app.newCompany('admin');
    const { body } = await owner.api.post('/invitations', {
      email: owner.email,
      role: 'recruiter',
    });
    expect(body.code).toBe('email_taken');
    expect((await owner.api.get('/emails')).body.total).toBe(0);
  });
});
