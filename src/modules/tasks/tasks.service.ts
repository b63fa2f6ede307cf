import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { ENV, type Env } from '../../config';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { currentRequestId } from '../../platform/logging';
import { type QueueName, queueSettings, type QueueSettingsByName } from '../../platform/queue';
import { currentTraceParent } from '../../platform/tracing';
import { TASK_SETTINGS, type TaskName, type TaskPayloads } from './task-contract';
import { TaskDispatcher } from './task-dispatcher';
import type { TaskEntity } from './task.entity';
import { QueueFullError, TaskFinishedError, TaskNotRepeatableError } from './tasks.errors';
import { TaskChanged } from './tasks.events';
import { type TaskListQuery, TasksRepository } from './tasks.repository';

export interface TaskOwner {
  readonly companyId: string;
  /** Who asked for the work; null when nobody did. */
  readonly userId: string | null;
}

export interface TaskOptions {
  /** Not before this time has passed. */
  readonly delayMs?: number;
}

/**
 * Background work as rows: `enqueue` writes the intent in the caller's transaction and hands it to the
 * queue once that has committed, so the work is neither lost nor done for a change that never was.
 */
@Injectable()
export class TasksService {
  private readonly queues: QueueSettingsByName;

  constructor(
    @Inject(ENV) env: Env,
    private readonly database: Database,
    private readonly repository: TasksRepository,
    private readonly dispatcher: TaskDispatcher,
    private readonly events: EventBus,
  ) {
    this.queues = queueSettings(env);
  }

  /**
   * For routes whose purpose is to start work; call it before anything is stored. A full queue refuses
   * whoever has their share of it already, so that one company's work does not keep out another's. Work that
   * follows from a change is not refused: `enqueue` always writes it down.
   *
   * @throws QueueFullError
   */
  async checkRoom(name: TaskName, companyId: string): Promise<void> {
    const { queue } = TASK_SETTINGS[name];
    await this.checkQueue(queue, companyId);
  }

  /** The new task's id. */
  async enqueue<Name extends TaskName>(
    name: Name,
    payload: TaskPayloads[Name],
    owner: TaskOwner,
    options: TaskOptions = {},
  ): Promise<string> {
    const [id = ''] = await this.enqueueAll(name, [payload], owner, options);
    return id;
  }

  /** The new tasks' ids, in the order of the payloads. */
  async enqueueAll<Name extends TaskName>(
    name: Name,
    payloads: readonly TaskPayloads[Name][],
    owner: TaskOwner,
    options: TaskOptions = {},
  ): Promise<string[]> {
    const { queue, attempts: maxAttempts = this.queues[queue].attempts } = TASK_SETTINGS[name];
    const tasks = payloads.map((payload) => ({ id: randomUUID(), payload }));
    const { companyId, userId: requestedBy } = owner;
    const origin = { requestId: currentRequestId(), traceParent: currentTraceParent() };
    const shared = { companyId, name, queue, requestedBy, maxAttempts, ...origin, ...options };
    await this.repository.insert(shared, tasks);
    this.database.afterCommit(() => {
      this.dispatcher.topUpSoon(queue, companyId);
    });
    return tasks.map(({ id }) => id);
  }

  /** Null when it is gone, or another company's. */
  find(companyId: string, id: string): Promise<TaskEntity | null> {
    return this.repository.findById(companyId, id);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<TaskEntity> {
    const task = await this.find(companyId, id);
    if (task === null) {
      throw new NotFoundError('task');
    }
    return task;
  }

  list(companyId: string, query: TaskListQuery): Promise<Page<TaskEntity>> {
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

  /** @throws NotFoundError, TaskNotRepeatableError, QueueFullError */
  async retry(companyId: string, id: string): Promise<TaskEntity> {
    await this.checkQueue((await this.get(companyId, id)).queue, companyId);
    const requeued = await this.repository.requeue(companyId, id);
    const task = await this.get(companyId, id);
    if (!requeued) {
      throw new TaskNotRepeatableError(task.state);
    }
    await this.events.publish(new TaskChanged(companyId, id, task.state));
    this.dispatcher.topUpSoon(task.queue, companyId);
    return task;
  }

  private async checkQueue(queue: QueueName, companyId: string): Promise<void> {
    const { limit } = this.queues[queue];
    const load = await this.repository.load(queue, companyId);
    const companies = load.own === 0 ? load.companies + 1 : load.companies;
    if (load.total >= limit && load.own >= limit / companies) {
      throw new QueueFullError(queue);
    }
  }
}
