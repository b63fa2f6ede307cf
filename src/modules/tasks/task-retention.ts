import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { TasksExpired } from './tasks.events';
import { TasksRepository } from './tasks.repository';

const INTERVAL_MS = 60 * 60 * 1000;
const BATCH = 500;

/** Removes finished tasks after `TASK_RETENTION_DAYS`, with what other modules keep of them. */
@Injectable()
export class TaskRetention {
  private readonly log = new Logger(TaskRetention.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly events: EventBus,
  ) {}

  /** Now and every hour. */
  start(): void {
    const run = (): void => {
      this.running = this.removeExpired().then(
        () => undefined,
        (error: unknown) => {
          this.log.warn({ err: error }, 'expired tasks not removed, tried again in an hour');
        },
      );
    };
    run();
    this.timer = setInterval(run, INTERVAL_MS);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.running;
  }

  /** How many were removed. Several processes may do this at once. */
  async removeExpired(): Promise<number> {
    let removed = 0;
    for (let last = BATCH; last === BATCH && !this.isStopped; removed += last) {
      last = await this.removeSome();
    }
    return removed;
  }

  private removeSome(): Promise<number> {
    return this.database.transaction(async () => {
      const ids = await this.tasks.takeExpired(this.env.TASK_RETENTION_DAYS, BATCH);
      if (ids.length > 0) {
        await this.events.publish(new TasksExpired(ids));
        await this.tasks.delete(ids);
      }
      return ids.length;
    });
  }
}
