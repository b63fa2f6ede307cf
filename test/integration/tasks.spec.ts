import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MatchingProcessor } from '../../src/modules/matching';
import { PermanentTaskError, type TaskContext, TasksService } from '../../src/modules/tasks';
import { TaskDispatcher } from '../../src/modules/tasks/task-dispatcher';
import type { TaskEntity } from '../../src/modules/tasks/task.entity';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { insertTask } from '../support/company-data';
import { eventually } from '../support/waiting';

type Context = TaskContext<'matching.rank-pool'>;

let app: TestApp;
let us: TestCompany;
let tasks: TasksService;
let dispatcher: TaskDispatcher;
const handler = jest.fn<Promise<Record<string, unknown>>, [Context]>();

beforeAll(async () => {
  // Somebody waits for these retries, and for the time limit.
  app = await startTestApp({ variables: { QUEUE_DOCUMENTS: 'delay=1,timeout=5' } });
  us = await app.newCompany();
  tasks = app.app.get(TasksService, { strict: false });
  dispatcher = app.app.get(TaskDispatcher, { strict: false });
  const processor = app.app.get(MatchingProcessor, { strict: false });
  Object.assign(processor.handlers, { 'matching.rank-pool': handler });
});

afterAll(async () => {
  await app.stop();
});

beforeEach(() => {
  jest.restoreAllMocks();
  handler.mockReset().mockResolvedValue({ done: true });
});

const enqueue = (): Promise<string> =>
  tasks.enqueue('matching.rank-pool', { jobId: randomUUID() }, us);

const taskIn = (id: string, ...states: readonly string[]): Promise<TaskEntity> =>
  eventually(async () => {
    const task = await tasks.get(us.companyId, id);
    return states.includes(task.state) ? task : null;
  });

const callsFor = (id: string): number =>
  handler.mock.calls.filter(([{ taskId }]) => taskId === id).length;

/** A handler that waits until it is let go. */
function gate(): { open: () => void; work: () => Promise<Record<string, unknown>> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, work: () => opened.then(() => ({ late: true })) };
}

