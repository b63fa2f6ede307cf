import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { CuttableProxy } from '../support/cuttable-proxy';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createJob } from '../support/jobs';
import { createServerDatabase, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { SocketClient } from '../support/socket-client';

const CLIENTS = 500;
const TASKS = 50;

// Many connections and real processes on a busy machine take their time.
jest.setTimeout(240_000);

/** Real processes in the mode of the test run: one alone, or two APIs and a worker with Redis between them. */
let dataDir: string;
let server: ServerDatabase | null;
let redis: CuttableProxy | null = null;
let variables: NodeJS.ProcessEnv;
const running: ServerProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
  variables = { DATA_DIR: dataDir, ...server?.variables };
  if (server === null) {
    await copyEmptyDatabase(dataDir);
  } else {
    redis = await CuttableProxy.before(server.variables['REDIS_URL']!);
    variables = { ...variables, REDIS_URL: redis.url };
  }
});

afterAll(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')));
  await redis?.stop();
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function startApi(): Promise<Awaited<ReturnType<typeof ServerProcess.start>>> {
  const api = await ServerProcess.start(variables);
  running.push(api);
  return api;
}

async function logIn(api: ApiClient): Promise<string> {
  const account = { email: 'owner@example.com', password: TEST_PASSWORD };
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await api.post('/auth/register', { ...account, ...person }), 201);
  return expectStatus(await api.post('/auth/login', account), 200).body.access_token;
}

describe(`${CLIENTS} WebSockets on ${TASKS} tasks`, () => {
  it('all get the final state, also when Redis was away in between', async () => {
    const first = await startApi();
    const second = server === null ? first : await startApi();
    const token = await logIn(first.api);
    const api = first.api.as(token);
    const jobId = await createJob(api);
    const taskIds: string[] = [];
    for (let n = 0; n < TASKS; n += 1) {
      const { body } = expectStatus(await api.post(`/jobs/${jobId}/match`), 202);
      taskIds.push(body.task_id);
    }
    const clients = Array.from({ length: CLIENTS }, (_, n) => {
      const taskId = taskIds[n % TASKS]!;
      const { url } = n < CLIENTS / 2 ? first : second;
      return { taskId, client: SocketClient.connect(url, `/ws/tasks/${taskId}`, token) };
    });
    for (const { client } of clients) {
      await client.message(({ type }) => type === 'connection', 60_000);
    }
    if (redis !== null) {
      const worker = ServerProcess.run('src/worker.js', variables);
      running.push(worker);
      await worker.logged('working');
      await clients[0]!.client.untilEnd(taskIds[0]!, 60_000);
      redis.cut();
      await sleep(1_500);
      redis.mend();
    }
    for (const { client, taskId } of clients) {
      const end = (await client.untilEnd(taskId, 120_000)).at(-1);
      expect(end).toMatchObject({ status: 'completed', progress: 100, error: null });
    }
    const late = SocketClient.connect(second.url, `/ws/tasks/${taskIds[0]}`, token);
    await late.untilEnd(taskIds[0]!);
    for (const { client } of clients) {
      client.socket.terminate();
    }
    late.socket.terminate();
  });
});
