import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { JwtService } from '@nestjs/jwt';
import { RealtimeServer } from '../../src/platform/realtime';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { SocketClient } from '../support/socket-client';
import { eventually } from '../support/waiting';

const MAX_PER_ACCOUNT = 4;
const MAX_BUFFERED_BYTES = 65_536;

let app: TestApp;
let us: TestCompany;
const clients: SocketClient[] = [];

beforeAll(async () => {
  app = await startTestApp({
    variables: {
      WS_MAX_CONNECTIONS_PER_ACCOUNT: String(MAX_PER_ACCOUNT),
      WS_MAX_MESSAGE_BYTES: '2048',
      WS_MESSAGES_PER_SECOND: '5',
      WS_MAX_BUFFERED_BYTES: String(MAX_BUFFERED_BYTES),
      WS_HEARTBEAT_SECONDS: '1',
    },
  });
  us = await app.newCompany();
  // Says what it is told, as often as asked: the base knows nothing of what features say.
  app.app.get(RealtimeServer, { strict: false }).serve({
    path: '/ws/echo',
    roles: ['admin', 'recruiter'],
    open: (connection, { query }) => {
      connection.send({ type: 'welcome', user_id: connection.actor.userId, as: query.get('as') });
      connection.onMessage(({ text, times }) => {
        for (let n = 0; n < Number(times ?? 1); n += 1) {
          connection.send({ type: 'echo', text });
        }
      });
    },
  });
});

afterAll(async () => {
  await app.stop();
});

afterEach(async () => {
  for (const { socket } of clients) {
    socket.terminate();
  }
  await Promise.all(clients.splice(0).map(({ closed }) => closed));
  // The server hears of it a moment later; the next test counts from none.
  const sockets = app.app.get(RealtimeServer, { strict: false });
  await eventually(() => (sockets.connectionCount === 0 ? true : null));
});

const connect = (
  token: string | null,
  options: { query?: string; headers?: Record<string, string>; autoPong?: boolean } = {},
): SocketClient => {
  const { query = '', ...more } = options;
  const client = SocketClient.connect(app.url, `/ws/echo${query}`, token, more);
  clients.push(client);
  return client;
};

describe('who connects', () => {
  it('shows the access token in the subprotocol, which is agreed to', async () => {
    const client = connect(us.accessToken, { query: '?as=browser' });
    const welcome = await client.ofType('welcome');
    expect(welcome).toEqual({ type: 'welcome', user_id: us.userId, as: 'browser' });
    expect(client.socket.protocol).toBe('bearer');
  });

  it('shows it in the address, or as programs do for HTTP', async () => {
    const inAddress = connect(null, { query: `?token=${us.accessToken}` });
    await expect(inAddress.ofType('welcome')).resolves.toMatchObject({ user_id: us.userId });
    const inHeader = connect(null, { headers: { authorization: `Bearer ${us.accessToken}` } });
    await expect(inHeader.ofType('welcome')).resolves.toMatchObject({ user_id: us.userId });
    const { body } = await us.api.post('/api-keys', { name: 'watcher', scopes: ['read'] });
    const withKey = connect(null, { headers: { 'x-api-key': body.api_key } });
    await expect(withKey.ofType('welcome')).resolves.toMatchObject({ user_id: us.userId });
  });

  it.each<[string, () => SocketClient, string]>([
    ['no token', () => connect(null), 'missing_token'],
    ['an empty token', () => connect(null, { query: '?token=' }), 'missing_token'],
    ['nonsense', () => connect('nonsense'), 'invalid_token'],
    ['a changed token', () => connect(`${us.accessToken.slice(0, -2)}xx`), 'invalid_token'],
    [
      'an unknown key',
      () => connect(null, { headers: { 'x-api-key': 'slk_no' } }),
      'invalid_api_key',
    ],
  ])('is refused with 4401 for %s', async (_case, attempt, reason) => {
    const client = attempt();
    await expect(client.closed).resolves.toEqual({ code: 4401, reason });
    expect(client.messages).toEqual([]);
  });

  it('is refused with 4403 in a role that has no business there', async () => {
    const interviewer = await app.join(us, 'interviewer');
    await expect(connect(interviewer.accessToken).closed).resolves.toEqual({
      code: 4403,
      reason: 'forbidden',
    });
  });
});