describe('enqueue', () => {
  it('runs the work and keeps its result', async () => {
    const payload = { jobId: randomUUID() };
    const id = await tasks.enqueue('matching.rank-pool', payload, us);
    const task = await taskIn(id, 'completed');
    expect(task).toMatchObject({
      state: 'completed',
      progress: 100,
      result: { done: true },
      error: null,
      attempts: 1,
      requestedBy: us.userId,
    });
    expect(task.finishedAt).toBeInstanceOf(Date);
    expect(handler).toHaveBeenCalledWith(
      expect.objectContaining({
        taskId: id,
        companyId: us.companyId,
        requestedBy: us.userId,
        payload,
      }),
    );
  });

  it('leaves no row and no work when its transaction rolls back', async () => {
    let id = '';
    const work = app.database.transaction(async () => {
      id = await enqueue();
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    await expect(tasks.get(us.companyId, id)).rejects.toThrow('no such task');
    await sleep(200);
    expect(callsFor(id)).toBe(0);
  });

  it('hands the work over after the commit, not before', async () => {
    const dispatch = jest.spyOn(dispatcher, 'topUpSoon');
    const id = await app.database.transaction(async () => {
      const inside = await enqueue();
      await sleep(100);
      expect(dispatch).not.toHaveBeenCalled();
      return inside;
    });
    expect(dispatch).toHaveBeenCalledTimes(1);
    await taskIn(id, 'completed');
  });

  it('fails nobody when the queue is away: the row waits', async () => {
    const dispatch = jest.spyOn(dispatcher, 'dispatch').mockRejectedValue(new Error('no queue'));
    const id = await enqueue();
    await eventually(() => (dispatch.mock.calls.length > 0 ? true : null));
    await expect(tasks.get(us.companyId, id)).resolves.toMatchObject({
      state: 'queued',
      attempts: 0,
    });
    dispatch.mockRestore();
    await taskIn(id, 'completed');
  });

  it('runs once however often it is dispatched', async () => {
    const { open, work } = gate();
    handler.mockImplementation(work);
    const id = await enqueue();
    const task = await taskIn(id, 'running');
    await Promise.all([dispatcher.dispatch([task, task]), dispatcher.dispatch([task])]);
    open();
    await taskIn(id, 'completed');
    await dispatcher.dispatch([task]);
    await sleep(200);
    expect(callsFor(id)).toBe(1);
  });
});

describe('a handler', () => {
  it('tells how far it is', async () => {
    const { open, work } = gate();
    handler.mockImplementation(async ({ progress }) => {
      await progress(41.6);
      return work();
    });
    const id = await enqueue();
    await eventually(async () =>
      (await tasks.get(us.companyId, id)).progress === 42 ? true : null,
    );
    open();
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({ progress: 100 });
  });

  it('that fails is tried again later, and may succeed then', async () => {
    handler.mockRejectedValueOnce(new Error('the data base of secrets is away'));
    const id = await enqueue();
    const waiting = await taskIn(id, 'retrying');
    expect(waiting.error).toEqual({
      code: 'internal_error',
      message: 'Something went wrong on our side.',
    });
    const task = await taskIn(id, 'completed');
    expect(task).toMatchObject({ attempts: 2, error: null, result: { done: true } });
  });

  it('that always fails ends the task after the last attempt, telling nothing inner', async () => {
    handler.mockRejectedValue(new Error('the data base of secrets is away'));
    const id = await enqueue();
    const task = await taskIn(id, 'failed');
    expect(task.attempts).toBe(3);
    expect(task.finishedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(task)).not.toContain('secrets');
    expect(callsFor(id)).toBe(3);
  });

  it('that knows it is for ever ends the task at once, with its code and words', async () => {
    handler.mockRejectedValue(new PermanentTaskError('file_encrypted', 'It has a password.'));
    const id = await enqueue();
    await expect(taskIn(id, 'failed')).resolves.toMatchObject({
      attempts: 1,
      error: { code: 'file_encrypted', message: 'It has a password.' },
    });
    await sleep(200);
    expect(callsFor(id)).toBe(1);
  });
});

describe('a handler that takes longer than allowed', () => {
  it('is told so, not waited for, and its late result dropped', async () => {
    let signal: AbortSignal | undefined;
    const { open, work } = gate();
    handler.mockImplementationOnce((context) => {
      signal = context.signal;
      return work();
    });
    const id = await enqueue();
    const late = await taskIn(id, 'retrying');
    expect(late.error).toEqual({
      code: 'time_limit',
      message: 'The work took longer than allowed.',
    });
    expect(signal?.aborted).toBe(true);
    open();
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({
      attempts: 2,
      result: { done: true },
    });
  });
});

describe('cancel', () => {
  it('keeps queued work from ever running', async () => {
    const id = await insertTask(app, us.companyId, 'queued');
    await tasks.cancel(us.companyId, id);
    await dispatcher.dispatch([await tasks.get(us.companyId, id)]);
    await sleep(200);
    expect(callsFor(id)).toBe(0);
    await expect(taskIn(id, 'cancelled')).resolves.toMatchObject({ attempts: 0 });
  });

  it('drops the result of work that runs', async () => {
    const { open, work } = gate();
    handler.mockImplementation(work);
    const id = await enqueue();
    await taskIn(id, 'running');
    await tasks.cancel(us.companyId, id);
    open();
    await sleep(200);
    await expect(tasks.get(us.companyId, id)).resolves.toMatchObject({
      state: 'cancelled',
      result: null,
    });
  });

  it('ends the retries of work that fails', async () => {
    handler.mockRejectedValue(new Error('again'));
    const id = await enqueue();
    await taskIn(id, 'retrying');
    await tasks.cancel(us.companyId, id);
    await sleep(1500);
    await expect(tasks.get(us.companyId, id)).resolves.toMatchObject({ state: 'cancelled' });
    expect(callsFor(id)).toBe(1);
  });

  it('refuses a finished task, and one of another company', async () => {
    const id = await enqueue();
    await taskIn(id, 'completed');
    await expect(tasks.cancel(us.companyId, id)).rejects.toMatchObject({ code: 'task_finished' });
    await expect(tasks.cancel(randomUUID(), id)).rejects.toMatchObject({ code: 'task_not_found' });
  });
});

describe('retry', () => {
  it('runs a failed task again from the start, under the same id', async () => {
    handler.mockRejectedValueOnce(new PermanentTaskError('no', 'No.'));
    const id = await enqueue();
    await taskIn(id, 'failed');
    await tasks.retry(us.companyId, id);
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({
      attempts: 1,
      error: null,
      result: { done: true },
    });
  });

  it('refuses a task that runs or is done, and one of another company', async () => {
    const id = await enqueue();
    await taskIn(id, 'completed');
    await expect(tasks.retry(us.companyId, id)).rejects.toMatchObject({
      code: 'task_not_repeatable',
    });
    await expect(tasks.retry(randomUUID(), id)).rejects.toMatchObject({ code: 'task_not_found' });
  });
});

describe('over HTTP', () => {
  it('shows a task to its company, lists by state, and cancels and repeats it', async () => {
    handler.mockRejectedValueOnce(new PermanentTaskError('no', 'No.'));
    const id = await enqueue();
    await taskIn(id, 'failed');
    const shown = await us.api.get(`/tasks/${id}`);
    expect(shown.body).toMatchObject({
      task_id: id,
      name: 'matching.rank-pool',
      state: 'failed',
      error: { code: 'no', message: 'No.' },
      attempts: 1,
    });
    const failed = await us.api.get('/tasks?state=failed&limit=1');
    expect(failed.body.data[0].task_id).toBe(id);
    await expect(us.api.post(`/tasks/${id}/cancel`)).resolves.toMatchObject({
      status: 409,
      body: { code: 'task_finished' },
    });
    await expect(us.api.post(`/tasks/${id}/retry`)).resolves.toMatchObject({
      status: 200,
      body: { state: 'queued', attempts: 0, error: null },
    });
    await taskIn(id, 'completed');
    await expect(us.api.post(`/tasks/${id}/retry`)).resolves.toMatchObject({
      status: 409,
      body: { code: 'task_not_repeatable' },
    });
    const wrong = await us.api.get('/tasks?state=lost');
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'state' }] } });
  });
});

