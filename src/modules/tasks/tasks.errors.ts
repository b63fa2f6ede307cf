import { AppError } from '../../common/errors';
import type { QueueName } from '../../platform/queue';
import type { TaskState } from './task-contract';

export class TaskFinishedError extends AppError {
  readonly status = 409;
  readonly code = 'task_finished';

  constructor(state: TaskState) {
    super(`The task is already ${state} and cannot be cancelled.`);
  }
}

export class TaskNotRepeatableError extends AppError {
  readonly status = 409;
  readonly code = 'task_not_repeatable';

  constructor(state: TaskState) {
    super(`The task is ${state}; only failed and cancelled tasks can be run again.`);
  }
}

/** About what a worker does in this time frees room again, whatever the work is. */
const RETRY_AFTER_SECONDS = 30;

export class QueueFullError extends AppError {
  readonly status = 429;
  readonly code = 'queue_full';
  override readonly retryAfterSeconds = RETRY_AFTER_SECONDS;
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(queue: QueueName) {
    super('Too much work is waiting already. Nothing was stored; try again later.');
    this.details = { queue };
  }
}