describe('a connection that lasts', () => {
  it('ends with 4401 when its token expires', async () => {
    const jwt = app.app.get(JwtService, { strict: false });
    const { exp: _exp, iat: _iat, ...claims } = jwt.decode<Record<string, unknown>>(us.accessToken);
    const short = await jwt.signAsync(claims, { expiresIn: 2 });
    const client = connect(short);
    await client.ofType('welcome');
    await expect(client.closed).resolves.toEqual({ code: 4401, reason: 'token_expired' });
    await expect(connect(short).closed).resolves.toMatchObject({ code: 4401 });
  });

  it('ends when the account is deactivated, or changes to a role that may not be there', async () => {
    const [leaver, mover, stayer] = [
      await app.join(us, 'recruiter'),
      await app.join(us, 'recruiter'),
      await app.join(us, 'recruiter'),
    ];
    const [left, moved, stayed] = [leaver, mover, stayer].map((one) => connect(one.accessToken));
    await Promise.all([left, moved, stayed].map((client) => client!.ofType('welcome')));
    await us.api.patch(`/users/${leaver.userId}`, { is_active: false });
    await us.api.patch(`/users/${mover.userId}`, { role: 'interviewer' });
    await expect(left!.closed).resolves.toEqual({ code: 4401, reason: 'invalid_token' });
    await expect(moved!.closed).resolves.toEqual({ code: 4403, reason: 'forbidden' });
    stayed!.send({ text: 'still here' });
    await stayed!.ofType('echo');
  });

  it('ends when its API key is revoked', async () => {
    const { body } = await us.api.post('/api-keys', { name: 'watcher', scopes: ['read'] });
    const client = connect(null, { headers: { 'x-api-key': body.api_key } });
    await client.ofType('welcome');
    await us.api.delete(`/api-keys/${body.id}`);
    await expect(client.closed).resolves.toEqual({ code: 4401, reason: 'invalid_api_key' });
  });

  it('is kept while its peer answers the heartbeat, and dropped when it does not', async () => {
    const alive = connect(us.accessToken);
    const dead = connect(us.accessToken, { autoPong: false });
    await Promise.all([alive.ofType('welcome'), dead.ofType('welcome')]);
    await expect(dead.closed).resolves.toMatchObject({ code: 1006 });
    alive.send({ text: 'here' });
    await alive.ofType('echo');
  });
});

