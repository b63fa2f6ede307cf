import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { textResume } from '../support/documents';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createServerDatabase, isServerMode, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { TcpProxy } from '../support/tcp-proxy';
import { eventually, finishedTasks } from '../support/waiting';

jest.setTimeout(240_000);

const LONG_MS = 120_000;
const ACCOUNT = { email: 'owner@example.com', password: TEST_PASSWORD };

let dataDir: string;
let server: ServerDatabase | null;
let variables: NodeJS.ProcessEnv;
let running: ServerProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
  variables = {
    DATA_DIR: dataDir,
    BREAKER_RESET_SECONDS: '1',
    TASK_LEASE_SECONDS: '4',
    ...server?.variables,
  };
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')));
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function startServer(): ReturnType<typeof ServerProcess.start> {
  if (server === null) {
    await copyEmptyDatabase(variables['DATA_DIR']!);
  }
  const api = await ServerProcess.start(variables);
  running.push(api);
  if (server !== null) {
    const worker = ServerProcess.run('src/worker.js', variables);
    running.push(worker);
    await worker.logged('working');
  }
  return api;
}

async function register(api: ApiClient): Promise<ApiClient> {
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await api.post('/auth/register', { ...ACCOUNT, ...person }), 201);
  return logIn(api);
}

const logIn = async (api: ApiClient): Promise<ApiClient> =>
  api.as(expectStatus(await api.post('/auth/login', ACCOUNT), 200).body.access_token);

const resumeOf = (n: number): Buffer =>
  textResume({ name: `Person ${n}`, email: `p${n}@example.com`, phone: '' });

function bulk(api: ApiClient, from: number, count: number): Promise<ApiAnswer> {
  const form = new FormData();
  for (let n = from; n < from + count; n += 1) {
    form.append('files', new File([Uint8Array.from(resumeOf(n))], `${n}.txt`));
  }
  return api.send('POST', '/resumes/bulk', form);
}

const becomes = (api: ApiClient, status: number, part: string): Promise<ApiAnswer> =>
  eventually(async () => {
    const answer = await api.get('/health');
    const isUp = answer.body.parts[part].status === 'up';
    return answer.status === status && isUp === (status === 200) ? answer : null;
  }, LONG_MS);

