import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics';
import { QUEUE_NAMES } from '../../platform/queue';
import { type QueueStanding, TasksRepository } from './tasks.repository';

/** Unfinished tasks are counted at most this often, however many ask for the numbers. */
const KEEP_MS = 5_000;
const STATES = ['queued', 'running', 'retrying'] as const;

/** How full the queues are, by the task rows, which are the truth; every process tells the same. */
@Injectable()
export class QueueMetrics {
  private last: Promise<readonly QueueStanding[]> | null = null;
  private readAt = 0;

  constructor(
    private readonly tasks: TasksRepository,
    metrics: Metrics,
  ) {
    metrics.gauge(
      {
        name: 'shortlist_queue_tasks',
        help: 'Unfinished tasks by queue and state; the same in every process, so take the maximum.',
        labels: ['queue', 'state'],
      },
      async () => {
        const standings = await this.standings();
        return QUEUE_NAMES.flatMap((queue) =>
          STATES.map((state) => ({
            labels: { queue, state },
            value: standings.find((one) => one.queue === queue && one.state === state)?.count ?? 0,
          })),
        );
      },
    );
    metrics.gauge(
      {
        name: 'shortlist_queue_oldest_waiting_seconds',
        help: 'For how long the oldest task that is due waits; the same in every process, so take the maximum.',
        labels: ['queue'],
      },
      async () => {
        const standings = await this.standings();
        return QUEUE_NAMES.map((queue) => {
          const waits = standings
            .filter((one) => one.queue === queue)
            .map((one) => one.waitSeconds);
          return { labels: { queue }, value: Math.max(0, ...waits) };
        });
      },
    );
  }

  private standings(): Promise<readonly QueueStanding[]> {
    const now = performance.now();
    if (this.last === null || now - this.readAt > KEEP_MS) {
      this.readAt = now;
      this.last = this.tasks.standings();
    }
    return this.last;
  }
}
