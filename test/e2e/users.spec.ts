import { randomUUID } from 'node:crypto';
import { type Role, ROLES } from '../../src/common/http';
import { startTestApp, type TestApp } from '../support/app';
import { AuthClient, PASSWORD, type Person, registration, uniqueEmail } from './auth-client';

let app: TestApp;
let client: AuthClient;

/** A company with somebody of each role, for tests that change nothing. */
let staff: Readonly<Record<Role, Person>>;

beforeAll(async () => {
  app = await startTestApp();
  client = new AuthClient(app);
  const owner = await client.newOwner();
  const people = await Promise.all(
    ROLES.map(async (role) => [role, await client.newColleague(owner, role)] as const),
  );
  staff = Object.fromEntries(people) as Record<Role, Person>;
});

afterAll(async () => {
  await app.stop();
});

describe('invitations', () => {
  it('are made by an owner of any role and by admins, and show their token once', async () => {
    const owner = await client.newOwner('recruiter');
    const email = uniqueEmail();
    const made = await client
      .post('/invitations', { email, role: 'admin' }, owner.accessToken)
      .expect(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      email,
      role: 'admin',
      invited_by: owner.id,
      expires_at: expect.any(String),
      created_at: expect.any(String),
      invitation_token: expect.stringMatching(/^sli_/),
    });
    const list = await client.get('/invitations', owner.accessToken).expect(200);
    const { invitation_token: _token, ...shown } = made.body;
    expect(list.body).toEqual({ data: [shown], next_cursor: null, total: 1 });
    const admin = await client.newColleague(owner, 'admin');
    await client
      .post('/invitations', { email: uniqueEmail(), role: 'recruiter' }, admin.accessToken)
      .expect(201);
  });

  it.each(['recruiter', 'hiring_manager', 'interviewer'] as const)(
    'are closed to %s',
    async (role) => {
      const person = staff[role];
      const body = { email: uniqueEmail(), role: 'recruiter' };
      const refused = await client.post('/invitations', body, person.accessToken).expect(403);
      expect(refused.body.code).toBe('forbidden');
      await client.get('/invitations', person.accessToken).expect(403);
      await client.delete(`/invitations/${randomUUID()}`, person.accessToken).expect(403);
      await client.post('/invitations', body).expect(401);
    },
  );

  it('are refused for a registered e-mail and for one that has an open invitation', async () => {
    const owner = await client.newOwner();
    const other = await client.newOwner();
    const taken = await client
      .post('/invitations', { email: other.email, role: 'recruiter' }, owner.accessToken)
      .expect(409);
    expect(taken.body.code).toBe('email_taken');
    const body = { email: uniqueEmail(), role: 'recruiter' };
    await client.post('/invitations', body, owner.accessToken).expect(201);
    const open = await client.post('/invitations', body, owner.accessToken).expect(409);
    expect(open.body.code).toBe('invitation_exists');
    await client.post('/invitations', body, other.accessToken).expect(201);
  });

  it('replace an expired one, whose token stays dead', async () => {
    const owner = await client.newOwner();
    const body = { email: uniqueEmail(), role: 'recruiter' };
    const first = await client.post('/invitations', body, owner.accessToken).expect(201);
    await app.database.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [
      first.body.id,
    ]);
    const second = await client.post('/invitations', body, owner.accessToken).expect(201);
    expect(second.body.id).not.toBe(first.body.id);
    const joining = { email: body.email, company_name: undefined };
    await client
      .post(
        '/auth/register',
        registration({ ...joining, invitation_token: first.body.invitation_token }),
      )
      .expect(422);
    await client
      .post(
        '/auth/register',
        registration({ ...joining, invitation_token: second.body.invitation_token }),
      )
      .expect(201);
  });

  it('are withdrawn by their company only, and not once accepted', async () => {
    const owner = await client.newOwner();
    const stranger = await client.newOwner();
    const email = uniqueEmail();
    const { body } = await client.post(
      '/invitations',
      { email, role: 'recruiter' },
      owner.accessToken,
    );
    const path = `/invitations/${body.id}`;
    const foreign = await client.delete(path, stranger.accessToken).expect(404);
    expect(foreign.body.code).toBe('invitation_not_found');
    await client.delete(path, owner.accessToken).expect(204);
    await client.delete(path, owner.accessToken).expect(404);
    await client.delete('/invitations/no-uuid', owner.accessToken).expect(404);
    await client.newColleague(owner, 'recruiter');
    const [accepted] = await app.database.query<{ id: string }>(
      'SELECT id FROM invitations WHERE company_id = $1 AND accepted_at IS NOT NULL',
      [owner.companyId],
    );
    await client.delete(`/invitations/${accepted!.id}`, owner.accessToken).expect(404);
  });

  it.each([{ email: 'nobody', role: 'recruiter' }, { email: 'a@b.example', role: 'owner' }, {}])(
    'refuse %j as not valid',
    async (body) => {
      await client.post('/invitations', body, staff.admin.accessToken).expect(422);
    },
  );

  it('are listed page by page, each once', async () => {
    const owner = await client.newOwner();
    for (let index = 0; index < 5; index += 1) {
      await client.post(
        '/invitations',
        { email: uniqueEmail(), role: 'recruiter' },
        owner.accessToken,
      );
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
    const { body } = await client.get(`${path}?limit=2${suffix}`, token).expect(200);
    expect(body.total).toBe(total);
    ids.push(...body.data.map((row: { id: string }) => row.id));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
  await client.get(`${path}?cursor=nonsense`, token).expect(422);
  await client.get(`${path}?limit=0`, token).expect(422);
}

describe('GET /users', () => {
  it.each(['admin', 'recruiter'])(
    'lists the company for %s, oldest first, page by page',
    async (role) => {
      const owner = await client.newOwner();
      const person = await client.newColleague(owner, role);
      await client.newColleague(owner, 'interviewer');
      await client.newOwner();
      const { body } = await client.get('/users', person.accessToken).expect(200);
      expect(body.total).toBe(3);
      expect(body.data[0]).toMatchObject({ id: owner.id, is_owner: true, is_active: true });
      expect(body.data[1].id).toBe(person.id);
      expect(JSON.stringify(body)).not.toContain('password');
      await expectPages('/users', person.accessToken, 3);
    },
  );

  it.each(['hiring_manager', 'interviewer'] as const)('is closed to %s', async (role) => {
    const person = staff[role];
    await client.get('/users', person.accessToken).expect(403);
    await client.get('/users').expect(401);
  });
});

describe('PATCH /users/:user_id', () => {
  it('changes what is given and nothing else', async () => {
    const owner = await client.newOwner();
    const person = await client.newColleague(owner, 'recruiter');
    const path = `/users/${person.id}`;
    const renamed = await client
      .patch(path, { full_name: ' Theo Lindqvist ' }, owner.accessToken)
      .expect(200);
    expect(renamed.body).toMatchObject({
      full_name: 'Theo Lindqvist',
      role: 'recruiter',
      is_active: true,
    });
    const moved = await client.patch(path, { role: 'interviewer' }, owner.accessToken).expect(200);
    expect(moved.body).toMatchObject({ full_name: 'Theo Lindqvist', role: 'interviewer' });
    await client.patch(path, {}, owner.accessToken).expect(200);
    await client.get('/auth/me', person.accessToken).expect(200);
  });

  it('is open to admins and closed to all others', async () => {
    const owner = await client.newOwner();
    const admin = await client.newColleague(owner, 'admin');
    await client
      .patch(`/users/${owner.id}`, { full_name: 'Ada Owner' }, admin.accessToken)
      .expect(200);
    for (const role of ['recruiter', 'hiring_manager', 'interviewer'] as const) {
      const person = staff[role];
      await client.patch(`/users/${person.id}`, { role: 'admin' }, person.accessToken).expect(403);
    }
    await client.patch(`/users/${owner.id}`, {}).expect(401);
  });

  it('protects the owner from other admins', async () => {
    const owner = await client.newOwner();
    const admin = await client.newColleague(owner, 'admin');
    for (const change of [{ is_active: false }, { role: 'interviewer' }]) {
      const { body } = await client
        .patch(`/users/${owner.id}`, change, admin.accessToken)
        .expect(403);
      expect(body.code).toBe('owner_protected');
    }
    await client.patch(`/users/${owner.id}`, { role: 'recruiter' }, owner.accessToken).expect(200);
    await client.get('/invitations', owner.accessToken).expect(200);
  });

  it('keeps everybody from taking their own right to administer away', async () => {
    const owner = await client.newOwner();
    const admin = await client.newColleague(owner, 'admin');
    for (const [person, change] of [
      [admin, { role: 'recruiter' }],
      [admin, { is_active: false }],
      [owner, { is_active: false }],
    ] as const) {
      const { body } = await client
        .patch(`/users/${person.id}`, change, person.accessToken)
        .expect(403);
      expect(body.code).toBe('own_admin_right');
    }
  });

  it('answers 404 for people of other companies and for what is no id', async () => {
    const owner = await client.newOwner();
    const stranger = await client.newOwner();
    for (const id of [stranger.id, randomUUID(), 'no-uuid']) {
      const { body } = await client
        .patch(`/users/${id}`, { full_name: 'X' }, owner.accessToken)
        .expect(404);
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
    const { id, accessToken } = staff.admin;
    await client.patch(`/users/${id}`, change, accessToken).expect(422);
  });
});

describe('API keys', () => {
  const makeKey = async (
    person: Person,
    scopes: readonly string[] = ['read', 'write'],
  ): Promise<{ readonly id: string; readonly api_key: string }> => {
    const body = { name: 'Careers page', scopes };
    return (await client.post('/api-keys', body, person.accessToken).expect(201)).body;
  };
  const withKey = (key: string): Record<string, string> => ({ 'X-Api-Key': key });

  it('are shown once and listed by their prefix', async () => {
    const owner = await client.newOwner('recruiter');
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
    const { body } = await client.get('/api-keys', owner.accessToken).expect(200);
    expect(body).toEqual({ data: [shown], next_cursor: null, total: 1 });
    const rows = await app.database.query('SELECT * FROM api_keys WHERE id = $1', [made.id]);
    expect(JSON.stringify(rows)).not.toContain(made.api_key.slice(12));
    await makeKey(owner);
    await makeKey(owner);
    await expectPages('/api-keys', owner.accessToken, 3);
  });

  it('act as their user and remember when', async () => {
    const owner = await client.newOwner();
    const key = await makeKey(owner);
    const { body } = await client.get('/auth/me').set(withKey(key.api_key)).expect(200);
    expect(body.id).toBe(owner.id);
    const list = await client.get('/api-keys', owner.accessToken);
    expect(Date.now() - Date.parse(list.body.data[0].last_used_at)).toBeLessThan(60_000);
  });

  it('do no more than their scopes', async () => {
    const owner = await client.newOwner();
    const reading = await makeKey(owner, ['read']);
    const writing = await makeKey(owner, ['write']);
    const invitation = { email: uniqueEmail(), role: 'recruiter' };
    const refused = await client
      .post('/invitations', invitation)
      .set(withKey(reading.api_key))
      .expect(403);
    expect(refused.body.code).toBe('api_key_scope');
    await client.get('/users').set(withKey(writing.api_key)).expect(403);
    await client.post('/invitations', invitation).set(withKey(writing.api_key)).expect(201);
  });

  it('manage neither keys nor passwords', async () => {
    const owner = await client.newOwner();
    const key = await makeKey(owner);
    const refused = await client
      .post('/api-keys', { name: 'Another', scopes: ['read'] })
      .set(withKey(key.api_key))
      .expect(403);
    expect(refused.body.code).toBe('api_key_not_allowed');
    await client.get('/api-keys').set(withKey(key.api_key)).expect(403);
    await client
      .post('/auth/change-password', {
        current_password: PASSWORD,
        new_password: 'seven purple bicycles',
      })
      .set(withKey(key.api_key))
      .expect(403);
  });

  it('stop when they are revoked or their user is deactivated', async () => {
    const owner = await client.newOwner();
    const admin = await client.newColleague(owner, 'admin');
    const revoked = await makeKey(owner);
    const orphaned = await makeKey(admin);
    await client.delete(`/api-keys/${revoked.id}`, admin.accessToken).expect(204);
    await client.patch(`/users/${admin.id}`, { is_active: false }, owner.accessToken).expect(200);
    for (const key of [revoked.api_key, orphaned.api_key, 'slk_unknown']) {
      const { body, headers } = await client.get('/auth/me').set(withKey(key)).expect(401);
      expect(body.code).toBe('invalid_api_key');
      expect(headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('are revoked by their company only', async () => {
    const owner = await client.newOwner();
    const stranger = await client.newOwner();
    const key = await makeKey(owner);
    const { body } = await client.delete(`/api-keys/${key.id}`, stranger.accessToken).expect(404);
    expect(body.code).toBe('api_key_not_found');
    await client.delete(`/api-keys/${key.id}`, owner.accessToken).expect(204);
    await client.delete(`/api-keys/${key.id}`, owner.accessToken).expect(404);
  });

  it.each(['recruiter', 'hiring_manager', 'interviewer'] as const)(
    'are closed to %s',
    async (role) => {
      const person = staff[role];
      await client
        .post('/api-keys', { name: 'Mine', scopes: ['read'] }, person.accessToken)
        .expect(403);
      await client.get('/api-keys', person.accessToken).expect(403);
      await client.delete(`/api-keys/${randomUUID()}`, person.accessToken).expect(403);
      await client.get('/api-keys').expect(401);
    },
  );

  it.each([
    { name: '', scopes: ['read'] },
    { name: 'Key', scopes: [] },
    { name: 'Key', scopes: ['admin'] },
    { name: 'Key', scopes: ['read', 'read'] },
    { name: 'Key', scopes: 'read' },
    {},
  ])('refuse %j as not valid', async (body) => {
    await client.post('/api-keys', body, staff.admin.accessToken).expect(422);
  });
});
