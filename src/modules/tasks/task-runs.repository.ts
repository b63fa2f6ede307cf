import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { QueueName } from '../../platform/queue';
import type { TaskResult } from './task-contract';
import { TaskEntity, type TaskError } from './task.entity';

/** What is needed to put a task on its queue. */
export type TaskTicket = Pick<TaskEntity, 'id' | 'queue' | 'generation' | 'attempts'>;

export type TaskStanding = Pick<TaskEntity, 'id' | 'companyId' | 'state'>;

/** A task as one run holds it. */
export interface TaskRun {
  readonly task: TaskEntity;
  readonly runId: string;
}

/** Stored times are rounded to milliseconds, up as well as down. */
const IS_DUE = `run_at <= now() + interval '1 millisecond'`;

const TICKET = 'id, queue, generation, attempts, sequence';

/**
 * The `tasks` table as workers use it. A run is known by its id: what a run says counts only while the row
 * names it, so a worker that was taken for dead cannot overwrite what its successor did.
 */
@Injectable()
export class TaskRunsRepository {
  constructor(private readonly database: Database) {}

  /** Puts the company's next tasks into the queue's window, as far as there is room; those to dispatch. */
  takeForDispatch(queue: QueueName, companyId: string, window: number): Promise<TaskTicket[]> {
    // Two processes may do this at once: both choose the same rows, the second waits for them and finds them
    // taken. Choosing and locking are apart, since a LIMIT over locks would go on to the rows behind.
    return this.database.query<TaskTicket>(
      `WITH due AS MATERIALIZED (
         SELECT id FROM tasks
         WHERE queue = $1 AND company_id = $2 AND state IN ('queued', 'retrying')
           AND dispatched_at IS NULL AND ${IS_DUE}
         ORDER BY run_at, sequence
         LIMIT greatest(0, $3 - (SELECT count(*) FROM tasks WHERE queue = $1 AND company_id = $2
           AND state IN ('queued', 'running', 'retrying') AND dispatched_at IS NOT NULL))),
       locked AS MATERIALIZED (
         SELECT id FROM tasks WHERE id IN (SELECT id FROM due) AND dispatched_at IS NULL
         ORDER BY sequence FOR UPDATE),
       taken AS (UPDATE tasks SET dispatched_at = now()
         WHERE id IN (SELECT id FROM locked) RETURNING ${TICKET})
       SELECT * FROM taken ORDER BY sequence`,
      [queue, companyId, window],
    );
  }

  /**
   * Lets tasks that wait for a time begin to wait anew if they were told to by a clock that was so far ahead and
   * has been set back since: else a retry in a minute would come when the clock is there again.
   */
  async waitAnew(aheadMs: number): Promise<void> {
    await this.database.query(
      `UPDATE tasks SET run_at = now() + (run_at - updated_at), updated_at = now()
       WHERE state IN ('queued', 'retrying')
         AND run_at > now() + $1 * interval '1 millisecond'
         AND updated_at > now() + $1 * interval '1 millisecond'`,
      [aheadMs],
    );
  }

  /** Whose tasks wait for their turn in which queue. */
  waiting(): Promise<{ readonly queue: QueueName; readonly companyId: string }[]> {
    return this.database.query(
      `SELECT DISTINCT queue, company_id AS "companyId" FROM tasks
       WHERE state IN ('queued', 'retrying') AND dispatched_at IS NULL AND ${IS_DUE}`,
    );
  }

  /**
   * Tasks that were put on a queue so long ago and did not start: some may have been lost with it. So far
   * ahead is long ago too, by a clock that was set back since.
   */
  takeForDispatchAgain(olderThanMs: number, limit: number): Promise<TaskTicket[]> {
    return this.database.query<TaskTicket>(
      `WITH late AS MATERIALIZED (
         SELECT id FROM tasks WHERE state IN ('queued', 'retrying')
           AND ${isFarFrom('dispatched_at', '$1')}
         ORDER BY dispatched_at LIMIT $2 FOR UPDATE SKIP LOCKED),
       taken AS (UPDATE tasks SET dispatched_at = now() WHERE id IN (SELECT id FROM late) RETURNING ${TICKET})
       SELECT * FROM taken ORDER BY sequence`,
      [olderThanMs, limit],
    );
  }

