import type { TaskState } from './task-contract';

/** A task's row says something new: it was started, is further, has ended, or waits for another attempt. */
export class TaskChanged {
  constructor(
    readonly companyId: string,
    readonly taskId: string,
    readonly state: TaskState,
  ) {}
}

/** These finished tasks are about to be removed, in this transaction: what others keep of them goes with them. */
export class TasksExpired {
  constructor(readonly taskIds: readonly string[]) {}
}
