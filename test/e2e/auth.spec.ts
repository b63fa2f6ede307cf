import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { JwtService } from '@nestjs/jwt';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { setUpApp } from '../../src/app.setup';
import { ConfigModule, ENV, parseEnv } from '../../src/config';
import { AccessTokenService, AuthModule } from '../../src/modules/auth';
import { Database, DatabaseModule } from '../../src/platform/database';
import { LoggingModule } from '../../src/platform/logging';

const API = '/api/v1';
const PASSWORD = 'correct horse battery';
const ATTEMPTS_PER_MINUTE = 1000;

let app: NestExpressApplication;
let http: ReturnType<typeof request>;
let database: Database;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shortlist-auth-'));
  const env = parseEnv({
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    LOGIN_ATTEMPTS_PER_MINUTE: String(ATTEMPTS_PER_MINUTE),
  });
  const module = await Test.createTestingModule({
    imports: [ConfigModule, LoggingModule, DatabaseModule, AuthModule],
  })
    .overrideProvider(ENV)
    .useValue(env)
    .compile();
  app = module.createNestApplication<NestExpressApplication>();
  setUpApp(app, env);
  await app.listen(0);
  http = request(app.getHttpServer() as Server);
  database = app.get(Database);
});

afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

interface Person {
  readonly id: string;
  readonly email: string;
  readonly companyId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

const uniqueEmail = (): string => `${randomUUID()}@people.example`;
const uniqueCompany = (): string => `Company ${randomUUID()}`;
const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

const registration = (values: object = {}): Record<string, unknown> => ({
  email: uniqueEmail(),
  password: PASSWORD,
  full_name: 'Mira Okafor',
  role: 'recruiter',
  company_name: uniqueCompany(),
  ...values,
});

const post = (path: string, body: object, token?: string): request.Test =>
  http
    .post(API + path)
    .set(token === undefined ? {} : bearer(token))
    .send(body);
const get = (path: string, token?: string): request.Test =>
  http.get(API + path).set(token === undefined ? {} : bearer(token));
const patch = (path: string, body: object, token: string): request.Test =>
  http
    .patch(API + path)
    .set(bearer(token))
    .send(body);
const remove = (path: string, token: string): request.Test =>
  http.delete(API + path).set(bearer(token));

async function logIn(email: string, password = PASSWORD): Promise<Person> {
  const { body } = await post('/auth/login', { email, password }).expect(200);
  return {
    id: body.user.id,
    email,
    companyId: body.user.company_id,
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
  };
}

async function registerOwner(role = 'admin'): Promise<Person> {
  const { body } = await post('/auth/register', registration({ role })).expect(201);
  return logIn(body.email);
}

async function joinCompany(owner: Person, role: string): Promise<Person> {
  const email = uniqueEmail();
  const invited = await post('/invitations', { email, role }, owner.accessToken).expect(201);
  await post(
    '/auth/register',
    registration({
      email,
      company_name: undefined,
      invitation_token: invited.body.invitation_token,
    }),
  ).expect(201);
  return logIn(email);
}

describe('POST /auth/register', () => {
  it('founds a company and makes the caller its owner, in the role asked for', async () => {
    const body = registration({ email: `  ${uniqueEmail().toUpperCase()} ` });
    const answer = await post('/auth/register', body).expect(201);
    const email = String(body['email']).trim().toLowerCase();
    expect(answer.body).toEqual({
      id: expect.any(String),
      email,
      full_name: 'Mira Okafor',
      role: 'recruiter',
      is_owner: true,
      is_active: true,
      company: { id: answer.body.company_id, name: body['company_name'] },
      company_id: expect.any(String),
      company_name: body['company_name'],
      created_at: expect.any(String),
    });
    const [row] = await database.query<{ hashed_password: string }>(
      'SELECT hashed_password FROM users WHERE email = $1',
      [email],
    );
    expect(row?.hashed_password).toMatch(/^\$2b\$12\$/);
  });

  it('makes an admin of who names no role', async () => {
    const { body } = await post('/auth/register', registration({ role: undefined })).expect(201);
    expect(body.role).toBe('admin');
  });

  it('refuses a company that exists, whatever its case and spaces, and tells the way in', async () => {
    const name = uniqueCompany();
    await post('/auth/register', registration({ company_name: name })).expect(201);
    const { body, headers } = await post(
      '/auth/register',
      registration({ company_name: ` ${name.toUpperCase().replace(' ', '   ')}` }),
    ).expect(409);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.code).toBe('company_exists');
    expect(body.detail).toContain('invitation');
  });

  it('refuses an e-mail that is registered, in any case, and founds no company then', async () => {
    const first = registration();
    await post('/auth/register', first).expect(201);
    const company = uniqueCompany();
    const { body } = await post(
      '/auth/register',
      registration({ email: String(first['email']).toUpperCase(), company_name: company }),
    ).expect(409);
    expect(body.code).toBe('email_taken');
    await post('/auth/register', registration({ company_name: company })).expect(201);
  });

  it('lets one of several simultaneous registrations through', async () => {
    const same = registration();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post('/auth/register', same)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    const sameEmail = uniqueEmail();
    const others = await Promise.all(
      Array.from({ length: 3 }, () => post('/auth/register', registration({ email: sameEmail }))),
    );
    expect(others.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['email', { email: 'nobody' }],
    [
      'email',
      { email: `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.example` },
    ],
    ['email', { email: 7 }],
    ['password', { password: '1234567' }],
    ['password', { password: 'é'.repeat(40) }],
    ['password', { password: null }],
    ['full_name', { full_name: '  ' }],
    ['full_name', { full_name: 'a'.repeat(201) }],
    ['full_name', { full_name: 'Mira\u0000Okafor' }],
    ['role', { role: 'owner' }],
    ['company_name', { company_name: undefined }],
    ['company_name', { company_name: null }],
    ['company_name', { company_name: 'Lumen\nHealth' }],
    ['company_name', { invitation_token: 'sli_any' }],
    ['invitation_token', { company_name: undefined, invitation_token: ['x'] }],
    ['is_owner', { is_owner: true }],
  ])('refuses a bad %s: %j', async (field, values) => {
    const { body } = await post('/auth/register', registration(values)).expect(422);
    expect(body.code).toBe('validation_failed');
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('says that a password is too long for bcrypt', async () => {
    const { body } = await post('/auth/register', registration({ password: 'é'.repeat(40) }));
    expect(body.errors).toEqual([
      { field: 'password', message: expect.stringContaining('72 bytes') },
    ]);
  });
});

describe('POST /auth/register with an invitation', () => {
  it('joins the company in the role invited, not the one asked for', async () => {
    const owner = await registerOwner();
    const email = uniqueEmail();
    const invited = await post(
      '/invitations',
      { email: email.toUpperCase(), role: 'interviewer' },
      owner.accessToken,
    ).expect(201);
    const { body } = await post(
      '/auth/register',
      registration({
        email,
        role: 'admin',
        company_name: undefined,
        invitation_token: invited.body.invitation_token,
      }),
    ).expect(201);
    expect(body).toMatchObject({
      role: 'interviewer',
      is_owner: false,
      company_id: owner.companyId,
    });
  });

  it('works once', async () => {
    const owner = await registerOwner();
    const email = uniqueEmail();
    const { body } = await post('/invitations', { email, role: 'recruiter' }, owner.accessToken);
    const joining = registration({
      email,
      company_name: undefined,
      invitation_token: body.invitation_token,
    });
    const answers = await Promise.all([
      post('/auth/register', joining),
      post('/auth/register', joining),
    ]);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const again = await post('/auth/register', { ...joining, email: uniqueEmail() }).expect(422);
    expect(again.body.code).toBe('invitation_invalid');
  });

  it('refuses another e-mail, and the invitation stays good', async () => {
    const owner = await registerOwner();
    const email = uniqueEmail();
    const invited = await post('/invitations', { email, role: 'recruiter' }, owner.accessToken);
    const joining = {
      company_name: undefined,
      invitation_token: invited.body.invitation_token,
    };
    const { body } = await post('/auth/register', registration(joining)).expect(422);
    expect(body.code).toBe('invitation_email_mismatch');
    await post('/auth/register', registration({ ...joining, email })).expect(201);
  });

  it('refuses an unknown and an expired invitation', async () => {
    const owner = await registerOwner();
    const email = uniqueEmail();
    const invited = await post('/invitations', { email, role: 'recruiter' }, owner.accessToken);
    await database.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [
      invited.body.id,
    ]);
    for (const token of ['sli_unknown', invited.body.invitation_token]) {
      const { body } = await post(
        '/auth/register',
        registration({ email, company_name: undefined, invitation_token: token }),
      ).expect(422);
      expect(body.code).toBe('invitation_invalid');
    }
  });
});

describe('POST /auth/login', () => {
  it('answers a token pair and the user', async () => {
    const owner = await registerOwner('recruiter');
    const { body } = await post('/auth/login', {
      email: ` ${owner.email.toUpperCase()}`,
      password: PASSWORD,
    }).expect(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^eyJ/),
      token_type: 'bearer',
      expires_in: 1800,
      refresh_token: expect.stringMatching(/^slr_/),
      user: expect.objectContaining({ id: owner.id, role: 'recruiter', is_owner: true }),
    });
    expect(JSON.stringify(body)).not.toContain('password');
  });

  it('tells a wrong password and an unknown e-mail alike', async () => {
    const owner = await registerOwner();
    const wrong = await post('/auth/login', { email: owner.email, password: 'wrong' }).expect(401);
    const unknown = await post('/auth/login', {
      email: uniqueEmail(),
      password: PASSWORD,
    }).expect(401);
    expect(wrong.body.code).toBe('invalid_credentials');
    expect(wrong.headers['www-authenticate']).toContain('Bearer');
    expect({ ...unknown.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
  });

  it('refuses a deactivated account, and says so only with the right password', async () => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, 'recruiter');
    await patch(`/users/${person.id}`, { is_active: false }, owner.accessToken).expect(200);
    const right = await post('/auth/login', { email: person.email, password: PASSWORD }).expect(
      403,
    );
    expect(right.body.code).toBe('account_inactive');
    const wrong = await post('/auth/login', { email: person.email, password: 'wrong' }).expect(401);
    expect(wrong.body.code).toBe('invalid_credentials');
  });

  it.each([
    {},
    { email: 'mira@people.example' },
    { email: 'nobody', password: 'x' },
    { email: {}, password: [] },
  ])('refuses %j as not valid', async (body) => {
    const answer = await post('/auth/login', body).expect(422);
    expect(answer.body.code).toBe('validation_failed');
  });

  it('stops an account after the attempts of a minute, and leaves others alone', async () => {
    const owner = await registerOwner();
    const other = await registerOwner();
    const storage = app.get<{ increment: (...values: unknown[]) => Promise<unknown> }>(
      (await import('@nestjs/throttler')).ThrottlerStorage,
    );
    const limited = jest.spyOn(storage, 'increment');
    await post('/auth/login', { email: owner.email, password: 'wrong' }).expect(401);
    const [key] = limited.mock.calls.find((call) => call[4] === 'account')!;
    limited.mockRestore();
    for (let attempt = 0; attempt <= ATTEMPTS_PER_MINUTE; attempt += 1) {
      await storage.increment(key, 60_000, ATTEMPTS_PER_MINUTE, 60_000, 'account');
    }
    const { body, headers } = await post('/auth/login', {
      email: owner.email.toUpperCase(),
      password: PASSWORD,
    }).expect(429);
    expect(body.code).toBe('too_many_requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(body.retry_after).toBe(Number(headers['retry-after']));
    await logIn(other.email);
  });
});

describe('access tokens', () => {
  it('are asked for where none is sent', async () => {
    const { body, headers } = await get('/auth/me').expect(401);
    expect(body.code).toBe('missing_token');
    expect(headers['www-authenticate']).toBe('Bearer realm="shortlist"');
  });

  it.each(['nonsense', 'a.b.c', ''])('are refused when they are %j', async (token) => {
    const { body } = await get('/auth/me', token).expect(401);
    expect(['invalid_token', 'missing_token']).toContain(body.code);
  });

  it('are refused when signed by another key, for another audience or not at all', async () => {
    const owner = await registerOwner();
    const jwt = app.get(JwtService, { strict: false });
    const claims = { sub: owner.id, sv: 1 };
    const good = { issuer: 'shortlist', audience: 'shortlist-api', expiresIn: 60 };
    const own = jwt.sign(claims, good);
    await get('/auth/me', own).expect(200);
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${own.split('.')[1]!}.`;
    const bad = [
      jwt.sign(claims, { ...good, secret: 'x'.repeat(64) }),
      jwt.sign(claims, { ...good, audience: 'another' }),
      jwt.sign(claims, { ...good, issuer: 'another' }),
      jwt.sign(claims, { ...good, algorithm: 'HS512' }),
      jwt.sign({ ...claims, sub: randomUUID() }, good),
      jwt.sign({ sub: owner.id }, good),
      unsigned,
    ];
    for (const token of bad) {
      const { body, headers } = await get('/auth/me', token).expect(401);
      expect(body.code).toBe('invalid_token');
      expect(headers['www-authenticate']).toContain('error="invalid_token"');
    }
  });

  it('expire, and say so', async () => {
    const owner = await registerOwner();
    const expired = app
      .get(JwtService, { strict: false })
      .sign(
        { sub: owner.id, sv: 1 },
        { issuer: 'shortlist', audience: 'shortlist-api', expiresIn: -1 },
      );
    const { body, headers } = await get('/auth/me', expired).expect(401);
    expect(body.code).toBe('token_expired');
    expect(headers['www-authenticate']).toContain('expired');
  });

  it('stop working at once when their user is deactivated, and do not come back with them', async () => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, 'recruiter');
    await patch(`/users/${person.id}`, { is_active: false }, owner.accessToken).expect(200);
    await get('/auth/me', person.accessToken).expect(401);
    await patch(`/users/${person.id}`, { is_active: true }, owner.accessToken).expect(200);
    await get('/auth/me', person.accessToken).expect(401);
    const { body } = await post('/auth/refresh', { refresh_token: person.refreshToken }).expect(
      401,
    );
    expect(body.code).toBe('refresh_token_invalid');
    await logIn(person.email);
  });

  it('carry a new role at once', async () => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, 'interviewer');
    await get('/users', person.accessToken).expect(403);
    await patch(`/users/${person.id}`, { role: 'recruiter' }, owner.accessToken).expect(200);
    await get('/users', person.accessToken).expect(200);
  });

  it('are verified for other connections into who is calling, the owner as an admin', async () => {
    const owner = await registerOwner('hiring_manager');
    const tokens = app.get(AccessTokenService, { strict: false });
    await expect(tokens.verify(owner.accessToken)).resolves.toEqual({
      userId: owner.id,
      companyId: owner.companyId,
      role: 'admin',
      isOwner: true,
    });
    await expect(tokens.verify('nonsense')).rejects.toMatchObject({ code: 'invalid_token' });
  });
});

describe('POST /auth/refresh', () => {
  it('answers a new pair, of which both work', async () => {
    const owner = await registerOwner();
    const { body } = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 1800,
      refresh_token: expect.any(String),
    });
    await get('/auth/me', body.access_token).expect(200);
    await post('/auth/refresh', { refresh_token: body.refresh_token }).expect(200);
  });

  it('ends the whole session when a spent token comes back, and no other session', async () => {
    const owner = await registerOwner();
    const elsewhere = await logIn(owner.email);
    const next = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(200);
    const reused = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(401);
    expect(reused.body.code).toBe('refresh_token_reused');
    expect(reused.headers['www-authenticate']).toContain('Bearer');
    const { body } = await post('/auth/refresh', { refresh_token: next.body.refresh_token }).expect(
      401,
    );
    expect(body.code).toBe('refresh_token_invalid');
    await post('/auth/refresh', { refresh_token: elsewhere.refreshToken }).expect(200);
  });

  it('gives one of two simultaneous callers a pair', async () => {
    const owner = await registerOwner();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post('/auth/refresh', { refresh_token: owner.refreshToken })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('refuses a successor that was written while its family was being revoked', async () => {
    const owner = await registerOwner();
    const next = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(200);
    await database.query(
      `UPDATE refresh_tokens SET revoked_at = now() WHERE user_id = $1 AND used_at IS NOT NULL`,
      [owner.id],
    );
    await post('/auth/refresh', { refresh_token: next.body.refresh_token }).expect(401);
  });

  it('refuses an expired token', async () => {
    const owner = await registerOwner();
    await database.query('UPDATE refresh_tokens SET expires_at = now() WHERE user_id = $1', [
      owner.id,
    ]);
    const { body } = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(401);
    expect(body.code).toBe('refresh_token_expired');
  });

  it('refuses an unknown token and a missing one', async () => {
    const { body } = await post('/auth/refresh', { refresh_token: 'slr_unknown' }).expect(401);
    expect(body.code).toBe('refresh_token_invalid');
    await post('/auth/refresh', {}).expect(422);
  });

  it('keeps no token in the database', async () => {
    const owner = await registerOwner();
    const rows = await database.query('SELECT * FROM refresh_tokens WHERE user_id = $1', [
      owner.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(owner.refreshToken.slice(4));
  });

  it('forgets families at a login once no token of them can be alive', async () => {
    const owner = await registerOwner();
    await database.query(
      `UPDATE refresh_tokens SET expires_at = now() - interval '15 days' WHERE user_id = $1`,
      [owner.id],
    );
    await logIn(owner.email);
    const rows = await database.query('SELECT id FROM refresh_tokens WHERE user_id = $1', [
      owner.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('POST /auth/logout', () => {
  it('ends the session of the token and answers the same to an unknown one', async () => {
    const owner = await registerOwner();
    const next = await post('/auth/refresh', { refresh_token: owner.refreshToken }).expect(200);
    const { text } = await post('/auth/logout', { refresh_token: owner.refreshToken }).expect(204);
    expect(text).toBe('');
    await post('/auth/refresh', { refresh_token: next.body.refresh_token }).expect(401);
    await post('/auth/logout', { refresh_token: 'slr_unknown' }).expect(204);
    await post('/auth/logout', {}).expect(422);
  });
});

describe('POST /auth/change-password', () => {
  it('ends every session and opens a new one', async () => {
    const owner = await registerOwner();
    const elsewhere = await logIn(owner.email);
    const { body } = await post(
      '/auth/change-password',
      { current_password: PASSWORD, new_password: 'seven purple bicycles' },
      owner.accessToken,
    ).expect(200);
    await get('/auth/me', owner.accessToken).expect(401);
    await get('/auth/me', elsewhere.accessToken).expect(401);
    await post('/auth/refresh', { refresh_token: elsewhere.refreshToken }).expect(401);
    await get('/auth/me', body.access_token).expect(200);
    await post('/auth/login', { email: owner.email, password: PASSWORD }).expect(401);
    await logIn(owner.email, 'seven purple bicycles');
  });

  it('refuses a wrong current password, a weak new one and no login', async () => {
    const owner = await registerOwner();
    const wrong = await post(
      '/auth/change-password',
      { current_password: 'wrong', new_password: 'seven purple bicycles' },
      owner.accessToken,
    ).expect(422);
    expect(wrong.body.code).toBe('current_password_wrong');
    await post(
      '/auth/change-password',
      { current_password: PASSWORD, new_password: 'short' },
      owner.accessToken,
    ).expect(422);
    await post('/auth/change-password', {
      current_password: PASSWORD,
      new_password: 'seven purple bicycles',
    }).expect(401);
    await get('/auth/me', owner.accessToken).expect(200);
  });
});

describe('GET /auth/me', () => {
  it.each(['admin', 'recruiter', 'hiring_manager', 'interviewer'])('answers %s', async (role) => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, role);
    const { body } = await get('/auth/me', person.accessToken).expect(200);
    expect(body).toMatchObject({
      id: person.id,
      role,
      is_owner: false,
      company_id: owner.companyId,
    });
  });
});

describe('invitations', () => {
  it('are made by an owner of any role and by admins, and show their token once', async () => {
    const owner = await registerOwner('recruiter');
    const email = uniqueEmail();
    const made = await post('/invitations', { email, role: 'admin' }, owner.accessToken).expect(
      201,
    );
    expect(made.body).toEqual({
      id: expect.any(String),
      email,
      role: 'admin',
      invited_by: owner.id,
      expires_at: expect.any(String),
      created_at: expect.any(String),
      invitation_token: expect.stringMatching(/^sli_/),
    });
    const list = await get('/invitations', owner.accessToken).expect(200);
    const { invitation_token: _token, ...shown } = made.body;
    expect(list.body).toEqual({ data: [shown], next_cursor: null, total: 1 });
    const admin = await joinCompany(owner, 'admin');
    await post(
      '/invitations',
      { email: uniqueEmail(), role: 'recruiter' },
      admin.accessToken,
    ).expect(201);
  });

  it.each(['recruiter', 'hiring_manager', 'interviewer'])('are closed to %s', async (role) => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, role);
    const body = { email: uniqueEmail(), role: 'recruiter' };
    const refused = await post('/invitations', body, person.accessToken).expect(403);
    expect(refused.body.code).toBe('forbidden');
    await get('/invitations', person.accessToken).expect(403);
    await remove(`/invitations/${randomUUID()}`, person.accessToken).expect(403);
    await post('/invitations', body).expect(401);
  });

  it('are refused for a registered e-mail and for one that has an open invitation', async () => {
    const owner = await registerOwner();
    const other = await registerOwner();
    const taken = await post(
      '/invitations',
      { email: other.email, role: 'recruiter' },
      owner.accessToken,
    ).expect(409);
    expect(taken.body.code).toBe('email_taken');
    const body = { email: uniqueEmail(), role: 'recruiter' };
    await post('/invitations', body, owner.accessToken).expect(201);
    const open = await post('/invitations', body, owner.accessToken).expect(409);
    expect(open.body.code).toBe('invitation_exists');
    await post('/invitations', body, other.accessToken).expect(201);
  });

  it('replace an expired one, whose token stays dead', async () => {
    const owner = await registerOwner();
    const body = { email: uniqueEmail(), role: 'recruiter' };
    const first = await post('/invitations', body, owner.accessToken).expect(201);
    await database.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [
      first.body.id,
    ]);
    const second = await post('/invitations', body, owner.accessToken).expect(201);
    expect(second.body.id).not.toBe(first.body.id);
    const joining = { email: body.email, company_name: undefined };
    await post(
      '/auth/register',
      registration({ ...joining, invitation_token: first.body.invitation_token }),
    ).expect(422);
    await post(
      '/auth/register',
      registration({ ...joining, invitation_token: second.body.invitation_token }),
    ).expect(201);
  });

  it('are withdrawn by their company only, and not once accepted', async () => {
    const owner = await registerOwner();
    const stranger = await registerOwner();
    const email = uniqueEmail();
    const { body } = await post('/invitations', { email, role: 'recruiter' }, owner.accessToken);
    const path = `/invitations/${body.id}`;
    const foreign = await remove(path, stranger.accessToken).expect(404);
    expect(foreign.body.code).toBe('invitation_not_found');
    await remove(path, owner.accessToken).expect(204);
    await remove(path, owner.accessToken).expect(404);
    await remove('/invitations/no-uuid', owner.accessToken).expect(404);
    await joinCompany(owner, 'recruiter');
    const [accepted] = await database.query<{ id: string }>(
      'SELECT id FROM invitations WHERE company_id = $1 AND accepted_at IS NOT NULL',
      [owner.companyId],
    );
    await remove(`/invitations/${accepted!.id}`, owner.accessToken).expect(404);
  });

  it.each([{ email: 'nobody', role: 'recruiter' }, { email: 'a@b.example', role: 'owner' }, {}])(
    'refuse %j as not valid',
    async (body) => {
      const owner = await registerOwner();
      await post('/invitations', body, owner.accessToken).expect(422);
    },
  );

  it('are listed page by page, each once', async () => {
    const owner = await registerOwner();
    for (let index = 0; index < 5; index += 1) {
      await post('/invitations', { email: uniqueEmail(), role: 'recruiter' }, owner.accessToken);
    }
    await expectPages('/invitations', owner.accessToken, 5);
  });
});

/** Walks a list two at a time: everything appears once, and the total never changes. */
async function expectPages(path: string, token: string, total: number): Promise<void> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const suffix: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await get(`${path}?limit=2${suffix}`, token).expect(200);
    expect(body.total).toBe(total);
    ids.push(...body.data.map((row: { id: string }) => row.id));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
  await get(`${path}?cursor=nonsense`, token).expect(422);
  await get(`${path}?limit=0`, token).expect(422);
}

describe('GET /users', () => {
  it.each(['admin', 'recruiter'])(
    'lists the company for %s, oldest first, page by page',
    async (role) => {
      const owner = await registerOwner();
      const person = await joinCompany(owner, role);
      await joinCompany(owner, 'interviewer');
      await registerOwner();
      const { body } = await get('/users', person.accessToken).expect(200);
      expect(body.total).toBe(3);
      expect(body.data[0]).toMatchObject({ id: owner.id, is_owner: true, is_active: true });
      expect(body.data[1].id).toBe(person.id);
      expect(JSON.stringify(body)).not.toContain('password');
      await expectPages('/users', person.accessToken, 3);
    },
  );

  it.each(['hiring_manager', 'interviewer'])('is closed to %s', async (role) => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, role);
    await get('/users', person.accessToken).expect(403);
    await get('/users').expect(401);
  });
});

describe('PATCH /users/:user_id', () => {
  it('changes what is given and nothing else', async () => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, 'recruiter');
    const path = `/users/${person.id}`;
    const renamed = await patch(path, { full_name: ' Theo Lindqvist ' }, owner.accessToken).expect(
      200,
    );
    expect(renamed.body).toMatchObject({
      full_name: 'Theo Lindqvist',
      role: 'recruiter',
      is_active: true,
    });
    const moved = await patch(path, { role: 'interviewer' }, owner.accessToken).expect(200);
    expect(moved.body).toMatchObject({ full_name: 'Theo Lindqvist', role: 'interviewer' });
    await patch(path, {}, owner.accessToken).expect(200);
    await get('/auth/me', person.accessToken).expect(200);
  });

  it('is open to admins and closed to all others', async () => {
    const owner = await registerOwner();
    const admin = await joinCompany(owner, 'admin');
    await patch(`/users/${owner.id}`, { full_name: 'Ada Owner' }, admin.accessToken).expect(200);
    for (const role of ['recruiter', 'hiring_manager', 'interviewer']) {
      const person = await joinCompany(owner, role);
      await patch(`/users/${person.id}`, { role: 'admin' }, person.accessToken).expect(403);
    }
    await http.patch(`${API}/users/${owner.id}`).send({}).expect(401);
  });

  it('protects the owner from other admins', async () => {
    const owner = await registerOwner();
    const admin = await joinCompany(owner, 'admin');
    for (const change of [{ is_active: false }, { role: 'interviewer' }]) {
      const { body } = await patch(`/users/${owner.id}`, change, admin.accessToken).expect(403);
      expect(body.code).toBe('owner_protected');
    }
    await patch(`/users/${owner.id}`, { role: 'recruiter' }, owner.accessToken).expect(200);
    await get('/invitations', owner.accessToken).expect(200);
  });

  it('keeps everybody from taking their own right to administer away', async () => {
    const owner = await registerOwner();
    const admin = await joinCompany(owner, 'admin');
    for (const [person, change] of [
      [admin, { role: 'recruiter' }],
      [admin, { is_active: false }],
      [owner, { is_active: false }],
    ] as const) {
      const { body } = await patch(`/users/${person.id}`, change, person.accessToken).expect(403);
      expect(body.code).toBe('own_admin_right');
    }
  });

  it('answers 404 for people of other companies and for what is no id', async () => {
    const owner = await registerOwner();
    const stranger = await registerOwner();
    for (const id of [stranger.id, randomUUID(), 'no-uuid']) {
      const { body } = await patch(`/users/${id}`, { full_name: 'X' }, owner.accessToken).expect(
        404,
      );
      expect(body.code).toBe('user_not_found');
    }
  });

  it.each([
    { full_name: null },
    { full_name: '' },
    { role: null },
    { role: 'owner' },
    { is_active: null },
    { is_active: 'no' },
    { is_owner: true },
    { email: 'new@people.example' },
  ])('refuses %j as not valid', async (change) => {
    const owner = await registerOwner();
    await patch(`/users/${owner.id}`, change, owner.accessToken).expect(422);
  });
});

describe('API keys', () => {
  const makeKey = async (
    person: Person,
    scopes: readonly string[] = ['read', 'write'],
  ): Promise<{ readonly id: string; readonly api_key: string }> => {
    const body = { name: 'Careers page', scopes };
    return (await post('/api-keys', body, person.accessToken).expect(201)).body;
  };
  const withKey = (key: string): Record<string, string> => ({ 'X-Api-Key': key });

  it('are shown once and listed by their prefix', async () => {
    const owner = await registerOwner('recruiter');
    const made = await makeKey(owner, ['read']);
    expect(made).toEqual({
      id: expect.any(String),
      name: 'Careers page',
      prefix: made.api_key.slice(0, 12),
      scopes: ['read'],
      user_id: owner.id,
      last_used_at: null,
      created_at: expect.any(String),
      api_key: expect.stringMatching(/^slk_[\w-]{43}$/),
    });
    const { api_key: _key, ...shown } = made;
    const { body } = await get('/api-keys', owner.accessToken).expect(200);
    expect(body).toEqual({ data: [shown], next_cursor: null, total: 1 });
    const rows = await database.query('SELECT * FROM api_keys WHERE id = $1', [made.id]);
    expect(JSON.stringify(rows)).not.toContain(made.api_key.slice(12));
    await makeKey(owner);
    await makeKey(owner);
    await expectPages('/api-keys', owner.accessToken, 3);
  });

  it('act as their user and remember when', async () => {
    const owner = await registerOwner();
    const key = await makeKey(owner);
    const { body } = await http.get(`${API}/auth/me`).set(withKey(key.api_key)).expect(200);
    expect(body.id).toBe(owner.id);
    const list = await get('/api-keys', owner.accessToken);
    expect(Date.now() - Date.parse(list.body.data[0].last_used_at)).toBeLessThan(60_000);
  });

  it('do no more than their scopes', async () => {
    const owner = await registerOwner();
    const reading = await makeKey(owner, ['read']);
    const writing = await makeKey(owner, ['write']);
    const invitation = { email: uniqueEmail(), role: 'recruiter' };
    const refused = await http
      .post(`${API}/invitations`)
      .set(withKey(reading.api_key))
      .send(invitation)
      .expect(403);
    expect(refused.body.code).toBe('api_key_scope');
    await http.get(`${API}/users`).set(withKey(writing.api_key)).expect(403);
    await http
      .post(`${API}/invitations`)
      .set(withKey(writing.api_key))
      .send(invitation)
      .expect(201);
  });

  it('manage neither keys nor passwords', async () => {
    const owner = await registerOwner();
    const key = await makeKey(owner);
    const refused = await http
      .post(`${API}/api-keys`)
      .set(withKey(key.api_key))
      .send({ name: 'Another', scopes: ['read'] })
      .expect(403);
    expect(refused.body.code).toBe('api_key_not_allowed');
    await http.get(`${API}/api-keys`).set(withKey(key.api_key)).expect(403);
    await http
      .post(`${API}/auth/change-password`)
      .set(withKey(key.api_key))
      .send({ current_password: PASSWORD, new_password: 'seven purple bicycles' })
      .expect(403);
  });

  it('stop when they are revoked or their user is deactivated', async () => {
    const owner = await registerOwner();
    const admin = await joinCompany(owner, 'admin');
    const revoked = await makeKey(owner);
    const orphaned = await makeKey(admin);
    await remove(`/api-keys/${revoked.id}`, admin.accessToken).expect(204);
    await patch(`/users/${admin.id}`, { is_active: false }, owner.accessToken).expect(200);
    for (const key of [revoked.api_key, orphaned.api_key, 'slk_unknown']) {
      const { body, headers } = await http.get(`${API}/auth/me`).set(withKey(key)).expect(401);
      expect(body.code).toBe('invalid_api_key');
      expect(headers['www-authenticate']).toContain('Bearer');
    }
  });

  it('are revoked by their company only', async () => {
    const owner = await registerOwner();
    const stranger = await registerOwner();
    const key = await makeKey(owner);
    const { body } = await remove(`/api-keys/${key.id}`, stranger.accessToken).expect(404);
    expect(body.code).toBe('api_key_not_found');
    await remove(`/api-keys/${key.id}`, owner.accessToken).expect(204);
    await remove(`/api-keys/${key.id}`, owner.accessToken).expect(404);
  });

  it.each(['recruiter', 'hiring_manager', 'interviewer'])('are closed to %s', async (role) => {
    const owner = await registerOwner();
    const person = await joinCompany(owner, role);
    await post('/api-keys', { name: 'Mine', scopes: ['read'] }, person.accessToken).expect(403);
    await get('/api-keys', person.accessToken).expect(403);
    await remove(`/api-keys/${randomUUID()}`, person.accessToken).expect(403);
    await get('/api-keys').expect(401);
  });

  it.each([
    { name: '', scopes: ['read'] },
    { name: 'Key', scopes: [] },
    { name: 'Key', scopes: ['admin'] },
    { name: 'Key', scopes: ['read', 'read'] },
    { name: 'Key', scopes: 'read' },
    {},
  ])('refuse %j as not valid', async (body) => {
    const owner = await registerOwner();
    await post('/api-keys', body, owner.accessToken).expect(422);
  });
});
