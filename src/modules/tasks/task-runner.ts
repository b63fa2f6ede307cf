import { Injectable, Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { EventBus } from '../../platform/events';
import {
  PermanentTaskError,
  type TaskContext,
  type TaskHandler,
  type TaskName,
  type TaskPayloads,
  type TaskResult,
  type TaskState,
} from './task-contract';
import type { TaskItem } from './task-dispatcher';
import type { TaskEntity, TaskError } from './task.entity';
import { TaskChanged } from './tasks.events';
import { TasksRepository } from './tasks.repository';

type Handlers = { [Name in TaskName]?: TaskHandler<Name> };

/** Runs one queue item: claims its row, calls the handler, and writes down what came of it. */
@Injectable()
export class TaskRunner {
  private readonly log = new Logger(TaskRunner.name);
  private readonly handlers: Handlers = {};

  constructor(
    private readonly repository: TasksRepository,
    private readonly events: EventBus,
  ) {}

  /** Modules register what they can do when they start. */
  register<Name extends TaskName>(name: Name, handler: TaskHandler<Name>): void {
    Object.assign(this.handlers, { [name]: handler });
  }

  /** @throws what the handler throws when another attempt may help, so that the queue delays and retries. */
  async run(item: Job<TaskItem>): Promise<void> {
    const { taskId } = item.data;
    const task = await this.repository.findAnyById(taskId);
    if (task === null || !(await this.repository.start(taskId))) {
      return;
    }
    await this.tell(task, 'running');
    try {
      const result = await this.handle(task);
      if (await this.repository.complete(taskId, result)) {
        await this.tell(task, 'completed');
      }
    } catch (error) {
      await this.settle(item, task, error);
    }
  }

  private handle(task: TaskEntity): Promise<TaskResult> {
    // The row was written by `enqueue`, which pairs name and payload.
    const handler = this.handlers[task.name] as TaskHandler<TaskName> | undefined;
    if (handler === undefined) {
      throw new Error(`No handler for ${task.name} in this process.`);
    }
    const context: TaskContext<TaskName> = {
      taskId: task.id,
      companyId: task.companyId,
      requestedBy: task.requestedBy,
      payload: task.payload as TaskPayloads[TaskName],
      progress: async (percent) => {
        await this.repository.setProgress(task.id, Math.round(percent));
        await this.tell(task, 'running');
      },
    };
    return handler(context);
  }

  private async settle(item: Job<TaskItem>, task: TaskEntity, error: unknown): Promise<void> {
    const isLast = item.attemptsMade + 1 >= (item.opts.attempts ?? 1);
    if (error instanceof PermanentTaskError) {
      await this.fail(task, { code: error.code, message: error.message });
      return;
    }
    this.log.warn({ err: error, taskId: task.id, task: task.name, isLast }, 'task attempt failed');
    const told: TaskError = {
      code: 'internal_error',
      message: 'Something went wrong on our side.',
    };
    if (isLast) {
      await this.fail(task, told);
      return;
    }
    if (await this.repository.retryLater(task.id, told)) {
      await this.tell(task, 'retrying');
      throw error;
    }
  }

  private async fail(task: TaskEntity, error: TaskError): Promise<void> {
    if (await this.repository.fail(task.id, error)) {
      await this.tell(task, 'failed');
    }
  }

  private tell(task: TaskEntity, state: TaskState): Promise<void> {
    return this.events.publish(new TaskChanged(task.companyId, task.id, state));
  }
}
