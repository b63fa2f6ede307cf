import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { EventBus } from '../../platform/events';
import { RunLeases } from './run-leases';
import { TaskDispatcher } from './task-dispatcher';
import type { TaskError } from './task.entity';
import { TaskRunsRepository } from './task-runs.repository';
import { TaskChanged } from './tasks.events';

const INTERVAL_MS = 2_000;
/** A queue that lost a task is told again after this long; one that still holds it does not mind. */
const DISPATCH_AGAIN_MS = 10_000;
const DISPATCH_AGAIN_BATCH = 1_000;

const LOST: TaskError = {
  code: 'worker_lost',
  message: 'The process that did the work ended before it was done.',
};

/**
 * Carries on what nobody else does: runs whose worker is gone, retries whose time has come, tasks that were
 * committed but never reached a queue or vanished from one, and times from before the database's clock was set back.
 */
@Injectable()
export class TaskSweeper {
  private readonly log = new Logger(TaskSweeper.name);
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly runs: TaskRunsRepository,
    private readonly leases: RunLeases,
    private readonly dispatcher: TaskDispatcher,
    private readonly events: EventBus,
  ) {}

  async start(): Promise<void> {
    // Nobody else works on an embedded database: what runs in it ran in a process that is gone.
    await this.sweep(this.env.embedded ? 0 : this.leases.leaseMs, 0);
    this.timer = setInterval(() => {
      this.sweeping = this.sweeping.then(() => this.sweep(this.leases.leaseMs, DISPATCH_AGAIN_MS));
    }, INTERVAL_MS);
  }

  /** The queues came back and may be empty. */
  dispatchAgain(): void {
    this.sweeping = this.sweeping.then(() => this.sweep(this.leases.leaseMs, 0));
  }

  async stop(): Promise<void> {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.sweeping;
  }

  private async sweep(leaseMs: number, dispatchAgainMs: number): Promise<void> {
    try {
      await this.endLostRuns(leaseMs);
      await this.runs.waitAnew(leaseMs);
      await this.dispatcher.dispatch(
        await this.runs.takeForDispatchAgain(dispatchAgainMs, DISPATCH_AGAIN_BATCH),
      );
      for (const { queue, companyId } of await this.runs.waiting()) {
        await this.dispatcher.topUp(queue, companyId);
      }
    } catch (error) {
      this.log.warn({ err: error }, 'sweep failed, tried again at the next');
    }
  }

  private async endLostRuns(leaseMs: number): Promise<void> {
    const lost = await this.runs.endLostRuns(leaseMs, LOST);
    if (lost.length > 0) {
      this.log.warn({ runs: lost.length }, 'runs taken over from workers that are gone');
    }
    for (const { companyId, id, state } of lost) {
      await this.events.publish(new TaskChanged(companyId, id, state));
    }
  }
}
