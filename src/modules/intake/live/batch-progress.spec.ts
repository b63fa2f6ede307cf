import type { TaskState, TaskView } from '../../tasks';
import { BatchProgress } from './batch-progress';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const FILES = ['a', 'b', 'c'].map((name) => ({
  id: `item-${name}`,
  taskId: `task-${name}`,
  fileName: `${name}.pdf`,
}));

const task = (name: string, state: TaskState, fields: Partial<TaskView> = {}): TaskView => ({
  id: `task-${name}`,
  companyId: 'company',
  state,
  progress: 0,
  result: null,
  error: null,
  attempts: 0,
  generation: 1,
  updatedAt: NOW,
  ...fields,
});

const batchOf = (...states: readonly TaskState[]): BatchProgress => {
  const batch = new BatchProgress('batch', FILES.slice(0, states.length));
  states.forEach((state, at) => batch.see(task('abc'.charAt(at), state)));
  return batch;
};

describe('BatchProgress', () => {
  it.each<[readonly TaskState[], string, number, number]>([
    [['queued', 'queued'], 'PENDING', 0, 0],
    [['queued', 'running'], 'RUNNING', 0, 0],
    [['queued', 'completed'], 'RUNNING', 1, 0],
    [['retrying', 'failed'], 'RUNNING', 1, 1],
    [['completed', 'completed'], 'SUCCESS', 2, 0],
    [['completed', 'failed', 'cancelled'], 'PARTIAL', 3, 2],
    [['failed', 'cancelled'], 'FAILED', 2, 2],
  ])('of files that are %p is %s', (states, status, processed, failed) => {
    expect(batchOf(...states).standing()).toEqual({
      batch_id: 'batch',
      status,
      total_files: states.length,
      processed_files: processed,
      failed_files: failed,
    });
  });

  it('takes another attempt and percents of one file for no news, and its end for news', () => {
    const batch = batchOf('running');
    expect(batch.see(task('a', 'running', { progress: 40 }))).toBe(false);
    expect(batch.see(task('a', 'retrying', { attempts: 1 }))).toBe(false);
    expect(batch.see(task('a', 'completed', { attempts: 2 }))).toBe(true);
  });

  it('names the file that changed last, with the reason only once it has failed', () => {
    const batch = batchOf('queued', 'queued');
    const error = { code: 'file_encrypted', message: 'It has a password.' };
    batch.see(task('b', 'retrying', { error }));
    const item = { upload_item_id: 'item-b', file_name: 'b.pdf' };
    expect(batch.update('task-b', NOW)).toMatchObject({
      item: { ...item, status: 'RUNNING', error_message: null },
    });
    batch.see(task('b', 'failed', { error }));
    expect(batch.update('task-b', NOW)).toMatchObject({
      item: { ...item, status: 'FAILED', error_message: 'It has a password.' },
      timestamp: '2026-03-01T12:00:00.000Z',
    });
    batch.see(task('b', 'cancelled'));
    expect(batch.update('task-b', NOW)).toMatchObject({
      item: { ...item, status: 'FAILED', error_message: 'The upload was cancelled.' },
    });
    expect(batch.update(null, NOW)).not.toHaveProperty('item');
  });

  it('is empty once all its files were forgotten', () => {
    const batch = batchOf('completed', 'failed');
    batch.forget('task-a');
    expect([batch.isEmpty, batch.standing().total_files]).toEqual([false, 1]);
    batch.forget('task-b');
    expect(batch.isEmpty).toBe(true);
    expect(batch.update('task-b', NOW)).not.toHaveProperty('item');
  });
});
