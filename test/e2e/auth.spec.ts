import { randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { AccessTokenService } from '../../src/modules/auth';
import { startTestApp, type TestApp } from '../support/app';
import { AuthClient, PASSWORD, registration, uniqueCompany, uniqueEmail } from './auth-client';

const ATTEMPTS_PER_MINUTE = 15;

let app: TestApp;
let client: AuthClient;

beforeAll(async () => {
  app = await startTestApp({
    variables: { LOGIN_ATTEMPTS_PER_MINUTE: String(ATTEMPTS_PER_MINUTE) },
  });
  client = new AuthClient(app);
});

afterAll(async () => {
  await app.stop();
});

describe('POST /auth/register', () => {
  it('founds a company and makes the caller its owner, in the role asked for', async () => {
    const body = registration({ email: `  ${uniqueEmail().toUpperCase()} ` });
    const answer = await client.post('/auth/register', body).expect(201);
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
    const [row] = await app.database.query<{ hashed_password: string }>(
      'SELECT hashed_password FROM users WHERE email = $1',
      [email],
    );
    expect(row?.hashed_password).toMatch(/^\$2b\$12\$/);
  });

  it('makes an admin of who names no role', async () => {
    const { body } = await client
      .post('/auth/register', registration({ role: undefined }))
      .expect(201);
    expect(body.role).toBe('admin');
  });

  it('refuses a company that exists, whatever its case and spaces, and tells the way in', async () => {
    const name = uniqueCompany();
    await client.post('/auth/register', registration({ company_name: name })).expect(201);
    const { body, headers } = await client
      .post(
        '/auth/register',
        registration({ company_name: ` ${name.toUpperCase().replace(' ', '   ')}` }),
      )
      .expect(409);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.code).toBe('company_exists');
    expect(body.detail).toContain('invitation');
  });

  it('refuses an e-mail that is registered, in any case, and founds no company then', async () => {
    const first = registration();
    await client.post('/auth/register', first).expect(201);
    const company = uniqueCompany();
    const { body } = await client
      .post(
        '/auth/register',
        registration({ email: String(first['email']).toUpperCase(), company_name: company }),
      )
      .expect(409);
    expect(body.code).toBe('email_taken');
    await client.post('/auth/register', registration({ company_name: company })).expect(201);
  });

  it('lets one of several simultaneous registrations through', async () => {
    const same = registration();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => client.post('/auth/register', same)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    const sameEmail = uniqueEmail();
    const others = await Promise.all(
      Array.from({ length: 3 }, () =>
        client.post('/auth/register', registration({ email: sameEmail })),
      ),
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
    const { body } = await client.post('/auth/register', registration(values)).expect(422);
    expect(body.code).toBe('validation_failed');
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('says that a password is too long for bcrypt', async () => {
    const { body } = await client.post(
      '/auth/register',
      registration({ password: 'é'.repeat(40) }),
    );
    expect(body.errors).toEqual([
      { field: 'password', message: expect.stringContaining('72 bytes') },
    ]);
  });
});

describe('POST /auth/register with an invitation', () => {
  it('joins the company in the role invited, not the one asked for', async () => {
    const owner = await client.newOwner();
    const email = uniqueEmail();
    const invited = await client
      .post('/invitations', { email: email.toUpperCase(), role: 'interviewer' }, owner.accessToken)
      .expect(201);
    const { body } = await client
      .post(
        '/auth/register',
        registration({
          email,
          role: 'admin',
          company_name: undefined,
          invitation_token: invited.body.invitation_token,
        }),
      )
      .expect(201);
    expect(body).toMatchObject({
      role: 'interviewer',
      is_owner: false,
      company_id: owner.companyId,
    });
  });

  it('works once', async () => {
    const owner = await client.newOwner();
    const email = uniqueEmail();
    const { body } = await client.post(
      '/invitations',
      { email, role: 'recruiter' },
      owner.accessToken,
    );
    const joining = registration({
      email,
      company_name: undefined,
      invitation_token: body.invitation_token,
    });
    const answers = await Promise.all([
      client.post('/auth/register', joining),
      client.post('/auth/register', joining),
    ]);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const again = await client
      .post('/auth/register', { ...joining, email: uniqueEmail() })
      .expect(422);
    expect(again.body.code).toBe('invitation_invalid');
  });

  it('refuses another e-mail, and the invitation stays good', async () => {
    const owner = await client.newOwner();
    const email = uniqueEmail();
    const invited = await client.post(
      '/invitations',
      { email, role: 'recruiter' },
      owner.accessToken,
    );
    const joining = {
      company_name: undefined,
      invitation_token: invited.body.invitation_token,
    };
    const { body } = await client.post('/auth/register', registration(joining)).expect(422);
    expect(body.code).toBe('invitation_email_mismatch');
    await client.post('/auth/register', registration({ ...joining, email })).expect(201);
  });

  it('refuses an unknown and an expired invitation', async () => {
    const owner = await client.newOwner();
    const email = uniqueEmail();
    const invited = await client.post(
      '/invitations',
      { email, role: 'recruiter' },
      owner.accessToken,
    );
    await app.database.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [
      invited.body.id,
    ]);
    for (const token of ['sli_unknown', invited.body.invitation_token]) {
      const { body } = await client
        .post(
          '/auth/register',
          registration({ email, company_name: undefined, invitation_token: token }),
        )
        .expect(422);
      expect(body.code).toBe('invitation_invalid');
    }
  });
});

describe('POST /auth/login', () => {
  it('answers a token pair and the user', async () => {
    const owner = await client.newOwner('recruiter');
    const { body } = await client
      .post('/auth/login', {
        email: ` ${owner.email.toUpperCase()}`,
        password: PASSWORD,
      })
      .expect(200);
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
    const owner = await client.newOwner();
    const wrong = await client
      .post('/auth/login', { email: owner.email, password: 'wrong' })
      .expect(401);
    const unknown = await client
      .post('/auth/login', {
        email: uniqueEmail(),
        password: PASSWORD,
      })
      .expect(401);
    expect(wrong.body.code).toBe('invalid_credentials');
    expect(wrong.headers.get('www-authenticate')).toContain('Bearer');
    expect({ ...unknown.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
  });

  it('refuses a deactivated account, and says so only with the right password', async () => {
    const owner = await client.newOwner();
    const person = await client.newColleague(owner, 'recruiter');
    await client.patch(`/users/${person.id}`, { is_active: false }, owner.accessToken).expect(200);
    const right = await client
      .post('/auth/login', { email: person.email, password: PASSWORD })
      .expect(403);
    expect(right.body.code).toBe('account_inactive');
    const wrong = await client
      .post('/auth/login', { email: person.email, password: 'wrong' })
      .expect(401);
    expect(wrong.body.code).toBe('invalid_credentials');
  });

  it.each([
    {},
    { email: 'mira@people.example' },
    { email: 'nobody', password: 'x' },
    { email: {}, password: [] },
  ])('refuses %j as not valid', async (body) => {
    const answer = await client.post('/auth/login', body).expect(422);
    expect(answer.body.code).toBe('validation_failed');
  });

  it('stops an account after the attempts of a minute, and leaves others alone', async () => {
    const owner = await client.newOwner();
    const other = await client.newOwner();
    const attempts = await Promise.all(
      Array.from({ length: ATTEMPTS_PER_MINUTE }, () =>
        client.post('/auth/login', { email: owner.email, password: 'wrong' }),
      ),
    );
    expect(attempts.map((answer) => answer.status)).toContain(429);
    const { body, headers } = await client
      .post('/auth/login', { email: owner.email.toUpperCase(), password: PASSWORD })
      .expect(429);
    expect(body.code).toBe('too_many_requests');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    await client.logIn(other.email);
  });
});

describe('access tokens', () => {
  it('are asked for where none is sent', async () => {
    const { body, headers } = await client.get('/auth/me').expect(401);
    expect(body.code).toBe('missing_token');
    expect(headers.get('www-authenticate')).toBe('Bearer realm="shortlist"');
  });

  it.each(['nonsense', 'a.b.c', ''])('are refused when they are %j', async (token) => {
    const { body } = await client.get('/auth/me', token).expect(401);
    expect(['invalid_token', 'missing_token']).toContain(body.code);
  });

  it('are refused when signed by another key, for another audience or not at all', async () => {
    const owner = await client.newOwner();
    const jwt = app.app.get(JwtService, { strict: false });
    const claims = { sub: owner.id, sv: 1 };
    const good = { issuer: 'shortlist', audience: 'shortlist-api', expiresIn: 60 };
    const own = jwt.sign(claims, good);
    await client.get('/auth/me', own).expect(200);
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
      const { body, headers } = await client.get('/auth/me', token).expect(401);
      expect(body.code).toBe('invalid_token');
      expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  });

  it('expire, and say so', async () => {
    const owner = await client.newOwner();
    const expired = app.app
      .get(JwtService, { strict: false })
      .sign(
        { sub: owner.id, sv: 1 },
        { issuer: 'shortlist', audience: 'shortlist-api', expiresIn: -1 },
      );
    const { body, headers } = await client.get('/auth/me', expired).expect(401);
    expect(body.code).toBe('token_expired');
    expect(headers.get('www-authenticate')).toContain('expired');
  });

  it('stop working at once when their user is deactivated, and do not come back with them', async () => {
    const owner = await client.newOwner();
    const person = await client.newColleague(owner, 'recruiter');
    await client.patch(`/users/${person.id}`, { is_active: false }, owner.accessToken).expect(200);
    await client.get('/auth/me', person.accessToken).expect(401);
    await client.patch(`/users/${person.id}`, { is_active: true }, owner.accessToken).expect(200);
    await client.get('/auth/me', person.accessToken).expect(401);
    const { body } = await client
      .post('/auth/refresh', { refresh_token: person.refreshToken })
      .expect(401);
    expect(body.code).toBe('refresh_token_invalid');
    await client.logIn(person.email);
  });

  it('carry a new role at once', async () => {
    const owner = await client.newOwner();
    const person = await client.newColleague(owner, 'interviewer');
    await client.get('/users', person.accessToken).expect(403);
    await client.patch(`/users/${person.id}`, { role: 'recruiter' }, owner.accessToken).expect(200);
    await client.get('/users', person.accessToken).expect(200);
  });

  it('are verified for other connections into who is calling, the owner as an admin', async () => {
    const owner = await client.newOwner('hiring_manager');
    const tokens = app.app.get(AccessTokenService, { strict: false });
    const { actor, expiresAt } = await tokens.verify(owner.accessToken);
    expect(actor).toEqual({
      userId: owner.id,
      companyId: owner.companyId,
      role: 'admin',
      isOwner: true,
    });
    const secondsLeft = (expiresAt.getTime() - Date.now()) / 1000;
    expect(secondsLeft).toBeGreaterThan(1700);
    expect(secondsLeft).toBeLessThanOrEqual(1800);
    await expect(tokens.verify('nonsense')).rejects.toMatchObject({ code: 'invalid_token' });
  });
});

describe('POST /auth/refresh', () => {
  it('answers a new pair, of which both work', async () => {
    const owner = await client.newOwner();
    const { body } = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 1800,
      refresh_token: expect.any(String),
    });
    await client.get('/auth/me', body.access_token).expect(200);
    await client.post('/auth/refresh', { refresh_token: body.refresh_token }).expect(200);
  });

  it('ends the whole session when a spent token comes back, and no other session', async () => {
    const owner = await client.newOwner();
    const elsewhere = await client.logIn(owner.email);
    const next = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(200);
    const reused = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(401);
    expect(reused.body.code).toBe('refresh_token_reused');
    expect(reused.headers.get('www-authenticate')).toContain('Bearer');
    const { body } = await client
      .post('/auth/refresh', { refresh_token: next.body.refresh_token })
      .expect(401);
    expect(body.code).toBe('refresh_token_invalid');
    await client.post('/auth/refresh', { refresh_token: elsewhere.refreshToken }).expect(200);
  });

  it('gives one of two simultaneous callers a pair', async () => {
    const owner = await client.newOwner();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        client.post('/auth/refresh', { refresh_token: owner.refreshToken }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('refuses a successor that was written while its family was being revoked', async () => {
    const owner = await client.newOwner();
    const next = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(200);
    await app.database.query(
      `UPDATE refresh_tokens SET revoked_at = now() WHERE user_id = $1 AND used_at IS NOT NULL`,
      [owner.id],
    );
    await client.post('/auth/refresh', { refresh_token: next.body.refresh_token }).expect(401);
  });

  it('refuses an expired token', async () => {
    const owner = await client.newOwner();
    await app.database.query('UPDATE refresh_tokens SET expires_at = now() WHERE user_id = $1', [
      owner.id,
    ]);
    const { body } = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(401);
    expect(body.code).toBe('refresh_token_expired');
  });

  it('refuses an unknown token and a missing one', async () => {
    const { body } = await client
      .post('/auth/refresh', { refresh_token: 'slr_unknown' })
      .expect(401);
    expect(body.code).toBe('refresh_token_invalid');
    await client.post('/auth/refresh', {}).expect(422);
  });

  it('keeps no token in the database', async () => {
    const owner = await client.newOwner();
    const rows = await app.database.query('SELECT * FROM refresh_tokens WHERE user_id = $1', [
      owner.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(owner.refreshToken.slice(4));
  });

  it('forgets families at a login once no token of them can be alive', async () => {
    const owner = await client.newOwner();
    await app.database.query(
      `UPDATE refresh_tokens SET expires_at = now() - interval '15 days' WHERE user_id = $1`,
      [owner.id],
    );
    await client.logIn(owner.email);
    const rows = await app.database.query('SELECT id FROM refresh_tokens WHERE user_id = $1', [
      owner.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('POST /auth/logout', () => {
  it('ends the session of the token and answers the same to an unknown one', async () => {
    const owner = await client.newOwner();
    const next = await client
      .post('/auth/refresh', { refresh_token: owner.refreshToken })
      .expect(200);
    const { body: nothing } = await client
      .post('/auth/logout', { refresh_token: owner.refreshToken })
      .expect(204);
    expect(nothing).toBe('');
    await client.post('/auth/refresh', { refresh_token: next.body.refresh_token }).expect(401);
    await client.post('/auth/logout', { refresh_token: 'slr_unknown' }).expect(204);
    await client.post('/auth/logout', {}).expect(422);
  });
});

describe('POST /auth/change-password', () => {
  it('ends every session and opens a new one', async () => {
    const owner = await client.newOwner();
    const elsewhere = await client.logIn(owner.email);
    const { body } = await client
      .post(
        '/auth/change-password',
        { current_password: PASSWORD, new_password: 'seven purple bicycles' },
        owner.accessToken,
      )
      .expect(200);
    await client.get('/auth/me', owner.accessToken).expect(401);
    await client.get('/auth/me', elsewhere.accessToken).expect(401);
    await client.post('/auth/refresh', { refresh_token: elsewhere.refreshToken }).expect(401);
    await client.get('/auth/me', body.access_token).expect(200);
    await client.post('/auth/login', { email: owner.email, password: PASSWORD }).expect(401);
    await client.logIn(owner.email, 'seven purple bicycles');
  });

  it('refuses a wrong current password, a weak new one and no login', async () => {
    const owner = await client.newOwner();
    const wrong = await client
      .post(
        '/auth/change-password',
        { current_password: 'wrong', new_password: 'seven purple bicycles' },
        owner.accessToken,
      )
      .expect(422);
    expect(wrong.body.code).toBe('current_password_wrong');
    await client
      .post(
        '/auth/change-password',
        { current_password: PASSWORD, new_password: 'short' },
        owner.accessToken,
      )
      .expect(422);
    await client
      .post('/auth/change-password', {
        current_password: PASSWORD,
        new_password: 'seven purple bicycles',
      })
      .expect(401);
    await client.get('/auth/me', owner.accessToken).expect(200);
  });
});

describe('GET /auth/me', () => {
  it.each(['admin', 'recruiter', 'hiring_manager', 'interviewer'])('answers %s', async (role) => {
    const owner = await client.newOwner();
    const person = await client.newColleague(owner, role);
    const { body } = await client.get('/auth/me', person.accessToken).expect(200);
    expect(body).toMatchObject({
      id: person.id,
      role,
      is_owner: false,
      company_id: owner.companyId,
    });
  });
});
