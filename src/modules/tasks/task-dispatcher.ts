import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import type { QueueName } from '../../platform/queue';
import { TASK_SETTINGS } from './task-contract';
import type { TaskTicket } from './tasks.repository';

/** What a queue item carries; everything else is read from the row. */
export interface TaskItem {
  readonly taskId: string;
}

/** Puts committed task rows on their queues. Adding one that the queue still holds changes nothing. */
@Injectable()
export class TaskDispatcher {
  private readonly log = new Logger(TaskDispatcher.name);

  constructor(private readonly modules: ModuleRef) {}

  queue(name: QueueName): Queue<TaskItem> {
    return this.modules.get<Queue<TaskItem>>(getQueueToken(name), { strict: false });
  }

  async dispatch(task: TaskTicket): Promise<void> {
    const { attempts, firstDelayMs } = TASK_SETTINGS[task.name];
    await this.queue(task.queue).add(
      { taskId: task.id },
      {
        // Bull ignores an id it still keeps, which makes dispatching twice harmless.
        jobId: `${task.id}:${task.generation}`,
        attempts,
        backoff: { type: 'exponential', delay: firstDelayMs },
      },
    );
  }

  /** A queue that is away loses nothing: the sweeper dispatches the row later. */
  dispatchSoon(task: TaskTicket): void {
    this.dispatch(task).catch((error: unknown) => {
      this.log.warn({ err: error, taskId: task.id }, 'task not dispatched, left to the sweeper');
    });
  }
}
