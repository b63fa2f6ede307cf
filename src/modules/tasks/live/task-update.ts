import type { TaskResult, TaskState } from '../task-contract';
import type { TaskEntity, TaskError } from '../task.entity';

/** What watchers are told of a row. */
export type TaskView = Readonly<
  Pick<
    TaskEntity,
    | 'id'
    | 'companyId'
    | 'state'
    | 'progress'
    | 'result'
    | 'error'
    | 'attempts'
    | 'generation'
    | 'updatedAt'
  >
>;

/** One message about a watched task. */
export interface TaskUpdate {
  readonly type: 'task_update';
  readonly task_id: string;
  readonly status: 'started' | 'progress' | 'completed' | 'failed';
  /** The row's state: it tells a cancelled task from a failed one, and one that waits from one that runs. */
  readonly state: TaskState;
  readonly progress: number;
  readonly result: TaskResult | null;
  readonly error: TaskError | null;
  readonly timestamp: string;
}

const CANCELLED: TaskError = { code: 'task_cancelled', message: 'The task was cancelled.' };

/**
 * What to tell somebody who saw the row as `before` (null: never) and now finds it as `now`. Rows are read
 * now and then, so steps between the two may be missing; that a task was started is told before its end
 * in any case. A task that still waits gives nothing to tell.
 */
export function updatesBetween(before: TaskView | null, now: TaskView): readonly TaskUpdate[] {
  if (before !== null && isSame(before, now)) {
    return [];
  }
  const update = updateOf(before, now);
  if (update === null) {
    return [];
  }
  const missedStart =
    before !== null &&
    !hasStarted(before, now.generation) &&
    now.attempts > 0 &&
    update.status !== 'started';
  return missedStart ? [startOf(now), update] : [update];
}

function updateOf(before: TaskView | null, now: TaskView): TaskUpdate | null {
  const shared = {
    type: 'task_update',
    task_id: now.id,
    state: now.state,
    progress: now.progress,
    result: null,
    error: null,
    timestamp: now.updatedAt.toISOString(),
  } as const;
  switch (now.state) {
    case 'queued':
      return null;
    case 'running':
      return { ...shared, status: isNewAttempt(before, now) ? 'started' : 'progress' };
    case 'retrying':
      return { ...shared, status: 'progress', error: now.error };
    case 'completed':
      return { ...shared, status: 'completed', result: now.result };
    case 'failed':
      return { ...shared, status: 'failed', error: now.error };
    case 'cancelled':
      return { ...shared, status: 'failed', error: CANCELLED };
  }
}

/** Who comes late is told that the task is started, or how far it is. */
function isNewAttempt(before: TaskView | null, now: TaskView): boolean {
  if (before === null) {
    return now.progress === 0;
  }
  return before.attempts !== now.attempts || before.generation !== now.generation;
}

const startOf = (now: TaskView): TaskUpdate => ({
  type: 'task_update',
  task_id: now.id,
  status: 'started',
  state: 'running',
  progress: 0,
  result: null,
  error: null,
  timestamp: now.updatedAt.toISOString(),
});

const hasStarted = (view: TaskView, generation: number): boolean =>
  view.generation === generation && view.attempts > 0;

const isSame = (a: TaskView, b: TaskView): boolean =>
  a.state === b.state &&
  a.progress === b.progress &&
  a.attempts === b.attempts &&
  a.generation === b.generation;

const FINAL_STATES: readonly TaskState[] = ['completed', 'failed', 'cancelled'];

export const isFinalState = (state: TaskState): boolean => FINAL_STATES.includes(state);
