import { randomUUID } from 'node:crypto';
import type { TaskState } from '../../src/modules/tasks/task-contract';
import { type TaskRun, TaskRunsRepository } from '../../src/modules/tasks/task-runs.repository';
import { TaskEntity } from '../../src/modules/tasks/task.entity';
import { TasksRepository } from '../../src/modules/tasks/tasks.repository';
import { startTestDatabase, type TestDatabase } from '../support/database';
import { insertTask, newCompanyRow } from '../support/task-rows';

const NOBODY = randomUUID();
const LEASE_MS = 30_000;
const STATES = ['queued', 'running', 'retrying', 'completed', 'failed', 'cancelled'] as const;
const ERROR = { code: 'no', message: 'No.' };

/** Without the application around it, whose workers would take every row that stands here. */
let test: TestDatabase;
let tasks: TasksRepository;
let runs: TaskRunsRepository;
let us: string;
let them: string;

beforeAll(async () => {
  test = await startTestDatabase({}, [TaskEntity]);
  tasks = new TasksRepository(test.database);
  runs = new TaskRunsRepository(test.database);
});

afterAll(async () => {
  await test.stop();
});

beforeEach(async () => {
  await test.database.query('DELETE FROM companies');
  [us, them] = [await newCompanyRow(test.database), await newCompanyRow(test.database)];
});