describe('work that never reached a queue', () => {
  it('is found by the sweeper', async () => {
    const id = await insertTask(app, us.companyId, 'queued');
    await app.database.query(
      `UPDATE tasks SET updated_at = now() - interval '1 minute' WHERE id = $1`,
      [id],
    );
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({ attempts: 1 });
  });

  it('is found when the queue lost it', async () => {
    const { open, work } = gate();
    handler.mockImplementation(work);
    const blocking = await Promise.all([enqueue(), enqueue(), enqueue(), enqueue()]);
    await Promise.all(blocking.map((id) => taskIn(id, 'running')));
    const id = await enqueue();
    const queue = dispatcher.queue('documents');
    await eventually(async () => ((await queue.getWaitingCount()) === 1 ? true : null));
    await queue.empty();
    await app.database.query(
      `UPDATE tasks SET dispatched_at = now() - interval '1 minute' WHERE id = $1`,
      [id],
    );
    await eventually(async () => ((await queue.getWaitingCount()) === 1 ? true : null));
    open();
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({ attempts: 1 });
  });

  it('is found when its worker gives no sign of life any more', async () => {
    const id = await insertTask(app, us.companyId, 'running');
    await app.database.query(
      `UPDATE tasks SET attempts = 1, heartbeat_at = now() - interval '1 minute' WHERE id = $1`,
      [id],
    );
    await expect(taskIn(id, 'completed')).resolves.toMatchObject({ attempts: 2 });
  });

  it('is taken up at the next start, whatever state a killed process left it in', async () => {
    const states = ['queued', 'running', 'retrying'] as const;
    const ids = await Promise.all(states.map((state) => insertTask(app, us.companyId, state)));
    const finished = await insertTask(app, us.companyId, 'cancelled');
    app = await app.restart();
    tasks = app.app.get(TasksService, { strict: false });
    for (const id of ids) {
      // The real handler finds no such job, which is no failure.
      await expect(taskIn(id, 'completed')).resolves.toMatchObject({
        result: { job_deleted: true },
      });
    }
    await expect(taskIn(finished, 'cancelled')).resolves.toMatchObject({ attempts: 0 });
  });
});