/** Red, told with a time to come back at, while the process itself lives. */
async function expectRed(api: ApiClient, url: string, part: string): Promise<void> {
  const red = await becomes(api, 503, part);
  expect(red.body.status).toBe('unavailable');
  expect(Number(red.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${url}/health`)).status).toBe(200);
}

const total = async (api: ApiClient, path: string): Promise<number> =>
  expectStatus(await api.get(`${path}?limit=1`), 200).body.total;

if (isServerMode()) {
  describe('a server that is away', () => {
    it('the database: red, every request told when to come back, nothing lost, green without a restart', async () => {
      const { proxy, through } = await TcpProxy.before(variables['DATABASE_URL']!);
      variables = { ...variables, DATABASE_URL: through };
      const { api, url } = await startServer();
      const us = await register(api);
      expectStatus(await bulk(us, 0, 10), 202);
      await proxy.close();
      await expectRed(api, url, 'database');
      for (const call of [
        () => us.get('/jobs'),
        () => us.upload(resumeOf(90)),
        () => us.post('/search/semantic', { query: 'cook' }),
        () => api.post('/auth/login', ACCOUNT),
      ]) {
        const refused = await call();
        expect(refused.status).toBe(503);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      await proxy.open();
      await becomes(api, 200, 'database');
      const tasks = await finishedTasks(us, LONG_MS);
      expect(tasks.map(({ state }) => state)).toEqual(tasks.map(() => 'completed'));
      await expect(total(us, '/resumes')).resolves.toBe(10);
      await proxy.close();
    });

    it('Redis: red, people go on working, and what they asked for is done when it is back', async () => {
      const { proxy, through } = await TcpProxy.before(variables['REDIS_URL']!);
      variables = { ...variables, REDIS_URL: through };
      const started = await startServer();
      const us = await register(started.api);
      await proxy.close();
      await expectRed(started.api, started.url, 'queue');
      expectStatus(await us.upload(resumeOf(1)), 201);
      expectStatus(await bulk(us, 2, 4), 202);
      expectStatus(await us.get('/resumes'), 200);
      await proxy.open();
      await becomes(started.api, 200, 'queue');
      const tasks = await finishedTasks(us, LONG_MS);
      expect(tasks.map(({ state }) => state)).toEqual([
        'completed',
        'completed',
        'completed',
        'completed',
      ]);
      await expect(total(us, '/resumes')).resolves.toBe(5);
      await proxy.close();
    });
  });
}

const FULL_MB = 400;

/** Only root may mount; elsewhere the reserve is tested by its adapter alone. */
const canMount = process.getuid?.() === 0 && process.platform === 'linux';

(canMount ? it : it.skip)(
  'a full disk: red, no file is taken, people go on reading, and all is well when there is room',
  async () => {
    const disk = join(dataDir, 'disk');
    await mkdir(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${FULL_MB}m`, 'tmpfs', disk]);
    if (mounted.status !== 0) {
      return;
    }
    try {
      variables = { ...variables, DATA_DIR: disk };
      const started = await startServer();
      const us = await register(started.api);
      expectStatus(await us.upload(resumeOf(1)), 201);
      const filler = join(disk, 'filler');
      const left = Number(
        spawnSync('df', ['--output=avail', '-k', disk]).stdout.toString().split('\n')[1],
      );
      spawnSync('fallocate', ['-l', String((left - 20 * 1024) * 1024), filler]);
      await expectRed(started.api, started.url, 'disk');
      const refused = await us.upload(resumeOf(2));
      expect([refused.status, refused.body.code]).toEqual([503, 'storage_unavailable']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      await expect(total(us, '/resumes')).resolves.toBe(1);
      await rm(filler);
      await becomes(started.api, 200, 'disk');
      await eventually(async () => ((await us.upload(resumeOf(2))).status === 201 ? true : null));
      expectStatus(await bulk(us, 3, 3), 202);
      await finishedTasks(us, LONG_MS);
      await expect(total(us, '/resumes')).resolves.toBe(5);
    } finally {
      await Promise.all(running.map((one) => one.kill('SIGKILL')));
      running = [];
      spawnSync('umount', ['-l', disk]);
    }
  },
);

/** A clock of our processes that jumps when it is told to, beside that of the database; what was written before and after must go together. */
const CLOCK = `
  const RealDate = Date;
  let offsetMs = 0;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [RealDate.now() + offsetMs] : given));
    }
    static now() {
      return RealDate.now() + offsetMs;
    }
  };
  const { readFileSync } = require('node:fs');
  const look = () => {
    offsetMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
  };
  if (require('node:worker_threads').isMainThread) {
    look();
    setInterval(look, 50).unref();
  }
`;

it('a clock that jumps hours ahead and back: no request fails for it, and all work is done once', async () => {
  const script = join(dataDir, 'clock.cjs');
  const clock = join(dataDir, 'clock');
  await writeFile(script, CLOCK);
  await writeFile(clock, '0');
  variables = { ...variables, NODE_OPTIONS: `--require ${script}`, CLOCK_FILE: clock };
  const started = await startServer();
  const jumpTo = async (hours: number): Promise<void> => {
    await writeFile(clock, String(hours * 3_600_000));
    await sleep(300);
  };
  let us = await register(started.api);
  let sent = 0;
  for (const hours of [3, -3, 0]) {
    expectStatus(await bulk(us, sent, 6), 202);
    await jumpTo(hours);
    us = await logIn(started.api);
    expectStatus(await us.upload(resumeOf(sent + 6)), 201);
    sent += 7;
    expectStatus(await us.post('/search/semantic', { query: 'cook' }), 200);
    await becomes(started.api, 200, 'database');
  }
  const tasks = await finishedTasks(us, LONG_MS);
  expect(tasks.map(({ state, attempts }) => [state, attempts])).toEqual(
    tasks.map(() => ['completed', 1]),
  );
  await expect(total(us, '/resumes')).resolves.toBe(sent);
});
