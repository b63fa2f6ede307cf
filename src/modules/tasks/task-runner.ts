import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { EventBus } from '../../platform/events';
import { queueSettings, type QueueSettingsByName } from '../../platform/queue';
import { ProgressPace } from './progress-pace';
import { RunLeases } from './run-leases';
import {
  PermanentTaskError,
  PostponedTaskError,
  type TaskContext,
  type TaskName,
  type TaskPayloads,
  type TaskResult,
  type TaskState,
} from './task-contract';
import { TaskHandlers } from './task-handlers';
import { type RunOutcome, TaskObserver } from './task-observer';
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
    @Inject(ENV) env: Env,
    private readonly handlers: TaskHandlers,
    private readonly runs: TaskRunsRepository,
    private readonly leases: RunLeases,
    private readonly events: EventBus,
    private readonly observer: TaskObserver,
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
    await this.observer.observed(task, () => this.attempt({ task, runId }));
    return task;
  }

  private async attempt(run: TaskRun): Promise<RunOutcome> {
    const { task, runId } = run;
    const controller = this.leases.hold(runId);
    try {
      await this.tell(task, 'running');
      const isOurs = await this.runs.complete(run, await this.handle(run, controller));
      return await this.told(isOurs, task, 'completed');
    } catch (error) {
      return await this.settle(run, error);
    } finally {
      this.leases.letGo(runId);
    }
  }

  private async handle(run: TaskRun, controller: AbortController): Promise<TaskResult> {
    const { task } = run;
    const handler = this.handlers.of(task.name);
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

  private async settle(run: TaskRun, error: unknown): Promise<RunOutcome> {
    const { task } = run;
    if (error instanceof PostponedTaskError) {
      return this.told(await this.runs.postpone(run, error.delayMs), task, 'queued');
    }
    if (error instanceof PermanentTaskError) {
      return this.fail(run, { code: error.code, message: error.message });
    }
    const isLast = task.attempts >= task.maxAttempts;
    this.log.warn({ err: error, taskId: task.id, task: task.name, isLast }, 'task attempt failed');
    const told = error instanceof TimeLimitError ? TOLD.time : TOLD.failure;
    if (isLast) {
      return this.fail(run, told);
    }
    const delayMs = this.queues[task.queue].delay * 1000 * 2 ** (task.attempts - 1);
    return this.told(await this.runs.retryLater(run, told, delayMs), task, 'retrying');
  }

  private async fail(run: TaskRun, error: TaskError): Promise<RunOutcome> {
    return this.told(await this.runs.fail(run, error), run.task, 'failed');
  }

  /** What was written down is told; nothing was when the row names another run by now. */
  private async told(
    isOurs: boolean,
    task: TaskEntity,
    state: 'completed' | 'failed' | 'retrying' | 'queued',
  ): Promise<RunOutcome> {
    if (!isOurs) {
      return 'superseded';
    }
    await this.tell(task, state);
    return state === 'queued' ? 'postponed' : state;
  }

  private tell(task: TaskEntity, state: TaskState): Promise<void> {
    return this.events.publish(new TaskChanged(task.companyId, task.id, state));
  }
}
