import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';

const BYTES_PER_MB = 1024 * 1024;
/** A limit that the process exceeds from the start must not make it start for ever. */
const SHORTEST_LIFE_MS = 60_000;

/** Why a worker process should make room for a new one. */
export type LifetimeEnd = 'tasks' | 'memory';

/** Tells when a worker process has done enough or needs too much, so that leaks of any library stay small. */
@Injectable()
export class WorkerLifetime {
  private done = 0;
  private readonly bornAt = Date.now();
  private tell: (end: LifetimeEnd) => void = () => undefined;
  /** Settles once, when the process should end as soon as what runs has ended. */
  readonly ended: Promise<LifetimeEnd>;

  constructor(@Inject(ENV) private readonly env: Env) {
    this.ended = new Promise((tell) => {
      this.tell = tell;
    });
  }

  taskDone(rssBytes = process.memoryUsage.rss(), now = Date.now()): void {
    const { WORKER_MAX_TASKS: maxTasks, WORKER_MAX_MEMORY_MB: maxMemoryMb } = this.env;
    this.done += 1;
    if (maxTasks > 0 && this.done >= maxTasks) {
      this.tell('tasks');
    }
    const isOld = now - this.bornAt >= SHORTEST_LIFE_MS;
    if (maxMemoryMb > 0 && isOld && rssBytes > maxMemoryMb * BYTES_PER_MB) {
      this.tell('memory');
    }
  }
}