const insert = (
  companyId: string,
  state: TaskState,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> => insertTask(test.database, companyId, state, fields);

const ago = (ms: number): Date => new Date(Date.now() - ms);
const ahead = (ms: number): Date => new Date(Date.now() + ms);

const stateOf = async (id: string): Promise<TaskEntity> => {
  const [row] = await test.database.manager.findBy(TaskEntity, { id });
  return row!;
};

async function started(id: string): Promise<TaskRun> {
  const runId = randomUUID();
  const task = await runs.start(id, runId, LEASE_MS);
  return { task: task!, runId };
}

describe('TasksRepository', () => {
  it('finds and lists a company’s tasks, by state, queue and name', async () => {
    const id = await insert(us, 'failed');
    const other = await insert(us, 'queued', { queue: 'analysis', name: 'skills.search-resumes' });
    await expect(tasks.findById(us, id)).resolves.toMatchObject({ state: 'failed' });
    await expect(tasks.findById(us, NOBODY)).resolves.toBeNull();
    await expect(tasks.findById(them, id)).resolves.toBeNull();
    const idsOf = async (companyId: string, query: object): Promise<string[]> => {
      const page = await tasks.list(companyId, { limit: 10, ...query });
      expect(page.total).toBe(page.rows.length);
      return page.rows.map((task) => task.id);
    };
    await expect(idsOf(us, {})).resolves.toHaveLength(2);
    await expect(idsOf(us, { state: 'failed' })).resolves.toEqual([id]);
    await expect(idsOf(us, { queue: 'analysis' })).resolves.toEqual([other]);
    await expect(idsOf(us, { name: 'matching.rank-pool' })).resolves.toEqual([id]);
    await expect(idsOf(us, { queue: 'analysis', state: 'failed' })).resolves.toEqual([]);
    await expect(idsOf(them, {})).resolves.toEqual([]);
  });

  it('tells how full a queue is, and whose work it is', async () => {
    await insert(us, 'queued');
    await insert(us, 'running');
    await insert(us, 'completed');
    await insert(us, 'queued', { queue: 'analysis' });
    await insert(them, 'retrying');
    const load = { total: 3, companies: 2 };
    await expect(tasks.load('documents', us)).resolves.toEqual({ ...load, own: 2 });
    await expect(tasks.load('documents', them)).resolves.toEqual({ ...load, own: 1 });
    await expect(tasks.load('documents', NOBODY)).resolves.toEqual({ ...load, own: 0 });
    const empty = { total: 0, companies: 0, own: 0 };
    await expect(tasks.load('notifications', us)).resolves.toEqual(empty);
  });

  it('cancels and repeats tasks of the company only', async () => {
    const id = await insert(us, 'retrying', { attempts: 2, dispatched_at: new Date() });
    await expect(tasks.cancel(them, id)).resolves.toBe(false);
    await expect(tasks.cancel(us, id)).resolves.toBe(true);
    await expect(tasks.requeue(them, id)).resolves.toBe(false);
    await expect(tasks.requeue(us, id)).resolves.toBe(true);
    const fresh = { state: 'queued', generation: 2, attempts: 0, finishedAt: null };
    await expect(stateOf(id)).resolves.toMatchObject({ ...fresh, dispatchedAt: null });
  });

  it('removes what ended before the time, and nothing else', async () => {
    const day = 24 * 60 * 60 * 1000;
    const old = await insert(us, 'failed', { finished_at: ago(31 * day) });
    await insert(us, 'completed', { finished_at: ago(29 * day) });
    await insert(us, 'queued', { created_at: ago(31 * day) });
    await expect(tasks.takeExpired(30, 10)).resolves.toEqual([old]);
    await tasks.delete([old]);
    await expect(tasks.takeExpired(30, 10)).resolves.toEqual([]);
    await expect(tasks.list(us, { limit: 10 })).resolves.toMatchObject({ total: 2 });
  });
});

describe('the window of a company in a queue', () => {
  const take = async (companyId: string, window: number): Promise<string[]> => {
    const taken = await runs.takeForDispatch('documents', companyId, window);
    return taken.map(({ id }) => id);
  };

  it('takes the company’s oldest, as many as there is room for', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      ids.push(await insert(us, 'queued', { run_at: ago(1000) }));
    }
    const foreign = await insert(them, 'queued');
    await expect(take(us, 3)).resolves.toEqual(ids.slice(0, 3));
    await expect(take(us, 3)).resolves.toEqual([]);
    await expect(take(them, 3)).resolves.toEqual([foreign]);
    const run = await started(ids[0]!);
    await expect(take(us, 3)).resolves.toEqual([]);
    await runs.complete(run, {});
    await expect(take(us, 3)).resolves.toEqual([ids[3]]);
    await expect(take(us, 9)).resolves.toEqual([ids[4]]);
  });

  it('is not overfilled by processes that fill it at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => insert(us, 'queued')));
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(us, 4)));
    expect(new Set(taken.flat()).size).toBe(4);
    expect(taken.flat()).toHaveLength(4);
  });

  it('leaves out other queues, what is not due, and what has ended', async () => {
    await insert(us, 'queued', { queue: 'analysis' });
    await insert(us, 'retrying', { run_at: new Date(Date.now() + 60_000) });
    await insert(us, 'completed');
    await insert(us, 'running');
    const due = await insert(us, 'retrying', { run_at: ago(1000) });
    await expect(take(us, 9)).resolves.toEqual([due]);
  });

  it('waits for nobody: the sweeper learns who has tasks that wait', async () => {
    await insert(us, 'queued', { run_at: ago(1000) });
    await insert(us, 'queued', { run_at: ago(1000) });
    await insert(them, 'retrying', { queue: 'analysis', run_at: ago(1000) });
    await insert(them, 'queued', { dispatched_at: new Date() });
    const waiting = await runs.waiting();
    expect(waiting).toHaveLength(2);
    expect(waiting).toEqual(
      expect.arrayContaining([
        { queue: 'documents', companyId: us },
        { queue: 'analysis', companyId: them },
      ]),
    );
  });

  it('is dispatched again when it has stood in the queue for long, once', async () => {
    const late = await insert(us, 'queued', { dispatched_at: ago(20_000) });
    await insert(us, 'queued', { dispatched_at: ago(1_000) });
    await insert(us, 'running', { dispatched_at: ago(20_000) });
    await insert(us, 'queued');
    const again = await runs.takeForDispatchAgain(10_000, 100);
    expect(again.map(({ id }) => id)).toEqual([late]);
    await expect(runs.takeForDispatchAgain(10_000, 100)).resolves.toEqual([]);
  });
});

