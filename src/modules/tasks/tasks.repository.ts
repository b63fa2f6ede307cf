import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import { type TaskError, TaskEntity } from './task.entity';
import type { TaskResult, TaskState } from './task-contract';

const UNFINISHED: readonly TaskState[] = ['queued', 'running', 'retrying'];

/** What is needed to put a task on its queue. */
export type TaskTicket = Pick<TaskEntity, 'id' | 'name' | 'queue' | 'generation'>;

/** The `tasks` table. State changes are single conditional updates: of two processes one wins. */
@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  async insert(
    shared: Pick<TaskEntity, 'companyId' | 'name' | 'queue' | 'requestedBy'>,
    tasks: readonly Pick<TaskEntity, 'id' | 'payload'>[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO tasks (id, company_id, name, queue, payload, state, requested_by)
       SELECT id, $1, $2, $3, payload::jsonb, 'queued', $4
       FROM unnest($5::uuid[], $6::text[]) AS given (id, payload)`,
      [
        shared.companyId,
        shared.name,
        shared.queue,
        shared.requestedBy,
        tasks.map((task) => task.id),
        tasks.map((task) => JSON.stringify(task.payload)),
      ],
    );
  }

  findById(companyId: string, id: string): Promise<TaskEntity | null> {
    return this.database.manager.findOneBy(TaskEntity, { companyId, id });
  }

  /** For the worker, which has no company of its own. */
  findAnyById(id: string): Promise<TaskEntity | null> {
    return this.database.manager.findOneBy(TaskEntity, { id });
  }

  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly state?: TaskState },
  ): Promise<Page<TaskEntity>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(TaskEntity, 'task')
      .where('task.companyId = :companyId', { companyId });
    if (query.state !== undefined) {
      rows.andWhere('task.state = :state', { state: query.state });
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

  /** Unfinished tasks that nothing has touched for this long, oldest first. */
  stale(olderThanMs: number, limit: number): Promise<TaskTicket[]> {
    return this.database.query<TaskTicket>(
      `SELECT id, name, queue, generation FROM tasks
       WHERE state IN ('queued', 'running', 'retrying')
         AND updated_at <= now() - $1 * interval '1 millisecond'
       ORDER BY updated_at, id LIMIT $2`,
      [olderThanMs, limit],
    );
  }

  /** False when the task is finished, cancelled or gone: then there is nothing to run. */
  async start(id: string): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'running', attempts = attempts + 1, updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'running', 'retrying')`,
      [id],
    );
  }

  async setProgress(id: string, progress: number): Promise<void> {
    await this.database.query(
      `UPDATE tasks SET progress = $2, updated_at = now() WHERE id = $1 AND state = 'running'`,
      [id, progress],
    );
  }

  async complete(id: string, result: TaskResult): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'completed', progress = 100, result = $2, error = NULL,
         updated_at = now(), finished_at = now()
       WHERE id = $1 AND state = 'running'`,
      [id, JSON.stringify(result)],
    );
  }

  async retryLater(id: string, error: TaskError): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'retrying', error = $2, updated_at = now()
       WHERE id = $1 AND state = 'running'`,
      [id, JSON.stringify(error)],
    );
  }

  async fail(id: string, error: TaskError): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'failed', error = $2, updated_at = now(), finished_at = now()
       WHERE id = $1 AND state IN ('queued', 'running', 'retrying')`,
      [id, JSON.stringify(error)],
    );
  }

  async cancel(companyId: string, id: string): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'cancelled', updated_at = now(), finished_at = now()
       WHERE company_id = $1 AND id = $2 AND state = ANY($3)`,
      [companyId, id, UNFINISHED],
    );
  }

  /** Back to the start for another run, as a new queue item. */
  async requeue(companyId: string, id: string): Promise<boolean> {
    return this.changed(
      `UPDATE tasks SET state = 'queued', progress = 0, result = NULL, error = NULL, attempts = 0,
         generation = generation + 1, updated_at = now(), finished_at = NULL
       WHERE company_id = $1 AND id = $2 AND state IN ('failed', 'cancelled')`,
      [companyId, id],
    );
  }

  private async changed(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.database.execute(sql, parameters)) > 0;
  }
}
