import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { QUEUE_NAMES } from '../../platform/queue';
import { TaskDispatcher } from './task-dispatcher';
import { TaskRunner } from './task-runner';
import { TasksRepository } from './tasks.repository';

const SWEEP_INTERVAL_MS = 10_000;
const SWEEP_BATCH = 1000;

/**
 * Makes this process a worker: it takes items from the queues, and its sweeper dispatches the rows that
 * were committed but never reached a queue or vanished from one.
 */
@Injectable()
export class TaskWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(TaskWorker.name);
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dispatcher: TaskDispatcher,
    private readonly runner: TaskRunner,
    private readonly repository: TasksRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const queue = this.dispatcher.queue(name);
      queue.on('error', (error) => {
        this.log.warn({ err: error, queue: name }, 'queue error');
      });
      // The promise ends with the queue; failures of items are handled by the runner.
      void queue.process(this.env.WORKER_CONCURRENCY, (item) => this.runner.run(item));
    }
    await this.sweep(0);
    this.timer = setInterval(() => {
      this.sweeping = this.sweep(SWEEP_INTERVAL_MS);
    }, SWEEP_INTERVAL_MS);
  }

  /** Takes no more and lets what runs end, before its threads and the database are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.sweeping;
    const isLocal = true;
    await Promise.all(QUEUE_NAMES.map((name) => this.dispatcher.queue(name).pause(isLocal)));
  }

  /** Re-adding what a queue still holds is a no-op, so unfinished rows are simply added again. */
  private async sweep(olderThanMs: number): Promise<void> {
    try {
      for (const task of await this.repository.stale(olderThanMs, SWEEP_BATCH)) {
        await this.dispatcher.dispatch(task);
      }
    } catch (error) {
      this.log.warn({ err: error }, 'sweep failed, tried again at the next');
    }
  }
}