describe('a run', () => {
  it('begins from the states that allow it, and from no other', async () => {
    const from: string[] = [];
    for (const state of STATES) {
      const id = await insert(us, state, { heartbeat_at: new Date() });
      const task = await runs.start(id, randomUUID(), LEASE_MS);
      if (task !== null) {
        expect(task).toMatchObject({ state: 'running', attempts: 1, companyId: us });
        from.push(state);
      }
    }
    expect(from).toEqual(['queued', 'retrying']);
    await expect(runs.start(NOBODY, randomUUID(), LEASE_MS)).resolves.toBeNull();
  });

  it('does not begin before its time, nor after its last attempt', async () => {
    const early = await insert(us, 'retrying', { run_at: new Date(Date.now() + 60_000) });
    await expect(runs.start(early, randomUUID(), LEASE_MS)).resolves.toBeNull();
    const spent = await insert(us, 'running', { attempts: 3, heartbeat_at: ago(2 * LEASE_MS) });
    await expect(runs.start(spent, randomUUID(), LEASE_MS)).resolves.toBeNull();
  });

  it('takes the task from a worker that gives no sign of life, not from one that is slow', async () => {
    const slow = await insert(us, 'running', { attempts: 1, heartbeat_at: ago(LEASE_MS / 2) });
    await expect(runs.start(slow, randomUUID(), LEASE_MS)).resolves.toBeNull();
    const dead = await insert(us, 'running', { attempts: 1, heartbeat_at: ago(LEASE_MS + 1000) });
    await expect(runs.start(dead, randomUUID(), LEASE_MS)).resolves.toMatchObject({ attempts: 2 });
  });

  it('goes to one of several that claim it at the same time', async () => {
    const id = await insert(us, 'queued');
    const claims = await Promise.all(
      Array.from({ length: 5 }, () => runs.start(id, randomUUID(), LEASE_MS)),
    );
    expect(claims.filter((task) => task !== null)).toHaveLength(1);
    await expect(stateOf(id)).resolves.toMatchObject({ attempts: 1 });
  });

  it('is the only one whose word counts', async () => {
    const id = await insert(us, 'queued');
    const first = await started(id);
    await test.database.query(`UPDATE tasks SET heartbeat_at = $2 WHERE id = $1`, [
      id,
      ago(2 * LEASE_MS),
    ]);
    const second = await started(id);
    await runs.setProgress(first, 70);
    await expect(runs.complete(first, { from: 'first' })).resolves.toBe(false);
    await expect(runs.fail(first, ERROR)).resolves.toBe(false);
    await expect(runs.retryLater(first, ERROR, 0)).resolves.toBe(false);
    await expect(stateOf(id)).resolves.toMatchObject({ state: 'running', progress: 0 });
    await runs.setProgress(second, 50);
    await expect(stateOf(id)).resolves.toMatchObject({ progress: 50 });
    await expect(runs.complete(second, { from: 'second' })).resolves.toBe(true);
    await expect(runs.complete(second, { from: 'second' })).resolves.toBe(false);
    await expect(stateOf(id)).resolves.toMatchObject({
      state: 'completed',
      result: { from: 'second' },
      runId: null,
    });
  });

  it('that was cancelled says nothing more', async () => {
    const run = await started(await insert(us, 'queued'));
    await tasks.cancel(us, run.task.id);
    await expect(runs.complete(run, {})).resolves.toBe(false);
    await expect(runs.heartbeat([run.runId])).resolves.toEqual([]);
    await expect(stateOf(run.task.id)).resolves.toMatchObject({ state: 'cancelled', result: null });
  });

  it('lives as long as it says so', async () => {
    const run = await started(await insert(us, 'queued'));
    const { id } = run.task;
    await test.database.query(`UPDATE tasks SET heartbeat_at = $2 WHERE id = $1`, [
      id,
      ago(2 * LEASE_MS),
    ]);
    await expect(runs.heartbeat([run.runId, NOBODY])).resolves.toEqual([run.runId]);
    await expect(runs.endLostRuns(LEASE_MS, ERROR)).resolves.toEqual([]);
  });

  it('that fails gives the task back for later, outside of the queue', async () => {
    const run = await started(await insert(us, 'queued', { dispatched_at: new Date() }));
    await expect(runs.retryLater(run, ERROR, 60_000)).resolves.toBe(true);
    const task = await stateOf(run.task.id);
    expect(task).toMatchObject({ state: 'retrying', error: ERROR, dispatchedAt: null });
    expect(task.runAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
    await expect(runs.waiting()).resolves.toEqual([]);
  });
});

describe('after the clock of the database was set back', () => {
  const HOUR_MS = 60 * 60 * 1000;

  it('a run whose last sign of life lies ahead is lost, unless it gives another', async () => {
    const dead = { attempts: 1, heartbeat_at: ahead(HOUR_MS), dispatched_at: ahead(HOUR_MS) };
    const lost = await insert(us, 'running', dead);
    const run = await started(await insert(us, 'queued'));
    await test.database.query(`UPDATE tasks SET heartbeat_at = $2 WHERE id = $1`, [
      run.task.id,
      ahead(HOUR_MS),
    ]);
    await runs.heartbeat([run.runId]);
    await insert(us, 'running', { attempts: 1, heartbeat_at: ahead(LEASE_MS / 2) });
    const ended = await runs.endLostRuns(LEASE_MS, ERROR);
    expect(ended.map(({ id }) => id)).toEqual([lost]);
    await expect(stateOf(lost)).resolves.toMatchObject({ state: 'retrying', dispatchedAt: null });
  });

  it('another run takes the task of one whose sign of life lies ahead', async () => {
    const near = await insert(us, 'running', { attempts: 1, heartbeat_at: ahead(LEASE_MS / 2) });
    await expect(runs.start(near, randomUUID(), LEASE_MS)).resolves.toBeNull();
    const far = await insert(us, 'running', { attempts: 1, heartbeat_at: ahead(HOUR_MS) });
    await expect(runs.start(far, randomUUID(), LEASE_MS)).resolves.toMatchObject({ attempts: 2 });
  });

  it('what was put on a queue ahead of now is put there again, once', async () => {
    const far = await insert(us, 'queued', { dispatched_at: ahead(HOUR_MS) });
    await insert(us, 'queued', { dispatched_at: ahead(1_000) });
    const again = await runs.takeForDispatchAgain(10_000, 100);
    expect(again.map(({ id }) => id)).toEqual([far]);
    await expect(runs.takeForDispatchAgain(10_000, 100)).resolves.toEqual([]);
  });

  it('what waits for a time waits as long as it was told to, from now', async () => {
    const told = { run_at: ahead(HOUR_MS + 60_000), updated_at: ahead(HOUR_MS) };
    const before = await insert(us, 'retrying', told);
    const dispatched = { run_at: ahead(HOUR_MS), updated_at: ahead(HOUR_MS) };
    const stuck = await insert(us, 'queued', { ...dispatched, dispatched_at: ahead(HOUR_MS) });
    const reminder = await insert(us, 'queued', { run_at: ahead(HOUR_MS) });
    await runs.waitAnew(LEASE_MS);
    const waitOf = async (id: string): Promise<number> =>
      (await stateOf(id)).runAt.getTime() - Date.now();
    expect(await waitOf(before)).toBeGreaterThan(50_000);
    expect(await waitOf(before)).toBeLessThanOrEqual(61_000);
    expect(await waitOf(reminder)).toBeGreaterThan(HOUR_MS - 10_000);
    await expect(runs.start(stuck, randomUUID(), LEASE_MS)).resolves.toMatchObject({ attempts: 1 });
  });
});

describe('runs whose worker is gone', () => {
  it('give the task back, or end it after the last attempt', async () => {
    const dead = { heartbeat_at: ago(2 * LEASE_MS), dispatched_at: ago(2 * LEASE_MS) };
    const first = await insert(us, 'running', { ...dead, attempts: 1 });
    const last = await insert(us, 'running', { ...dead, attempts: 3 });
    const silent = await insert(them, 'running', { attempts: 1 });
    const alive = await insert(us, 'running', { attempts: 1, heartbeat_at: new Date() });
    const lost = await runs.endLostRuns(LEASE_MS, ERROR);
    expect(Object.fromEntries(lost.map(({ id, state }) => [id, state]))).toEqual({
      [first]: 'retrying',
      [last]: 'failed',
      [silent]: 'retrying',
    });
    await expect(stateOf(first)).resolves.toMatchObject({ dispatchedAt: null, finishedAt: null });
    const failed = await stateOf(last);
    expect(failed).toMatchObject({ error: ERROR, finishedAt: expect.any(Date) });
    await expect(stateOf(alive)).resolves.toMatchObject({ state: 'running' });
  });
});
