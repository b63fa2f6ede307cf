import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { QueueName } from '../../../platform/queue';
import type { TaskName } from '../task-contract';
import { hasNoSignOfLife } from '../task-runs.repository';

/** What is unfinished in one queue, of all companies. */
export interface QueueLoad {
  readonly queue: QueueName;
  /** Due, and not taken by a worker yet. */
  readonly waiting: number;
  /** Of the one that has been due for longest; null when none is. */
  readonly oldestSeconds: number | null;
  /** Retries and others whose time has not come. */
  readonly later: number;
  /** Held by a worker that gave a sign of life within the lease. */
  readonly running: number;
  /** Held by one that did not; another takes them over soon. */
  readonly lost: number;
  readonly companies: number;
}

export interface TaskFailure {
  readonly queue: QueueName;
  readonly name: TaskName;
  readonly code: string;
  readonly count: number;
  readonly lastAt: Date;
}

const IS_WAITING = `state IN ('queued', 'retrying') AND run_at <= now()`;

/** How the queues stand, by the rows, for whoever runs the server: counts of all companies, and nobody's data. */
@Injectable()
export class QueueBoardRepository {
  constructor(private readonly database: Database) {}

  /** A queue without an unfinished task has no row. */
  loads(leaseMs: number): Promise<QueueLoad[]> {
    return this.database.query<QueueLoad>(
      `SELECT queue,
         count(*) FILTER (WHERE ${IS_WAITING})::integer AS waiting,
         extract(epoch FROM now() - min(run_at) FILTER (WHERE ${IS_WAITING}))::double precision AS "oldestSeconds",
         count(*) FILTER (WHERE state <> 'running' AND run_at > now())::integer AS later,
         count(*) FILTER (WHERE state = 'running' AND NOT ${hasNoSignOfLife('$1')})::integer AS running,
         count(*) FILTER (WHERE state = 'running' AND ${hasNoSignOfLife('$1')})::integer AS lost,
         count(DISTINCT company_id)::integer AS companies
       FROM tasks WHERE state IN ('queued', 'running', 'retrying') GROUP BY queue`,
      [leaseMs],
    );
  }

  completedInLastHour(): Promise<{ readonly queue: QueueName; readonly count: number }[]> {
    return this.database.query(
      `SELECT queue, count(*)::integer AS count FROM tasks
       WHERE state = 'completed' AND finished_at > now() - interval '1 hour' GROUP BY queue`,
    );
  }

  /** By what failed and why, the most frequent first. */
  failedInLastDay(): Promise<TaskFailure[]> {
    return this.database.query<TaskFailure>(
      `SELECT queue, name, coalesce(error->>'code', 'unknown') AS code, count(*)::integer AS count,
         max(finished_at) AS "lastAt"
       FROM tasks WHERE state = 'failed' AND finished_at > now() - interval '1 day'
       GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 2, 3`,
    );
  }
}