  /** Claims the task for this run. Null when it is finished, gone, not due, or held by a run that lives. */
  async start(id: string, runId: string, leaseMs: number): Promise<TaskEntity | null> {
    const isClaimed = await this.changed(
      `UPDATE tasks SET state = 'running', attempts = attempts + 1, run_id = $2, heartbeat_at = now(),
         dispatched_at = coalesce(dispatched_at, now()), updated_at = now()
       WHERE id = $1 AND attempts < max_attempts
         AND (state IN ('queued', 'retrying') AND ${IS_DUE}
           OR state = 'running' AND ${hasNoSignOfLife('$3')})`,
      [id, runId, leaseMs],
    );
    return isClaimed ? this.database.manager.findOneBy(TaskEntity, { id, runId }) : null;
  }

  /** Says that these runs live; the ids of those that the rows still name. */
  async heartbeat(runIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ runId: string }>(
      `WITH alive AS (UPDATE tasks SET heartbeat_at = now()
         WHERE state = 'running' AND run_id = ANY($1) RETURNING run_id)
       SELECT run_id AS "runId" FROM alive`,
      [runIds],
    );
    return rows.map(({ runId }) => runId);
  }

  /**
   * Ends the runs without a sign of life: another attempt, or failure after the last one, so that a task
   * which kills its worker does not go on doing so. What they are now.
   */
  endLostRuns(leaseMs: number, error: TaskError): Promise<TaskStanding[]> {
    return this.database.query<TaskStanding>(
      `WITH lost AS (UPDATE tasks SET
         state = CASE WHEN attempts >= max_attempts THEN 'failed' ELSE 'retrying' END,
         finished_at = CASE WHEN attempts >= max_attempts THEN now() END,
         error = $2, run_id = NULL, run_at = now(), dispatched_at = NULL, updated_at = now()
       WHERE state = 'running' AND ${hasNoSignOfLife('$1')}
       RETURNING id, company_id, state)
       SELECT id, company_id AS "companyId", state FROM lost`,
      [leaseMs, JSON.stringify(error)],
    );
  }

  async setProgress({ task, runId }: TaskRun, progress: number): Promise<void> {
    await this.database.query(
      `UPDATE tasks SET progress = $3, heartbeat_at = now(), updated_at = now()
       WHERE id = $1 AND run_id = $2 AND state = 'running'`,
      [task.id, runId, progress],
    );
  }

  async complete({ task, runId }: TaskRun, result: TaskResult): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'completed', progress = 100, result = $3, error = NULL, run_id = NULL,
         updated_at = now(), finished_at = now()
       WHERE id = $1 AND run_id = $2 AND state = 'running'`,
      [task.id, runId, JSON.stringify(result)],
    );
  }

  async retryLater({ task, runId }: TaskRun, error: TaskError, delayMs: number): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'retrying', error = $3, run_id = NULL, dispatched_at = NULL,
         run_at = now() + $4 * interval '1 millisecond', updated_at = now()
       WHERE id = $1 AND run_id = $2 AND state = 'running'`,
      [task.id, runId, JSON.stringify(error), delayMs],
    );
  }

  /** As if this run had not been. The queue item that started it may be held still, so the next is another. */
  async postpone({ task, runId }: TaskRun, delayMs: number): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'queued', attempts = attempts - 1, generation = generation + 1, run_id = NULL,
         dispatched_at = NULL, run_at = now() + $3 * interval '1 millisecond', updated_at = now()
       WHERE id = $1 AND run_id = $2 AND state = 'running'`,
      [task.id, runId, delayMs],
    );
  }

  async fail({ task, runId }: TaskRun, error: TaskError): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'failed', error = $3, run_id = NULL, updated_at = now(), finished_at = now()
       WHERE id = $1 AND run_id = $2 AND state = 'running'`,
      [task.id, runId, JSON.stringify(error)],
    );
  }

  private async changed(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.database.execute(sql, parameters)) > 0;
  }
}

/** SQL about a running task, with the place of the lease's parameter: its worker has been silent for the lease. */
export function hasNoSignOfLife(leaseMs: string): string {
  return `(heartbeat_at IS NULL OR ${isFarFrom('heartbeat_at', leaseMs)})`;
}

/** A time ahead comes from before the database's clock was set back: nobody knows how long ago that was. */
function isFarFrom(time: string, ms: string): string {
  const distance = `${ms} * interval '1 millisecond'`;
  return `(${time} <= now() - ${distance} OR ${time} > now() + ${distance})`;
}
