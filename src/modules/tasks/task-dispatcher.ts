import { Inject, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { ENV, type Env } from '../../config';
import type { QueueName } from '../../platform/queue';
import { TaskRunsRepository, type TaskTicket } from './task-runs.repository';

/** What a queue item carries; everything else is read from the row. */
export interface TaskItem {
  readonly taskId: string;
}

/**
 * Puts committed task rows on their queues, at most `QUEUE_COMPANY_WINDOW` of one company at a time: with
 * first in, first out, a task waits for so many of each other company's and never for all of them.
 */
@Injectable()
export class TaskDispatcher {
  private readonly log = new Logger(TaskDispatcher.name);
  /** Per queue and company: whether somebody asked again while it was topped up. */
  private readonly running = new Map<string, { isWanted: boolean }>();

  constructor(
    private readonly modules: ModuleRef,
    private readonly runs: TaskRunsRepository,
    @Inject(ENV) private readonly env: Env,
  ) {}

  queue(name: QueueName): Queue<TaskItem> {
    return this.modules.get<Queue<TaskItem>>(getQueueToken(name), { strict: false });
  }

  /** Tops up soon. A queue or database that is away loses nothing: the sweeper comes by later. */
  topUpSoon(queue: QueueName, companyId: string): void {
    const key = `${queue} ${companyId}`;
    const current = this.running.get(key);
    if (current !== undefined) {
      current.isWanted = true;
      return;
    }
    const own = { isWanted: false };
    this.running.set(key, own);
    this.topUp(queue, companyId)
      .catch((error: unknown) => {
        this.log.warn({ err: error, queue }, 'tasks not dispatched, left to the sweeper');
        own.isWanted = false;
      })
      .finally(() => {
        this.running.delete(key);
        if (own.isWanted) {
          this.topUpSoon(queue, companyId);
        }
      });
  }

  /** Fills the company's window of this queue with its next tasks. */
  async topUp(queue: QueueName, companyId: string): Promise<void> {
    const window = this.env.QUEUE_COMPANY_WINDOW;
    await this.dispatch(await this.runs.takeForDispatch(queue, companyId, window));
  }

  /** Adding what a queue still holds changes nothing there. */
  async dispatch(tasks: readonly TaskTicket[]): Promise<void> {
    await Promise.all(tasks.map((task) => this.add(task)));
  }

  private async add(task: TaskTicket): Promise<void> {
    // Bull ignores an id that it still keeps, which makes dispatching twice harmless. Attempts and
    // delays are the row's: they outlive the queue.
    const jobId = `${task.id}:${task.generation}:${task.attempts}`;
    await this.queue(task.queue).add({ taskId: task.id }, { jobId });
  }
}
