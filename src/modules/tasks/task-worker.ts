import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { type QueueName, queueSettings, servedQueues } from '../../platform/queue';
import { TaskDispatcher } from './task-dispatcher';
import { TaskRetention } from './task-retention';
import { TaskRunner } from './task-runner';
import { TaskSlots } from './task-slots';
import { TaskSweeper } from './task-sweeper';
import { WorkerLifetime } from './worker-lifetime';

/** Makes this process a worker: it takes tasks from its queues, and sweeps up behind those that ended. */
@Injectable()
export class TaskWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(TaskWorker.name);
  private readonly slots: TaskSlots;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dispatcher: TaskDispatcher,
    private readonly runner: TaskRunner,
    private readonly sweeper: TaskSweeper,
    private readonly retention: TaskRetention,
    private readonly lifetime: WorkerLifetime,
  ) {
    this.slots = new TaskSlots(env.WORKER_CONCURRENCY, () => performance.now());
  }

  async onApplicationBootstrap(): Promise<void> {
    const settings = queueSettings(this.env);
    for (const name of servedQueues(this.env)) {
      const queue = this.dispatcher.queue(name);
      queue.on('error', (error) => {
        this.log.warn({ err: error, queue: name }, 'queue error');
      });
      const { concurrency, priority } = settings[name];
      queue
        .process(concurrency, ({ data }) =>
          this.slots.run(priority, () => this.work(name, data.taskId)),
        )
        .catch((error: unknown) => {
          this.log.error({ err: error, queue: name }, 'queue cannot be served');
        });
    }
    await this.sweeper.start();
    const [anyQueue] = servedQueues(this.env);
    if (anyQueue !== undefined) {
      this.dispatcher.queue(anyQueue).client.on('ready', () => {
        this.sweeper.dispatchAgain();
      });
    }
    this.retention.start();
  }

  /** Takes no more and lets what runs end, before its threads and the database are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.slots.close();
    await this.sweeper.stop();
    await this.retention.stop();
    const isLocal = true;
    await Promise.all(
      servedQueues(this.env).map((name) => this.dispatcher.queue(name).pause(isLocal)),
    );
  }

  private async work(queue: QueueName, taskId: string): Promise<void> {
    try {
      const task = await this.runner.run(taskId);
      if (task !== null) {
        this.dispatcher.topUpSoon(queue, task.companyId);
        this.lifetime.taskDone();
      }
    } catch (error) {
      // The row says what it said before: the sweeper takes the task up again.
      this.log.warn({ err: error, taskId }, 'what came of a task could not be written down');
    }
  }
}
