import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import Redis from 'ioredis';
import type { ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { textResume } from '../support/documents';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createJob } from '../support/jobs';
import { createServerDatabase, isServerMode, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { TcpProxy } from '../support/tcp-proxy';
import { eventually, finishedTask, finishedTasks } from '../support/waiting';

// Processes that start on a busy machine take their time.
jest.setTimeout(240_000);

const LONG_MS = 120_000;
/** Far below what a client waits, far above what an answer takes. */
const ANSWER_MS = 20_000;

let dataDir: string;
let server: ServerDatabase | null;
let database: TcpProxy | null;
let redis: TcpProxy | null;
let variables: NodeJS.ProcessEnv;
const running = new Set<ServerProcess>();

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
  variables = { DATA_DIR: dataDir, TASK_LEASE_SECONDS: '4', ...server?.variables };
  [database, redis] = [null, null];
  if (server === null) {
    await copyEmptyDatabase(dataDir);
    return;
  }
  const beforeDatabase = await TcpProxy.before(server.variables['DATABASE_URL'] ?? '');
  const beforeRedis = await TcpProxy.before(server.variables['REDIS_URL'] ?? '');
  database = beforeDatabase.proxy;
  redis = beforeRedis.proxy;
  Object.assign(variables, {
    DATABASE_URL: beforeDatabase.through,
    REDIS_URL: beforeRedis.through,
  });
});

afterEach(async () => {
  await Promise.all([...running].map((one) => one.kill('SIGKILL')));
  running.clear();
  await database?.close();
  await redis?.close();
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function startApi(): Promise<ApiClient> {
  const api = await ServerProcess.start(variables);
  running.add(api);
  const account = { email: 'owner@example.com', password: TEST_PASSWORD };
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await api.api.post('/auth/register', { ...account, ...person }), 201);
  const { body } = expectStatus(await api.api.post('/auth/login', account), 200);
  return api.api.as(body.access_token);
}

async function startWorker(more: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const worker = ServerProcess.run('src/worker.js', { ...variables, ...more });
  running.add(worker);
  await worker.logged('working');
  return worker;
}

const pidsOf = (worker: ServerProcess): number[] =>
  worker.lines('working').map((line) => Number(JSON.parse(line).pid));

function bulk(api: ApiClient, count: number): Promise<ReturnType<typeof JSON.parse>> {
  const form = new FormData();
  for (let n = 0; n < count; n += 1) {
    const fields = { name: 'Robin Example', email: `robin${n}@example.com`, phone: '' };
    form.append('files', new File([Uint8Array.from(textResume(fields))], `${n}.txt`));
  }
  return api.send('POST', '/resumes/bulk', form).then((answer) => expectStatus(answer, 202).body);
}

/** The rest needs processes and servers of their own. */
function inServerMode(name: string, tests: () => void): void {
  if (isServerMode()) {
    describe(name, tests);
  }
}

describe('a server that is killed in the middle of a bulk upload', () => {
  it('carries it on after its restart without being asked', async () => {
    const api = await startApi();
    const worker = server === null ? null : await startWorker();
    await bulk(api, 30);
    await eventually(async () => {
      const { body } = await api.get('/tasks?state=completed&limit=1');
      return body.total > 0 ? true : null;
    }, LONG_MS);
    await Promise.all([...running].map((one) => one.kill('SIGKILL')));
    running.clear();
    const again = await ServerProcess.start(variables);
    running.add(again);
    if (worker !== null) {
      await startWorker();
    }
    const login = await again.api.post('/auth/login', {
      email: 'owner@example.com',
      password: TEST_PASSWORD,
    });
    const client = again.api.as(login.body.access_token);
    const tasks = await finishedTasks(client, LONG_MS);
    expect(tasks.map(({ state }) => state)).toEqual(Array.from({ length: 30 }, () => 'completed'));
    const resumes = await client.get('/resumes?limit=100');
    expect(resumes.body.total).toBe(30);
  });
});

inServerMode('a worker', () => {
  it('that is killed loses nothing: another takes over what it had begun', async () => {
    const api = await startApi();
    const first = await startWorker();
    await startWorker();
    await bulk(api, 24);
    await eventually(async () => {
      const { body } = await api.get('/tasks?state=running&limit=1');
      return body.total > 0 ? true : null;
    }, LONG_MS);
    process.kill(pidsOf(first)[0]!, 'SIGKILL');
    const tasks = await finishedTasks(api, LONG_MS);
    expect(tasks.every(({ state }) => state === 'completed')).toBe(true);
    expect((await api.get('/resumes?limit=1')).body.total).toBe(24);
    // Its own supervisor has replaced it meanwhile, or will.
    await eventually(() => (pidsOf(first).length > 1 ? true : null), LONG_MS);
  });

  it('makes room for a successor after so many tasks and loses none', async () => {
    const api = await startApi();
    const worker = await startWorker({ WORKER_MAX_TASKS: '8' });
    await bulk(api, 20);
    const tasks = await finishedTasks(api, LONG_MS);
    expect(tasks.map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 20 }, () => ['completed', 1]),
    );
    expect(new Set(pidsOf(worker)).size).toBeGreaterThan(1);
    const { code } = await worker.kill('SIGTERM');
    expect(code).toBe(0);
  });

  it('serves the queues that it is told to, and leaves the others to others', async () => {
    const api = await startApi();
    await startWorker({ WORKER_QUEUES: 'notifications,maintenance' });
    const { body } = await api.post('/company-skills', { name: 'Berth Planner' });
    await expect(finishedTask(api, body.search_task_id)).resolves.toMatchObject({
      state: 'completed',
    });
    const { items } = await bulk(api, 1);
    await sleep(3_000);
    const waiting = await api.get(`/tasks/${items[0].task_id}`);
    expect(waiting.body).toMatchObject({ state: 'queued', queue: 'documents' });
    await startWorker({ WORKER_QUEUES: 'documents' });
    await expect(finishedTask(api, items[0].task_id)).resolves.toMatchObject({
      state: 'completed',
    });
  });
});

