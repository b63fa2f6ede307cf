import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ENV, type Env } from '../../config';
import { EventBus } from '../../platform/events';
import { queueSettings, type QueueSettingsByName } from '../../platform/queue';
import { ProgressPace } from './progress-pace';
import { RunLeases } from './run-leases';
import {
  PermanentTaskError,
  PostponedTaskError,
  TASK_PROCESSORS,
  type TaskContext,
  type TaskHandler,
  type TaskName,
  type TaskPayloads,
  type TaskProcessor,
  type TaskProcessors,
  type TaskResult,
  type TaskState,
} from './task-contract';
import type { TaskEntity, TaskError } from './task.entity';
import { TaskChanged } from './tasks.events';
import { type TaskRun, TaskRunsRepository } from './task-runs.repository';

/** The handler is not waited for any longer; what it still does is not written down. */
class TimeLimitError extends Error {}

const TOLD: Readonly<Record<'failure' | 'time', TaskError>> = {
  failure: { code: 'internal_error', message: 'Something went wrong on our side.' },
  time: { code: 'time_limit', message: 'The work took longer than allowed.' },
};

/** Runs one task: claims its row, calls the handler, and writes down what came of it. */
@Injectable()
export class TaskRunner {
  private readonly log = new Logger(TaskRunner.name);
  private readonly queues: QueueSettingsByName;

  constructor(
    @Inject(TASK_PROCESSORS) private readonly processors: TaskProcessors,
    @Inject(ENV) env: Env,
    private readonly modules: ModuleRef,
    private readonly runs: TaskRunsRepository,
    private readonly leases: RunLeases,
    private readonly events: EventBus,
  ) {
    this.queues = queueSettings(env);
  }

  /** The task that was run; null when there was nothing to do, such as another run that holds it. */
  async run(taskId: string): Promise<TaskEntity | null> {
    const runId = randomUUID();
    const task = await this.runs.start(taskId, runId, this.leases.leaseMs);
    if (task === null) {
      return null;
    }
    const run = { task, runId };
    const controller = this.leases.hold(runId);
    try {
      await this.tell(task, 'running');
      if (await this.runs.complete(run, await this.handle(run, controller))) {
        await this.tell(task, 'completed');
      }
    } catch (error) {
      await this.settle(run, error);
    } finally {
      this.leases.letGo(runId);
    }
    return task;
  }

  private async handle(run: TaskRun, controller: AbortController): Promise<TaskResult> {
    const { task } = run;
    const handler = this.handlerOf(task.name);
    const pace = new ProgressPace();
    const context: TaskContext<TaskName> = {
      taskId: task.id,
      companyId: task.companyId,
      requestedBy: task.requestedBy,
      // The row was written by `enqueue`, which pairs name and payload.
      payload: task.payload as TaskPayloads[TaskName],
      progress: async (percent) => {
        if (!pace.allows(performance.now())) {
          return;
        }
        await this.runs.setProgress(run, Math.round(percent));
        await this.tell(task, 'running');
      },
      signal: controller.signal,
    };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        controller.abort();
        reject(new TimeLimitError());
      }, this.queues[task.queue].timeout * 1000);
    });
    try {
      return await Promise.race([handler(context), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private handlerOf<Name extends TaskName>(name: Name): TaskHandler<Name> {
    const type = this.processors[name];
    const { handlers } = this.modules.get<TaskProcessor<Name>>(type, { strict: false });
    return handlers[name];
  }

  private async settle(run: TaskRun, error: unknown): Promise<void> {
    const { task } = run;
    if (error instanceof PostponedTaskError) {
      if (await this.runs.postpone(run, error.delayMs)) {
        await this.tell(task, 'queued');
      }
      return;
    }
    if (error instanceof PermanentTaskError) {
      await this.fail(run, { code: error.code, message: error.message });
      return;
    }
    const isLast = task.attempts >= task.maxAttempts;
    this.log.warn({ err: error, taskId: task.id, task: task.name, isLast }, 'task attempt failed');
    const told = error instanceof TimeLimitError ? TOLD.time : TOLD.failure;
    if (isLast) {
      await this.fail(run, told);
      return;
    }
    const firstDelayMs = this.queues[task.queue].delay * 1000;
    if (await this.runs.retryLater(run, told, firstDelayMs * 2 ** (task.attempts - 1))) {
      await this.tell(task, 'retrying');
    }
  }

  private async fail(run: TaskRun, error: TaskError): Promise<void> {
    if (await this.runs.fail(run, error)) {
      await this.tell(run.task, 'failed');
    }
  }

  private tell(task: TaskEntity, state: TaskState): Promise<void> {
    return this.events.publish(new TaskChanged(task.companyId, task.id, state));
  }
}
