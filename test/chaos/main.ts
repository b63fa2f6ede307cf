import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createServerDatabase } from '../support/server-mode';
import { runChaos } from './chaos';

const REDIS_AWAY_MS = 2_000;
const MINUTE_MS = 60_000;

const log = (line: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};

/** A Redis of our own, to be killed and started anew without what it held. */
class OwnRedis {
  private process: ChildProcess | null = null;

  constructor(
    private readonly program: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(this.program, ['--port', String(this.port), ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = child;
    for await (const text of child.stdout
      .setEncoding('utf8')
      .iterator({ destroyOnReturn: false })) {
      if (String(text).includes('Ready to accept connections')) {
        break;
      }
    }
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    if (this.process !== null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await ended;
    }
  }

  async loseEverything(): Promise<void> {
    await this.kill();
    await sleep(REDIS_AWAY_MS);
    await this.start();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Mulberry32: a run can be had again by its seed, as far as the processes' timing allows. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * `npm run test:chaos [-- --minutes 3 --apis 2 --workers 3 --files 2000 --seed 1]`: on the servers that
 * `.ci/servers.sh` brings, with a Redis of its own that dies like everything else.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '3' },
      apis: { type: 'string', default: '2' },
      workers: { type: 'string', default: '3' },
      files: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
    },
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  const server = await createServerDatabase();
  const program = process.env['TEST_REDIS_SERVER'];
  if (server === null || program === undefined) {
    throw new Error(
      'Needs TEST_DATABASE_URL, TEST_REDIS_URL and TEST_REDIS_SERVER of .ci/servers.sh.',
    );
  }
  const redis = new OwnRedis(program, await freePort());
  await redis.start();
  log(`seed ${values.seed}`);
  try {
    const report = await runChaos({
      variables: {
        ...server.variables,
        DATA_DIR: dataDir,
        REDIS_URL: redis.url,
        TASK_LEASE_SECONDS: '10',
      },
      apis: Number(values.apis),
      workers: Number(values.workers),
      durationMs: Number(values.minutes) * MINUTE_MS,
      pauseMs: 6_000,
      senders: 2,
      mostFiles: Number(values.files),
      drainMs: 15 * MINUTE_MS,
      loseRedis: () => redis.loseEverything(),
      random: seeded(Number(values.seed)),
      log,
    });
    log(JSON.stringify({ ...report, problems: report.problems.slice(0, 20) }, null, 2));
    process.exitCode = report.problems.length === 0 ? 0 : 1;
  } finally {
    await redis.kill();
    await server.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

void main();