inServerMode('Redis', () => {
  it('that is away keeps no request waiting, and empty when it is back loses no work', async () => {
    const api = await startApi();
    await startWorker();
    const jobId = await createJob(api);
    await bulk(api, 10);
    await redis!.close();
    const direct = new Redis(server?.variables['REDIS_URL'] ?? '');
    await direct.flushdb();
    await direct.quit();
    const begin = Date.now();
    await bulk(api, 10);
    expectStatus(await api.post(`/jobs/${jobId}/match`), 202);
    expect(Date.now() - begin).toBeLessThan(ANSWER_MS);
    await sleep(3_000);
    await redis!.open();
    const tasks = await finishedTasks(api, LONG_MS);
    expect(tasks).toHaveLength(21);
    expect(tasks.every(({ state }) => state === 'completed')).toBe(true);
    const health = await eventually(async () => {
      const answer = await api.get('/health');
      return answer.status === 200 ? answer : null;
    }, LONG_MS);
    expect(health.body.parts.queue.status).toBe('up');
  });
});

inServerMode('the operator’s page', () => {
  const OPERATOR_PASSWORD = 'a password of the operator';
  const authorization = `Basic ${Buffer.from(`operator:${OPERATOR_PASSWORD}`).toString('base64')}`;

  /** What stands under "Workers", by queue. */
  async function workersOf(api: ApiClient): Promise<Record<string, string>> {
    const answer = await api.send('GET', '//admin/queues', undefined, { authorization });
    const rows = String(expectStatus(answer, 200).body).matchAll(
      /<tr data-queue="(\w+)">(?:.*?<td[^>]*>){7}([^<]*)</gs,
    );
    return Object.fromEntries([...rows].map(([, queue = '', workers = '']) => [queue, workers]));
  }

  it('knows the workers that serve a queue, and opens while Redis is away', async () => {
    Object.assign(variables, { OPERATOR_PASSWORD, LOGIN_ATTEMPTS_PER_MINUTE: '10000' });
    const api = await startApi();
    const none = { notifications: '0', documents: '0', analysis: '0', maintenance: '0' };
    await expect(workersOf(api)).resolves.toEqual(none);
    await startWorker();
    await startWorker({ WORKER_QUEUES: 'documents' });
    const some = { notifications: '1', documents: '2', analysis: '1', maintenance: '1' };
    await eventually(async () => (isDeepStrictEqual(await workersOf(api), some) ? true : null));
    await redis!.close();
    const begin = Date.now();
    const unknown = Object.fromEntries(Object.keys(none).map((queue) => [queue, 'unknown']));
    await expect(workersOf(api)).resolves.toEqual(unknown);
    expect(Date.now() - begin).toBeLessThan(ANSWER_MS);
    await redis!.open();
    await eventually(
      async () => (isDeepStrictEqual(await workersOf(api), some) ? true : null),
      LONG_MS,
    );
  });
});

inServerMode('the database', () => {
  it('that is away is told as 503, and the work goes on when it is back', async () => {
    const api = await startApi();
    await startWorker();
    await bulk(api, 20);
    await database!.close();
    const begin = Date.now();
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(textResume())], 'a.txt'));
    const refused = await api.send('POST', '/resumes', form);
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Date.now() - begin).toBeLessThan(ANSWER_MS);
    await sleep(5_000);
    await database!.open();
    const tasks = await eventually(async () => {
      const answer = await api.get('/tasks?state=completed&limit=50').catch(() => null);
      return answer?.body.total === 20 ? answer.body : null;
    }, LONG_MS);
    expect(tasks.total).toBe(20);
    expect((await api.get('/resumes?limit=1')).body.total).toBe(20);
  });
});
