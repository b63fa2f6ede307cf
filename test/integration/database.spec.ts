import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Database } from '../../src/platform/database';
import { startTestDatabase, type TestDatabase } from '../support/database';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  Logger.overrideLogger(false);
  // One connection in both modes: what would wait for a second one waits for ever here.
  test = await startTestDatabase({ DATABASE_POOL_SIZE: '1' });
  ({ database } = test);
  await database.query('CREATE TABLE probe (name text PRIMARY KEY)');
});

afterAll(async () => {
  await test.stop();
});

beforeEach(async () => {
  await database.query('DELETE FROM probe');
});

const write = (name: string): Promise<unknown> =>
  database.query('INSERT INTO probe (name) VALUES ($1)', [name]);

const names = async (): Promise<string[]> => {
  const rows = await database.query<{ name: string }>('SELECT name FROM probe ORDER BY name');
  return rows.map(({ name }) => name);
};

describe('transaction', () => {
  it('commits when the work resolves, and answers its result', async () => {
    await expect(
      database.transaction(async () => {
        await write('a');
        return 'done';
      }),
    ).resolves.toBe('done');
    await expect(names()).resolves.toEqual(['a']);
  });

  it('rolls back when the work rejects, and rejects with the same error', async () => {
    const failure = new Error('on purpose');
    const work = database.transaction(async () => {
      await write('a');
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    await expect(names()).resolves.toEqual([]);
  });

  it('joins the open transaction: inner work is rolled back with the outer', async () => {
    const work = database.transaction(async () => {
      await database.transaction(() => write('inner'));
      await expect(names()).resolves.toEqual(['inner']);
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    await expect(names()).resolves.toEqual([]);
  });

  it('rolls back after a statement that failed, and leaves the connection usable', async () => {
    const work = database.transaction(async () => {
      await write('a');
      await write('a');
    });
    await expect(work).rejects.toThrow('duplicate key');
    await expect(names()).resolves.toEqual([]);
    await write('b');
    await expect(names()).resolves.toEqual(['b']);
  });

  it('runs the work again when a deadlock ended it, and what waits for its commit once', async () => {
    const attempts: string[] = [];
    const committed: number[] = [];
    await database.transaction(async () => {
      attempts.push((await names()).join());
      database.afterCommit(() => committed.push(attempts.length));
      await write('a');
      if (attempts.length === 1) {
        await database.query(`DO $$ BEGIN RAISE deadlock_detected; END $$`);
      }
    });
    await expect(names()).resolves.toEqual(['a']);
    expect({ attempts, committed }).toEqual({ attempts: ['', ''], committed: [2] });
  });

  it('gives up when deadlocks do not end', async () => {
    let attempts = 0;
    const work = database.transaction(async () => {
      attempts += 1;
      await database.query(`DO $$ BEGIN RAISE deadlock_detected; END $$`);
    });
    await expect(work).rejects.toThrow('deadlock_detected');
    expect(attempts).toBe(4);
  });

  it('never waits for itself with a single connection, however it is nested', async () => {
    await database.transaction(async () => {
      await write('a');
      await Promise.all([names(), database.transaction(names), database.manager.query('SELECT 1')]);
    });
    await expect(names()).resolves.toEqual(['a']);
  });

  it('keeps simultaneous transactions and queries apart on a single connection', async () => {
    const work = Array.from({ length: 20 }, (_, index) =>
      database
        .transaction(async () => {
          await write(`t${String(index).padStart(2, '0')}`);
          await sleep(2);
          if (index % 2 === 1) {
            throw new Error('on purpose');
          }
        })
        .catch((error: unknown) => error),
    );
    const reads = Array.from({ length: 20 }, () => names());
    const outcomes = await Promise.all(work);
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toHaveLength(10);
    // Nobody outside saw a row that was rolled back later.
    const seen = (await Promise.all(reads)).flat();
    expect(seen.filter((name) => Number(name.slice(1)) % 2 === 1)).toEqual([]);
    await expect(names()).resolves.toHaveLength(10);
  });
});

describe('afterCommit', () => {
  it('runs once the outermost transaction has committed, in order, and sees its rows', async () => {
    const events: string[] = [];
    let seen: Promise<string[]> | null = null;
    await database.transaction(async () => {
      database.afterCommit(() => {
        events.push('first');
        seen = names();
      });
      await database.transaction(async () => {
        await write('a');
        database.afterCommit(() => events.push('second'));
      });
      events.push('end of work');
    });
    expect(events).toEqual(['end of work', 'first', 'second']);
    await expect(seen).resolves.toEqual(['a']);
  });

  it('never runs when the transaction rolls back', async () => {
    const callback = jest.fn();
    const work = database.transaction(async () => {
      await write('a');
      database.afterCommit(callback);
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    expect(callback).not.toHaveBeenCalled();
  });

  it('never runs when the commit itself fails', async () => {
    const callback = jest.fn();
    await database.query(
      'CREATE TABLE pair (name text REFERENCES probe DEFERRABLE INITIALLY DEFERRED)',
    );
    const work = database.transaction(async () => {
      await database.query(`INSERT INTO pair VALUES ('nobody')`);
      database.afterCommit(callback);
    });
    await expect(work).rejects.toThrow('foreign key');
    expect(callback).not.toHaveBeenCalled();
  });

  it('runs at once outside of a transaction', () => {
    const callback = jest.fn();
    database.afterCommit(callback);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('may open a transaction of its own', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await database.transaction(async () => {
      await write('a');
      database.afterCommit(() => {
        later = database.transaction(() => write('b'));
      });
    });
    await later;
    await expect(names()).resolves.toEqual(['a', 'b']);
  });

  it('fails nobody when it throws: what is committed stays committed', async () => {
    const next = jest.fn();
    await database.transaction(async () => {
      await write('a');
      database.afterCommit(() => {
        throw new Error('on purpose');
      });
      database.afterCommit(next);
    });
    expect(next).toHaveBeenCalledTimes(1);
    await expect(names()).resolves.toEqual(['a']);
  });
});

describe('execute', () => {
  it('counts the rows that a statement changed', async () => {
    await write('a');
    await write('b');
    await expect(database.execute(`UPDATE probe SET name = name || '!'`)).resolves.toBe(2);
    await expect(database.execute('DELETE FROM probe WHERE name = $1', ['a!'])).resolves.toBe(1);
    await expect(database.execute('DELETE FROM probe WHERE name = $1', ['x'])).resolves.toBe(0);
  });
});

describe('a value', () => {
  it('stays a value, whatever it looks like', async () => {
    const hostile = `'); DROP TABLE probe; -- $1 \\ "`;
    await write(hostile);
    await expect(names()).resolves.toEqual([hostile]);
  });
});
