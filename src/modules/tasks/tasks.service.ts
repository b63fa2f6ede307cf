import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { TASK_SETTINGS, type TaskName, type TaskPayloads, type TaskState } from './task-contract';
import { TaskDispatcher } from './task-dispatcher';
import type { TaskEntity } from './task.entity';
import { TaskFinishedError, TaskNotRepeatableError } from './tasks.errors';
import { TaskChanged } from './tasks.events';
import { TasksRepository } from './tasks.repository';

export interface TaskOwner {
  readonly companyId: string;
  /** Who asked for the work; null when nobody did. */
  readonly userId: string | null;
}

/**
 * Background work as rows: `enqueue` writes the intent in the caller's transaction and hands it to the
 * queue once that has committed, so the work is neither lost nor done for a change that never was.
 */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly repository: TasksRepository,
    private readonly dispatcher: TaskDispatcher,
    private readonly events: EventBus,
  ) {}

  /** The new task's id. */
  async enqueue<Name extends TaskName>(
    name: Name,
    payload: TaskPayloads[Name],
    owner: TaskOwner,
  ): Promise<string> {
    const [id = ''] = await this.enqueueAll(name, [payload], owner);
    return id;
  }

  /** The new tasks' ids, in the order of the payloads. */
  async enqueueAll<Name extends TaskName>(
    name: Name,
    payloads: readonly TaskPayloads[Name][],
    owner: TaskOwner,
  ): Promise<string[]> {
    const { queue } = TASK_SETTINGS[name];
    const tasks = payloads.map((payload) => ({ id: randomUUID(), payload }));
    const { companyId, userId: requestedBy } = owner;
    await this.repository.insert({ companyId, name, queue, requestedBy }, tasks);
    this.database.afterCommit(() => {
      for (const { id } of tasks) {
        this.dispatcher.dispatchSoon({ id, name, queue, generation: 1 });
      }
    });
    return tasks.map(({ id }) => id);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<TaskEntity> {
    const task = await this.repository.findById(companyId, id);
    if (task === null) {
      throw new NotFoundError('task');
    }
    return task;
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly state?: TaskState },
  ): Promise<Page<TaskEntity>> {
    return this.repository.list(companyId, query);
  }

  /**
   * A running handler is not interrupted; its result is dropped.
   *
   * @throws NotFoundError, TaskFinishedError
   */
  async cancel(companyId: string, id: string): Promise<TaskEntity> {
    const cancelled = await this.repository.cancel(companyId, id);
    const task = await this.get(companyId, id);
    if (!cancelled) {
      throw new TaskFinishedError(task.state);
    }
    await this.events.publish(new TaskChanged(companyId, id, task.state));
    return task;
  }

  /** @throws NotFoundError, TaskNotRepeatableError */
  async retry(companyId: string, id: string): Promise<TaskEntity> {
    const requeued = await this.repository.requeue(companyId, id);
    const task = await this.get(companyId, id);
    if (!requeued) {
      throw new TaskNotRepeatableError(task.state);
    }
    await this.events.publish(new TaskChanged(companyId, id, task.state));
    this.dispatcher.dispatchSoon(task);
    return task;
  }
}
