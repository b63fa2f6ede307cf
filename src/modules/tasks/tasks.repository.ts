import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { QueueName } from '../../platform/queue';
import type { TaskView } from './live/task-update';
import { TaskEntity } from './task.entity';
import type { TaskName, TaskState } from './task-contract';

const UNFINISHED: readonly TaskState[] = ['queued', 'running', 'retrying'];

/** How many unfinished tasks of one queue are in one state. */
export interface QueueStanding {
  readonly queue: QueueName;
  readonly state: TaskState;
  readonly count: number;
  /** Of the one that has been due for longest; 0 when all run or are for later. */
  readonly waitSeconds: number;
}

export interface TaskListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: TaskState;
  readonly queue?: QueueName;
  readonly name?: TaskName;
}

/** The `tasks` table as people and modules use it; a worker's side is in `TaskRunsRepository`. */
@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  async insert(
    shared: Pick<
      TaskEntity,
      'companyId' | 'name' | 'queue' | 'requestedBy' | 'maxAttempts' | 'requestId' | 'traceParent'
    > & { readonly delayMs?: number },
    tasks: readonly Pick<TaskEntity, 'id' | 'payload'>[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO tasks (id, company_id, name, queue, payload, state, requested_by, max_attempts, run_at,
         request_id, trace_parent)
       SELECT id, $1, $2, $3, payload::jsonb, 'queued', $4, $5, now() + $8 * interval '1 millisecond', $9, $10
       FROM unnest($6::uuid[], $7::text[]) WITH ORDINALITY AS given (id, payload, position)
       ORDER BY position`,
      [
        shared.companyId,
        shared.name,
        shared.queue,
        shared.requestedBy,
        shared.maxAttempts,
        tasks.map((task) => task.id),
        tasks.map((task) => JSON.stringify(task.payload)),
        shared.delayMs ?? 0,
        shared.requestId,
        shared.traceParent,
      ],
    );
  }

  findById(companyId: string, id: string): Promise<TaskEntity | null> {
    return this.database.manager.findOneBy(TaskEntity, { companyId, id });
  }

  /** For those who watch tasks, of all companies at once; each is told of its own only. */
  findViews(ids: readonly string[]): Promise<TaskView[]> {
    return this.database.query<TaskView>(
      `SELECT id, company_id AS "companyId", state, progress, result, error, attempts, generation,
         updated_at AS "updatedAt"
       FROM tasks WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }

  async list(companyId: string, query: TaskListQuery): Promise<Page<TaskEntity>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(TaskEntity, 'task')
      .where('task.companyId = :companyId', { companyId });
    if (query.state !== undefined) {
      rows.andWhere('task.state = :state', { state: query.state });
    }
    if (query.queue !== undefined) {
      rows.andWhere('task.queue = :queue', { queue: query.queue });
    }
    if (query.name !== undefined) {
      rows.andWhere('task.name = :name', { name: query.name });
    }
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(task.createdAt, task.id) < (:at, :id)', { at: after[0], id: after[1] });
    }
    const found = await rows
      .orderBy('task.createdAt', 'DESC')
      .addOrderBy('task.id', 'DESC')
      .take(query.limit + 1)
      .getMany();
    return pageOf(found, {
      limit: query.limit,
      total,
      key: (task) => [task.createdAt.toISOString(), task.id],
    });
  }

  /** How many tasks of a queue are unfinished, of one company and of all, and of how many companies they are. */
  async load(
    queue: QueueName,
    companyId: string,
  ): Promise<{ readonly total: number; readonly own: number; readonly companies: number }> {
    const [load] = await this.database.query<{ total: number; own: number; companies: number }>(
      `SELECT coalesce(sum(tasks), 0)::integer AS total, count(*)::integer AS companies,
         coalesce(sum(tasks) FILTER (WHERE company_id = $2), 0)::integer AS own
       FROM (SELECT company_id, count(*) AS tasks FROM tasks
             WHERE queue = $1 AND state IN ('queued', 'running', 'retrying') GROUP BY company_id) AS loads`,
      [queue, companyId],
    );
    return load ?? { total: 0, own: 0, companies: 0 };
  }

  /** Of all companies. */
  standings(): Promise<QueueStanding[]> {
    return this.database.query<QueueStanding>(
      `SELECT queue, state, count(*)::integer AS count,
         coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE state <> 'running' AND run_at <= now())), 0)
           ::double precision AS "waitSeconds"
       FROM tasks WHERE state IN ('queued', 'running', 'retrying') GROUP BY queue, state`,
    );
  }

  async cancel(companyId: string, id: string): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'cancelled', run_id = NULL, updated_at = now(), finished_at = now()
       WHERE company_id = $1 AND id = $2 AND state = ANY($3)`,
      [companyId, id, UNFINISHED],
    );
  }

  /** Back to the start for another run, as a new queue item. */
  async requeue(companyId: string, id: string): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'queued', progress = 0, result = NULL, error = NULL, attempts = 0,
         generation = generation + 1, run_at = now(), dispatched_at = NULL, updated_at = now(), finished_at = NULL
       WHERE company_id = $1 AND id = $2 AND state IN ('failed', 'cancelled')`,
      [companyId, id],
    );
  }

  /** Some of the tasks that ended so long ago, locked until the transaction ends. */
  async takeExpired(days: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM tasks WHERE finished_at < now() - $1 * interval '1 day'
       ORDER BY finished_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [days, limit],
    );
    return rows.map(({ id }) => id);
  }

  async delete(ids: readonly string[]): Promise<void> {
    await this.database.execute('DELETE FROM tasks WHERE id = ANY($1)', [ids]);
  }

  private async changed(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.database.execute(sql, parameters)) > 0;
  }
}
