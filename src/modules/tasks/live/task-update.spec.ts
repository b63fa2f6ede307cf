import { type TaskUpdate, type TaskView, updatesBetween } from './task-update';

const UPDATED_AT = new Date('2026-03-01T12:00:00.000Z');

const view = (fields: Partial<TaskView>): TaskView => ({
  id: 'task',
  companyId: 'company',
  state: 'queued',
  progress: 0,
  result: null,
  error: null,
  attempts: 0,
  generation: 1,
  updatedAt: UPDATED_AT,
  ...fields,
});

const QUEUED = view({});
const STARTED = view({ state: 'running', attempts: 1 });
const HALFWAY = view({ state: 'running', attempts: 1, progress: 50 });
const COMPLETED = view({ state: 'completed', attempts: 1, progress: 100, result: { matched: 3 } });
const ERROR = { code: 'file_encrypted', message: 'It has a password.' };
const RETRYING = view({ state: 'retrying', attempts: 1, progress: 50, error: ERROR });
const FAILED = view({ state: 'failed', attempts: 1, error: ERROR });
const CANCELLED = view({ state: 'cancelled', attempts: 0 });

const statuses = (updates: readonly TaskUpdate[]): readonly string[] =>
  updates.map(({ status }) => status);

describe('updatesBetween', () => {
  it.each<[string, TaskView, readonly string[]]>([
    ['a task that waits', QUEUED, []],
    ['one just started', STARTED, ['started']],
    ['one halfway', HALFWAY, ['progress']],
    ['one that waits for another attempt', RETRYING, ['progress']],
    ['a completed one', COMPLETED, ['completed']],
    ['a failed one', FAILED, ['failed']],
    ['a cancelled one', CANCELLED, ['failed']],
  ])('tells who comes late where %s stands', (_case, now, expected) => {
    expect(statuses(updatesBetween(null, now))).toEqual(expected);
  });

  it.each<[string, TaskView, TaskView, readonly string[]]>([
    ['nothing twice', HALFWAY, { ...HALFWAY, updatedAt: new Date() }, []],
    ['the start', QUEUED, STARTED, ['started']],
    ['progress', STARTED, HALFWAY, ['progress']],
    ['the end', HALFWAY, COMPLETED, ['completed']],
    ['a start that was missed before the progress', QUEUED, HALFWAY, ['started']],
    ['a start that was missed before the end', QUEUED, COMPLETED, ['started', 'completed']],
    ['a start that was missed before a failure', QUEUED, FAILED, ['started', 'failed']],
    ['no start of what was cancelled before it', QUEUED, CANCELLED, ['failed']],
    ['that another attempt waits', HALFWAY, RETRYING, ['progress']],
    ['another attempt', RETRYING, { ...STARTED, attempts: 2 }, ['started']],
    ['that a failed task waits again', FAILED, { ...QUEUED, generation: 2 }, []],
    [
      'the start and end of another run',
      FAILED,
      { ...COMPLETED, generation: 2 },
      ['started', 'completed'],
    ],
  ])('tells %s', (_case, before, now, expected) => {
    expect(statuses(updatesBetween(before, now))).toEqual(expected);
  });

  it('carries the result of a success and the error of a failure, and when it was', () => {
    expect(updatesBetween(HALFWAY, COMPLETED)).toEqual([
      {
        type: 'task_update',
        task_id: 'task',
        status: 'completed',
        state: 'completed',
        progress: 100,
        result: { matched: 3 },
        error: null,
        timestamp: '2026-03-01T12:00:00.000Z',
      },
    ]);
    expect(updatesBetween(HALFWAY, FAILED)).toMatchObject([{ error: ERROR, result: null }]);
    expect(updatesBetween(HALFWAY, RETRYING)).toMatchObject([{ error: ERROR, state: 'retrying' }]);
    expect(updatesBetween(QUEUED, CANCELLED)).toMatchObject([
      { error: { code: 'task_cancelled' }, state: 'cancelled' },
    ]);
  });
});
