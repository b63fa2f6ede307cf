import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Redis from 'ioredis';
import { type TestApp, startTestApp, type TestCompany, expectStatus } from '../support/app';
import { freePort } from '../support/free-port';
import { createJob } from '../support/jobs';
import { isServerMode } from '../support/server-mode';
import { eventually } from '../support/waiting';

jest.setTimeout(180_000);

const program = process.env['TEST_REDIS_SERVER'];
const LONG_MS = 90_000;
const SAVE_NOTHING = 'save ""';

let folder: string;
let running: ChildProcess[];
let app: TestApp | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sl-redis-'));
  [running, app] = [[], null];
});

afterEach(async () => {
  await app?.stop();
  await Promise.all(running.map((one) => kill(one)));
  await rm(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }
}

/** A server of its own, answering. */
async function startRedis(
  lines: readonly string[],
  args: readonly string[] = [],
): Promise<{
  readonly port: number;
  readonly child: ChildProcess;
}> {
  const port = await freePort();
  const config = join(folder, `${port}.conf`);
  const common = [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, 'protected-mode no'];
  await writeFile(config, `${[...common, ...lines].join('\n')}\n`);
  const child = spawn(program!, [config, ...args], { stdio: 'ignore' });
  running.push(child);
  // One that wants a password first answers too.
  await eventually(() =>
    ask(port, (redis) => redis.ping()).catch((error: unknown) =>
      String(error).includes('NOAUTH') ? true : null,
    ),
  );
  return { port, child };
}

async function ask<T>(port: number, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({
    port,
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

/** Work goes through the queue, and hints through Redis. */
async function expectWorking(us: TestCompany): Promise<void> {
  const jobId = await createJob(us.api);
  const { body } = expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
  const task = await eventually(async () => {
    const answer = await us.api.get(`/tasks/${body.task_id}`);
    return answer.body.state === 'completed' ? answer.body : null;
  }, LONG_MS);
  expect(task.attempts).toBe(1);
}

const start = async (variables: NodeJS.ProcessEnv): Promise<TestCompany> => {
  app = await startTestApp({ variables });
  return app.newCompany();
};

/** The rest needs servers of its own, beside a real database. */
if (program === undefined || !isServerMode()) {
  it.todo('works with Sentinels and clusters (needs TEST_REDIS_SERVER and TEST_DATABASE_URL)');
} else {
  it('finds the primary by Sentinels, and the new one when it is gone', async () => {
    const password = 'requirepass secret\nmasterauth secret';
    const primary = await startRedis([SAVE_NOTHING, password]);
    const replica = await startRedis([
      SAVE_NOTHING,
      password,
      `replicaof 127.0.0.1 ${primary.port}`,
    ]);
    const sentinel = await startRedis(
      [
        `sentinel monitor shortlist 127.0.0.1 ${primary.port} 1`,
        'sentinel auth-pass shortlist secret',
        'sentinel down-after-milliseconds shortlist 1000',
        'sentinel failover-timeout shortlist 5000',
      ],
      ['--sentinel'],
    );
    await eventually(async () => {
      const found = await ask(sentinel.port, (redis) =>
        redis.call('SENTINEL', 'replicas', 'shortlist'),
      );
      return Array.isArray(found) && found.length === 1 ? true : null;
    }, LONG_MS);
    const us = await start({
      REDIS_URL: 'redis://:secret@sentinels-say-where/0',
      REDIS_SENTINELS: `127.0.0.1:${sentinel.port}`,
      REDIS_SENTINEL_NAME: 'shortlist',
    });
    await expectWorking(us);
    await kill(primary.child);
    await eventually(async () => {
      const redis = new Redis({ port: replica.port, password: 'secret' });
      const [role] = (await redis.call('ROLE')) as string[];
      redis.disconnect();
      return role === 'master' ? true : null;
    }, LONG_MS);
    await expectWorking(us);
    await eventually(
      async () => ((await us.api.get('/health')).status === 200 ? true : null),
      LONG_MS,
    );
  });

  it('keeps its queues on one node of a cluster', async () => {
    const node = await startRedis([
      SAVE_NOTHING,
      'cluster-enabled yes',
      'cluster-config-file nodes.conf',
      'cluster-announce-ip 127.0.0.1',
    ]);
    await ask(node.port, (redis) => redis.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383'));
    await eventually(async () => {
      const info = await ask(node.port, (redis) => redis.call('CLUSTER', 'INFO'));
      return String(info).includes('cluster_state:ok') ? true : null;
    }, LONG_MS);
    const us = await start({ REDIS_URL: `redis://127.0.0.1:${node.port}`, REDIS_CLUSTER: 'true' });
    await expectWorking(us);
    const keys = await ask(node.port, (redis) => redis.keys('*shortlist*'));
    expect(keys.filter((key) => key.includes(':'))).not.toEqual([]);
    expect(
      keys.filter((key) => key.endsWith(':id')).every((key) => key.startsWith('{shortlist}:')),
    ).toBe(true);
  });
}