describe('one peer that misbehaves', () => {
  /** What it does must not be felt here. */
  const bystander = async (): Promise<SocketClient> => {
    const client = connect(us.accessToken);
    await client.ofType('welcome');
    return client;
  };

  const isUnharmed = async (client: SocketClient): Promise<void> => {
    client.send({ text: 'fine' });
    await expect(client.ofType('echo')).resolves.toMatchObject({ text: 'fine' });
  };

  it('by too many connections gets 4429 for those over the limit, until others have gone', async () => {
    const open = await Promise.all(Array.from({ length: MAX_PER_ACCOUNT }, bystander));
    await expect(connect(us.accessToken).closed).resolves.toEqual({
      code: 4429,
      reason: 'too_many_connections',
    });
    const colleague = await app.join(us, 'recruiter');
    await connect(colleague.accessToken).ofType('welcome');
    await open[0]!.close();
    await eventually(async () => {
      const client = connect(us.accessToken);
      const outcome = await Promise.race([client.ofType('welcome'), client.closed]);
      return outcome.type === 'welcome' ? true : null;
    });
    await isUnharmed(open[1]!);
  });

  it('by a message that is too large is closed with 1009', async () => {
    const [client, other] = [await bystander(), await bystander()];
    client.send({ text: 'x'.repeat(3000) });
    await expect(client.closed).resolves.toMatchObject({ code: 1009 });
    await isUnharmed(other);
  });

  it('by frames that are none is closed with 1002, and by text that is none with 1007', async () => {
    const [mangled, garbled, other] = [await bystander(), await bystander(), await bystander()];
    // A frame without a mask, and with reserved bits set.
    rawSocketOf(mangled).write(Buffer.from([0xff, 0x00, 0x01]));
    await expect(mangled.closed).resolves.toMatchObject({ code: 1002 });
    garbled.socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
    await expect(garbled.closed).resolves.toMatchObject({ code: 1007 });
    await isUnharmed(other);
  });

  it('by binary frames is told so', async () => {
    const client = await bystander();
    client.socket.send(Buffer.from('{"text":"hello"}'), { binary: true });
    await expect(client.ofType('error')).resolves.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('by too many messages is told once, then closed with 1008', async () => {
    const [client, other] = [await bystander(), await bystander()];
    for (let n = 0; n < 6; n += 1) {
      client.send({ text: 'hello' });
    }
    await expect(client.ofType('error')).resolves.toMatchObject({ code: 'RATE_LIMIT' });
    for (let n = 0; n < 60; n += 1) {
      client.send({ text: 'hello' });
    }
    await expect(client.closed).resolves.toEqual({ code: 1008, reason: 'too_many_messages' });
    expect(client.messages.filter(({ type }) => type === 'error').length).toBeLessThanOrEqual(2);
    await isUnharmed(other);
  });

  it('by never reading what it asks for is cut off', async () => {
    const [client, other] = [await bystander(), await bystander()];
    rawSocketOf(client).pause();
    client.send({ text: 'x'.repeat(1500), times: 20_000 });
    const sockets = app.app.get(RealtimeServer, { strict: false });
    await eventually(() => (sockets.connectionCount === 1 ? true : null));
    await isUnharmed(other);
  });
});

/** The TCP connection below; ws keeps it to itself. */
function rawSocketOf(client: SocketClient): { write: (bytes: Buffer) => void; pause: () => void } {
  return Reflect.get(client.socket, '_socket');
}

describe('a plain request to the address of a WebSocket', () => {
  it('is told to upgrade; where nothing is, nothing is found', async () => {
    const { url } = app;
    const answer = await fetch(`${url}/ws/echo/`);
    expect([answer.status, answer.headers.get('upgrade')]).toEqual([426, 'websocket']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 426,
      code: 'upgrade_required',
      title: 'Upgrade Required',
      detail: expect.stringContaining('WebSocket'),
      request_id: expect.any(String),
    });
    const nothing = await fetch(`${url}/ws/nothing`);
    expect(nothing.status).toBe(404);
    expect(await nothing.json()).toMatchObject({ code: 'not_found' });
    expect((await fetch(`${url}/ws-test/`)).status).toBe(200);
  });
});

describe('a request that offers another protocol', () => {
  it('is served as if it had not, with its body', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connectTcp(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
    const body = JSON.stringify({ email: us.email, password: us.password });
    const head = [
      'POST /api/v1/auth/login HTTP/1.1',
      'Host: shortlist',
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n');
    // The body comes in two parts: with the head, and later.
    socket.write(`${head}\r\n\r\n${body.slice(0, 10)}`);
    setTimeout(() => socket.write(body.slice(10)), 50);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    await eventually(() => (answer.includes('access_token') ? true : null));
    expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
    // And the connection goes on.
    answer = '';
    socket.write('GET /health HTTP/1.1\r\nHost: shortlist\r\nConnection: close\r\n\r\n');
    await once(socket, 'end');
    expect(answer).toMatch(/^HTTP\/1.1 200 OK/);
  });
});

describe('the end of the server', () => {
  it('is told to everybody, with when to come back', async () => {
    const other = await startTestApp();
    const company = await other.newCompany();
    const connected = [1, 2, 3].map(() =>
      SocketClient.connect(other.url, '/ws/tasks', company.accessToken),
    );
    await Promise.all(connected.map((client) => client.ofType('connection')));
    await other.stop();
    for (const client of connected) {
      await expect(client.closed).resolves.toEqual({ code: 1001, reason: 'server_restart' });
      const hint = await client.ofType('reconnect');
      expect(hint.after_ms).toBeGreaterThanOrEqual(0);
      expect(hint.after_ms).toBeLessThanOrEqual(5000);
    }
  });
});
