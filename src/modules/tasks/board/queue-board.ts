import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import { QUEUE_NAMES, type QueueName, queueSettings } from '../../../platform/queue';
import { type QueueCondition, queueCondition } from './domain/queue-condition';
import { QueueBoardRepository, type QueueLoad, type TaskFailure } from './queue-board.repository';
import { QueueWorkers } from './queue-workers';

export interface QueueOverview extends QueueLoad {
  readonly condition: QueueCondition;
  readonly completedInLastHour: number;
  readonly failedInLastDay: number;
  /** Null when it cannot be told. */
  readonly workers: number | null;
}

export interface BoardView {
  readonly queues: readonly QueueOverview[];
  readonly failures: readonly TaskFailure[];
}

/** All queues at a glance, for whoever runs the server. It reads; work is changed through its rows by the API. */
@Injectable()
export class QueueBoard {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly repository: QueueBoardRepository,
    private readonly workers: QueueWorkers,
  ) {}

  async view(): Promise<BoardView> {
    const settings = queueSettings(this.env);
    const [loads, completed, failures, workers] = await Promise.all([
      this.repository.loads(this.env.TASK_LEASE_SECONDS * 1000),
      this.repository.completedInLastHour(),
      this.repository.failedInLastDay(),
      Promise.all(QUEUE_NAMES.map((queue) => this.workers.count(queue))),
    ]);
    const queues = QUEUE_NAMES.map((queue, index) => {
      const load = loads.find((one) => one.queue === queue) ?? emptyLoad(queue);
      const { limit } = settings[queue];
      return {
        ...load,
        condition: queueCondition({ ...load, limit }),
        completedInLastHour: completed.find((one) => one.queue === queue)?.count ?? 0,
        failedInLastDay: failures
          .filter((one) => one.queue === queue)
          .reduce((sum, { count }) => sum + count, 0),
        workers: workers[index] ?? null,
      };
    });
    return { queues, failures };
  }
}

function emptyLoad(queue: QueueName): QueueLoad {
  return { queue, waiting: 0, oldestSeconds: null, later: 0, running: 0, lost: 0, companies: 0 };
}
