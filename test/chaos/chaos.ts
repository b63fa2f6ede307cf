import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { createJob } from '../support/jobs';
import { eventually } from '../support/waiting';
import { Fleet } from './fleet';
import { Sender } from './sender';
import { type Verdict, verify } from './verify';

export interface ChaosOptions {
  readonly variables: NodeJS.ProcessEnv;
  readonly apis: number;
  readonly workers: number;
  readonly durationMs: number;
  /** Between two kills. */
  readonly pauseMs: number;
  readonly senders: number;
  readonly mostFiles: number;
  /** Time for what is left when the kills are over. */
  readonly drainMs: number;
  /** Takes Redis away and brings it back empty; null where it is a part of the API's process. */
  readonly loseRedis: (() => Promise<void>) | null;
  readonly random: () => number;
  readonly log: (line: string) => void;
}

export interface ChaosReport extends Verdict {
  readonly accepted: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly drainSeconds: number;
}

const VICTIMS = ['worker', 'api', 'redis'] as const;
type Victim = (typeof VICTIMS)[number];

/** Each kind once before chance decides, so that a short run has them all. Workers die most often. */
const LOTTERY: readonly Victim[] = ['worker', 'worker', 'worker', 'api', 'redis'];

/** Kills processes at random while files are sent, and afterwards compares what was promised with what is there. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const fleet = await Fleet.start(options.variables, options);
  try {
    const { token, jobId } = await prepare(fleet);
    const share = Math.ceil(options.mostFiles / options.senders);
    const senders = Array.from({ length: options.senders }, (_, n) => {
      return new Sender(fleet, token, jobId, { first: n * share, most: share });
    });
    const over = new AbortController();
    const sending = senders.map((sender) => sender.run(over.signal));
    const kills = await killForAWhile(fleet, options);
    over.abort();
    await Promise.all(sending);
    const accepted = senders.reduce((sum, sender) => sum + sender.accepted.length, 0);
    options.log(`${accepted} files accepted, waiting for them`);
    const api = fleet.client(0).as(token);
    const drainSeconds = await drain(api, options.drainMs);
    const refusals: Record<string, number> = {};
    for (const [kind, count] of senders.flatMap((sender) => [...sender.refusals])) {
      refusals[kind] = (refusals[kind] ?? 0) + count;
    }
    const verdict = await verify(api, jobId, senders);
    return { ...verdict, accepted, kills, refusals, drainSeconds };
  } finally {
    await fleet.stop();
  }
}

async function prepare(fleet: Fleet): Promise<{ token: string; jobId: string }> {
  const anonymous = fleet.client(0);
  const account = { email: 'chaos@example.com', password: TEST_PASSWORD };
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await anonymous.post('/auth/register', { ...account, ...person }), 201);
  const login = expectStatus(await anonymous.post('/auth/login', account), 200);
  const token: string = login.body.access_token;
  return { token, jobId: await createJob(anonymous.as(token)) };
}

async function killForAWhile(
  fleet: Fleet,
  options: ChaosOptions,
): Promise<Readonly<Record<Victim, number>>> {
  const kills = { worker: 0, api: 0, redis: 0 };
  const can: Readonly<Record<Victim, boolean>> = {
    worker: options.workers > 0,
    api: true,
    redis: options.loseRedis !== null,
  };
  const first = VICTIMS.filter((victim) => can[victim]);
  const lottery = LOTTERY.filter((victim) => can[victim]);
  const pick = (count: number): number => Math.floor(options.random() * count);
  const end = Date.now() + options.durationMs;
  while (Date.now() < end || first.length > 0) {
    await sleep(options.pauseMs * (0.5 + options.random()));
    const victim = first.shift() ?? lottery[pick(lottery.length)] ?? 'api';
    options.log(`kill ${victim}`);
    if (victim === 'redis') {
      await options.loseRedis?.();
    } else if (victim === 'api') {
      await fleet.killApi(pick(fleet.size.apis));
    } else if (!fleet.killWorker(pick(fleet.size.workers))) {
      continue;
    }
    kills[victim] += 1;
  }
  return kills;
}

async function drain(api: ApiClient, timeoutMs: number): Promise<number> {
  const begin = Date.now();
  await eventually(async () => {
    await sleep(250);
    for (const state of ['queued', 'running', 'retrying']) {
      const { status, body } = await api.get(`/tasks?limit=1&state=${state}`);
      if (status !== 200 || body.total > 0) {
        return null;
      }
    }
    return true;
  }, timeoutMs);
  return Math.round((Date.now() - begin) / 1000);
}
