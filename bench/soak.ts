import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_JOBS } from '../src/cli/demo';
import { ApiClient } from '../test/support/api-client';
import { uniqueResumePdf } from '../test/support/documents';
import type { BenchOptions } from './index';
import { MemoryWatch } from './memory-watch';
import { type LoadRun, MixedLoad } from './mixed-load';
import { RankingPlace } from './ranking';
import { type BenchServer, logIn, newAccount, stopProcess } from './server';
import { round } from './timing';

const RESUMES = 200;
const UPLOADS_AT_ONCE = 4;
const PROCESSES_EACH = 2;
const CAPACITY_SECONDS = 60;
const SHARE = 0.7;
/** As many as wait for answers while the capacity is looked for. */
const LANES = 8;
/** So many that none is missing when some requests are slow. */
const RATED_LANES = 64;
const DRAIN_MINUTES = 10;
const POLL_MS = 500;
const LOGINS = '10000';
const UNFINISHED = ['queued', 'running', 'retrying'];

/**
 * Two APIs and two workers on one database under a mix of requests, at 70 % of what they carried in the first
 * minute: for `--minutes` (30). What counts is that nothing fails, that memory does not grow, and how late the latest
 * answers come. Server mode only.
 */
export async function benchSoak(options: BenchOptions): Promise<object> {
  if (!process.env['DATABASE_URL']) {
    throw new Error(
      'The soak runs several processes on one database: set DATABASE_URL, REDIS_URL.',
    );
  }
  const place = await RankingPlace.make();
  const variables = { LOGIN_ATTEMPTS_PER_MINUTE: LOGINS };
  const servers: BenchServer[] = [];
  const workers = Array.from({ length: PROCESSES_EACH }, () => place.startWorker(variables));
  try {
    for (let n = 0; n < PROCESSES_EACH; n += 1) {
      servers.push(await place.serve(variables));
    }
    const pids = Object.fromEntries([
      ...servers.map((server, n) => [`API ${n + 1}`, server.process.pid ?? 0]),
      ...workers.map((worker, n) => [`worker ${n + 1}`, worker.pid ?? 0]),
    ]);
    return await soak(
      servers.map(({ url }) => url),
      pids,
      options,
    );
  } finally {
    await Promise.all([...servers.map((server) => server.stop()), ...workers.map(stopProcess)]);
    await place.remove();
  }
}

async function soak(
  urls: readonly string[],
  pids: Readonly<Record<string, number>>,
  options: BenchOptions,
): Promise<object> {
  const account = newAccount();
  const token = await logIn(urls[0]!, account);
  const api = new ApiClient(urls[0]!, token);
  const { key: _key, ...job } = DEMO_JOBS[0]!;
  const jobId: string = (await api.post('/jobs', job)).body.id;
  const firstFile = options.resumes ?? RESUMES;
  const resumeIds = await fill(api, jobId, firstFile);
  const load = new MixedLoad({ urls, account, token, jobId, resumeIds, firstFile });
  const full = await load.run({ seconds: CAPACITY_SECONDS, lanes: LANES, perSecond: null });
  // The work that was accepted in this time is part of what it takes.
  const backlogSeconds = await drained(urls[0]!, account);
  const capacity = full.requests / (full.seconds + backlogSeconds);
  const perSecond = SHARE * capacity;
  console.log({ capacity: round(capacity), backlogSeconds, perSecond: round(perSecond) });
  const memory = new MemoryWatch(pids);
  const run = await load
    .run({ seconds: options.minutes * 60, lanes: RATED_LANES, perSecond })
    .catch(async (error: unknown) => {
      await memory.stop();
      throw error;
    });
  const drainSeconds = await drained(urls[0]!, account);
  const memoryRows = await memory.stop();
  console.table(run.minutes);
  console.table(memoryRows);
  console.log([...full.failures, ...run.failures]);
  return [
    ...run.rows,
    {
      what: 'all',
      requests: run.requests,
      failed: failedOf(run),
      minutes: round(run.seconds / 60),
      perSecond: round(run.requests / run.seconds),
      capacityPerSecond: round(capacity),
      failedAtCapacity: failedOf(full),
      drainSeconds,
      load: loadavg()[0]?.toFixed(1),
    },
    ...run.minutes,
    ...memoryRows,
  ];
}

async function fill(api: ApiClient, jobId: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const answer = await api.upload(await uniqueResumePdf(n), { jobId, name: `${n}.pdf` });
      if (answer.status !== 201) {
        throw new Error(`An upload was answered with ${answer.status}.`);
      }
      ids.push(answer.body.resume.id);
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, work));
  return ids;
}

/** Waits until no task is unfinished; the seconds that it took. */
async function drained(url: string, account: object): Promise<number> {
  const start = performance.now();
  const login = await new ApiClient(url).post('/auth/login', account);
  const api = new ApiClient(url, login.body.access_token);
  while (performance.now() - start < DRAIN_MINUTES * 60_000) {
    let left = 0;
    for (const state of UNFINISHED) {
      left += Number((await api.get(`/tasks?state=${state}&limit=1`)).body.total);
    }
    if (left === 0) {
      return round((performance.now() - start) / 1000);
    }
    await sleep(POLL_MS);
  }
  throw new Error(`Tasks were unfinished ${DRAIN_MINUTES} minutes after the last request.`);
}

function failedOf(run: LoadRun): number {
  return run.rows.reduce((sum, row) => sum + row.failed, 0);
}
