import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import type { QueueName } from '../../../platform/queue';
import { TaskDispatcher } from '../task-dispatcher';

/** A page about the queues must open while Redis is away. */
const LONGEST_WAIT_MS = 1_000;

/** How many processes take tasks from a queue. The rows do not know those that have nothing to do; Redis does. */
@Injectable()
export class QueueWorkers {
  private readonly log = new Logger(QueueWorkers.name);

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dispatcher: TaskDispatcher,
  ) {}

  /** Null while Redis does not answer, where it may not be asked for its clients, and in a cluster, whose nodes know a part each. */
  async count(queue: QueueName): Promise<number | null> {
    if (this.env.REDIS_CLUSTER) {
      return null;
    }
    const answer = this.connected(queue).catch((error: unknown) => {
      this.log.warn({ err: error, queue }, 'workers not counted');
      return null;
    });
    return Promise.race([answer, setTimeout(LONGEST_WAIT_MS, null, { ref: false })]);
  }

  private async connected(name: QueueName): Promise<number | null> {
    const queue = this.dispatcher.queue(name);
    // Where Redis refuses the command, Bull answers undefined, which its type lacks.
    const workers = (await queue.getWorkers()) as
      readonly Readonly<Record<string, string>>[] | undefined;
    // The clients of all databases of the server are told, and another installation may have one of them.
    const database = String(queue.client.options.db ?? 0);
    return workers?.filter(({ db }) => db === database).length ?? null;
  }
}
