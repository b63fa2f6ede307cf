import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';
import { runChaos } from '../chaos/chaos';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createServerDatabase, type ServerDatabase } from '../support/server-mode';
import { TcpProxy } from '../support/tcp-proxy';

const REDIS_AWAY_MS = 1_500;

jest.setTimeout(300_000);

/** The short form of `npm run test:chaos`, in the mode of the test run. */
let dataDir: string;
let server: ServerDatabase | null;
let proxy: TcpProxy | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
});

afterEach(async () => {
  await proxy?.close();
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Ground {
  readonly variables: NodeJS.ProcessEnv;
  readonly workers: number;
  readonly loseRedis: (() => Promise<void>) | null;
}

async function embedded(): Promise<Ground> {
  await copyEmptyDatabase(dataDir);
  return { variables: {}, workers: 0, loseRedis: null };
}

/** Other tests use the same Redis, so it is only out of reach, and comes back without our keys. */
async function onServers({ variables }: ServerDatabase): Promise<Ground> {
  const redisUrl = variables['REDIS_URL'] ?? '';
  const before = await TcpProxy.before(redisUrl);
  proxy = before.proxy;
  const loseRedis = async (): Promise<void> => {
    await before.proxy.close();
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    await redis.quit();
    await sleep(REDIS_AWAY_MS);
    await before.proxy.open();
  };
  return { variables: { ...variables, REDIS_URL: before.through }, workers: 2, loseRedis };
}

describe('processes that are killed while files come in', () => {
  it('end every accepted file once, lose none and keep none twice', async () => {
    const ground = await (server === null ? embedded() : onServers(server));
    const report = await runChaos({
      ...ground,
      variables: { DATA_DIR: dataDir, TASK_LEASE_SECONDS: '5', ...ground.variables },
      apis: 1,
      durationMs: 12_000,
      pauseMs: 2_000,
      senders: 1,
      mostFiles: 60,
      drainMs: 150_000,
      random: Math.random,
      log: () => undefined,
    });
    expect(report.problems).toEqual([]);
    expect(report.accepted).toBeGreaterThan(0);
    expect(report.completed + report.failed).toBeGreaterThanOrEqual(report.accepted);
    expect(report.kills.api).toBeGreaterThan(0);
    if (server !== null) {
      expect(Math.min(report.kills.worker, report.kills.redis)).toBeGreaterThan(0);
    }
  });
});
