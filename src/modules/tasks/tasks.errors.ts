import { AppError } from '../../common/errors';
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
