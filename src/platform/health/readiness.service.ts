import { access, constants, mkdir } from 'node:fs/promises';
import { getQueueToken } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { ENV, type Env } from '../../config';
import { Breakers, type BreakerState } from '../breakers';
import { Database } from '../database';
import { Embedder } from '../embeddings';
import { assertFreeSpace } from '../storage';

export const HEALTH_PARTS = ['database', 'queue', 'model', 'disk'] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

interface PartHealth {
  readonly status: 'up' | 'down';
  readonly duration_ms: number;
}

const TIMEOUT_MS = 3000;

/** Whether the process can do its work now; a part that does not answer in time is down. */
@Injectable()
export class ReadinessService {
  private hasBegunDraining = false;
  private readonly checks: Readonly<Record<HealthPart, () => Promise<unknown>>>;

  constructor(
    @Inject(ENV) env: Env,
    modules: ModuleRef,
    database: Database,
    embedder: Embedder,
    private readonly breakers: Breakers,
  ) {
    this.checks = {
      database: () => database.query('SELECT 1'),
      queue: () => modules.get<Queue>(getQueueToken('documents'), { strict: false }).client.ping(),
      // Cached after the first time: it proves that the model is loaded.
      model: () => embedder.embed('ready'),
      disk: async () => {
        await mkdir(env.DATA_DIR, { recursive: true });
        await access(env.DATA_DIR, constants.W_OK);
        await assertFreeSpace(env.DATA_DIR, env.DISK_MIN_FREE_MB);
      },
    };
  }

  /** Whether the process is on its way out: it serves what comes, and wants no more of it. */
  get isDraining(): boolean {
    return this.hasBegunDraining;
  }

  startDraining(): void {
    this.hasBegunDraining = true;
  }

  /** What is away by experience; the rest works without it. */
  breakerStates(): Readonly<Record<string, BreakerState>> {
    return this.breakers.states();
  }

  async check(): Promise<Record<HealthPart, PartHealth>> {
    const [database, queue, model, disk] = await Promise.all([
      timed(this.checks.database),
      timed(this.checks.queue),
      timed(this.checks.model),
      timed(this.checks.disk),
    ]);
    return { database, queue, model, disk };
  }
}

async function timed(check: () => Promise<unknown>): Promise<PartHealth> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'down'>((late) => {
    timer = setTimeout(() => {
      late('down');
    }, TIMEOUT_MS);
  });
  // Every failure means the same here; the part's own log says more.
  const up = check().then(
    () => 'up' as const,
    () => 'down' as const,
  );
  const status = await Promise.race([up, timeout]);
  clearTimeout(timer);
  return { status, duration_ms: Math.round(performance.now() - start) };
}
