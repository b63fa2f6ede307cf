import { QueueBoardRepository } from '../../src/modules/tasks/board/queue-board.repository';
import type { TaskState } from '../../src/modules/tasks/task-contract';
import { TaskEntity } from '../../src/modules/tasks/task.entity';
import { startTestDatabase, type TestDatabase } from '../support/database';
import { insertTask, newCompanyRow } from '../support/task-rows';

const LEASE_MS = 30_000;
const MINUTE_MS = 60_000;

/** Without the application around it, whose workers would take every row that stands here. */
let test: TestDatabase;
let board: QueueBoardRepository;
let us: string;
let them: string;

beforeAll(async () => {
  test = await startTestDatabase({}, [TaskEntity]);
  board = new QueueBoardRepository(test.database);
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

describe('QueueBoardRepository', () => {
  it('knows no load of a queue without unfinished tasks', async () => {
    await insert(us, 'completed', { finished_at: ago(0) });
    await insert(us, 'cancelled', { finished_at: ago(0) });
    await expect(board.loads(LEASE_MS)).resolves.toEqual([]);
  });

  it('counts what waits, what is for later, what runs and what was lost, of all companies', async () => {
    await insert(us, 'queued', { run_at: ago(5 * MINUTE_MS) });
    await insert(them, 'retrying', { run_at: ago(MINUTE_MS) });
    await insert(us, 'retrying', { run_at: ahead(MINUTE_MS) });
    await insert(us, 'running', { run_at: ago(60 * MINUTE_MS), heartbeat_at: ago(1_000) });
    await insert(us, 'running', { heartbeat_at: ago(2 * LEASE_MS) });
    await insert(us, 'running');
    await insert(us, 'queued', { queue: 'analysis', run_at: ahead(MINUTE_MS) });
    const loads = await board.loads(LEASE_MS);
    expect(loads.find(({ queue }) => queue === 'documents')).toEqual({
      queue: 'documents',
      waiting: 2,
      oldestSeconds: expect.any(Number),
      later: 1,
      running: 1,
      lost: 2,
      companies: 2,
    });
    const oldestSeconds = loads.find(({ queue }) => queue === 'documents')?.oldestSeconds;
    expect(oldestSeconds).toBeGreaterThanOrEqual(299);
    expect(oldestSeconds).toBeLessThan(330);
    expect(loads.find(({ queue }) => queue === 'analysis')).toEqual({
      queue: 'analysis',
      waiting: 0,
      oldestSeconds: null,
      later: 1,
      running: 0,
      lost: 0,
      companies: 1,
    });
  });

  it('counts what was completed in the last hour, by queue', async () => {
    await insert(us, 'completed', { finished_at: ago(MINUTE_MS) });
    await insert(them, 'completed', { finished_at: ago(59 * MINUTE_MS) });
    await insert(us, 'completed', { finished_at: ago(61 * MINUTE_MS) });
    await insert(us, 'failed', { finished_at: ago(MINUTE_MS) });
    await expect(board.completedInLastHour()).resolves.toEqual([{ queue: 'documents', count: 2 }]);
  });

  it('groups what failed in the last day by what and why, the most frequent first', async () => {
    const lost = { error: { code: 'worker_lost', message: 'Gone.' } };
    const latest = ago(MINUTE_MS);
    await insert(us, 'failed', { finished_at: latest });
    await insert(us, 'failed', { ...lost, finished_at: ago(2 * MINUTE_MS) });
    await insert(them, 'failed', { ...lost, finished_at: latest });
    await insert(us, 'failed', { ...lost, finished_at: ago(25 * 60 * MINUTE_MS) });
    await insert(us, 'completed', { finished_at: latest });
    const name = 'matching.rank-pool';
    await expect(board.failedInLastDay()).resolves.toEqual([
      { queue: 'documents', name, code: 'worker_lost', count: 2, lastAt: latest },
      { queue: 'documents', name, code: 'unknown', count: 1, lastAt: latest },
    ]);
  });
});
