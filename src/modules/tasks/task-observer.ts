import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { inLogContext } from '../../platform/logging';
import { type Count, type Distribution, Metrics } from '../../platform/metrics';
import { servedQueues } from '../../platform/queue';
import { inSpan } from '../../platform/tracing';
import type { TaskEntity } from './task.entity';

/** What came of one run; superseded when its task was cancelled or given to another run meanwhile. */
export type RunOutcome = 'completed' | 'failed' | 'retrying' | 'postponed' | 'superseded';

/** Seconds; from a mail to the scores of a whole pool. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] as const;

type ObservedTask = Pick<TaskEntity, 'id' | 'name' | 'queue' | 'requestId' | 'traceParent'>;

/** Counts, times, traces and names in the log the runs of this worker. */
@Injectable()
export class TaskObserver {
  private readonly log = new Logger(TaskObserver.name);
  private readonly runs: Count<'task' | 'queue' | 'outcome'>;
  private readonly durations: Distribution<'task' | 'queue'>;
  private running = 0;

  constructor(metrics: Metrics, @Inject(ENV) env: Env) {
    this.runs = metrics.counter({
      name: 'shortlist_task_runs_total',
      help: 'Runs of tasks by what came of them: completed, failed, retrying, postponed or superseded.',
      labels: ['task', 'queue', 'outcome'],
    });
    this.durations = metrics.histogram({
      name: 'shortlist_task_duration_seconds',
      help: 'Time of one run of a task.',
      labels: ['task', 'queue'],
      buckets: BUCKETS,
    });
    metrics.gauge(
      {
        name: 'shortlist_worker_tasks_running',
        help: 'Tasks that this worker runs now.',
        labels: [],
      },
      () => [{ labels: {}, value: this.running }],
    );
    metrics.gauge(
      {
        name: 'shortlist_worker_slots',
        help: 'Tasks that this worker may run at once, by queue that it serves: each worker has one series per queue.',
        labels: ['queue'],
      },
      () =>
        servedQueues(env).map((queue) => ({ labels: { queue }, value: env.WORKER_CONCURRENCY })),
    );
  }

  async observed(task: ObservedTask, run: () => Promise<RunOutcome>): Promise<void> {
    this.running += 1;
    try {
      await inLogContext({ requestId: task.requestId, task }, () => this.measured(task, run));
    } finally {
      this.running -= 1;
    }
  }

  private async measured(task: ObservedTask, run: () => Promise<RunOutcome>): Promise<void> {
    const { id, name, queue, traceParent: parent } = task;
    const start = performance.now();
    const attributes = { 'task.id': id };
    const outcome = await inSpan(`task ${name}`, { kind: 'consumer', parent, attributes }, run);
    const durationMs = performance.now() - start;
    this.runs.inc({ task: name, queue, outcome });
    this.durations.observe({ task: name, queue }, durationMs / 1000);
    this.log.log({ outcome, queue, durationMs: Math.round(durationMs) }, 'task run ended');
  }
}
