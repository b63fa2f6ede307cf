import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DataDirInUseError, DataDirLock } from '../../src/platform/database/embedded/data-dir-lock';

const SCRIPT = require.resolve('../../src/platform/database/embedded/data-dir-lock');

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'shortlist-lock-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** A process that takes the lock, says so, and holds it until it is killed. */
async function otherHolder(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `require(${JSON.stringify(SCRIPT)}).DataDirLock.acquire(${JSON.stringify(directory)});
       console.log('held'); setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return {
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

it('makes the directory, for its owner only', () => {
  const path = join(directory, 'deep', 'data');
  DataDirLock.acquire(path).release();
  expect(statSync(path).mode & 0o077).toBe(0);
});

it('is refused to a second taker, with the owner’s pid and what to do', () => {
  const lock = DataDirLock.acquire(directory);
  const taking = (): unknown => DataDirLock.acquire(directory);
  expect(taking).toThrow(DataDirInUseError);
  expect(taking).toThrow(`pid ${process.pid}`);
  expect(taking).toThrow(directory);
  expect(taking).toThrow('DATA_DIR');
  lock.release();
});

it('is free again after its release', () => {
  DataDirLock.acquire(directory).release();
  DataDirLock.acquire(directory).release();
  const lock = DataDirLock.acquire(directory);
  expect(() => DataDirLock.acquire(directory)).toThrow(DataDirInUseError);
  lock.release();
});

it('is refused while another process lives, and taken over once that was killed', async () => {
  const other = await otherHolder();
  expect(() => DataDirLock.acquire(directory)).toThrow(`pid ${other.pid}`);
  await other.kill();
  DataDirLock.acquire(directory).release();
});

it('does not mistake a later process with the same pid for the owner', async () => {
  const other = await otherHolder();
  await other.kill();
  // What the killed owner left behind, as if this very process had got its pid.
  const [file] = readdirSync(directory).filter((name) => name.includes('lock'));
  const stale = { pid: process.pid, startedAt: 'another-boot:1' };
  writeFileSync(join(directory, file!), JSON.stringify(stale));
  DataDirLock.acquire(directory).release();
});

it.each([
  ['nothing', ''],
  ['no JSON', '{"pid":'],
  ['no pid', '{}'],
])('is taken over from a lock file that holds %s', async (_what, text) => {
  const other = await otherHolder();
  await other.kill();
  const [file] = readdirSync(directory).filter((name) => name.includes('lock'));
  writeFileSync(join(directory, file!), text);
  DataDirLock.acquire(directory).release();
});

describe('of several that start at the same moment', () => {
  const THREADS = 2;
  const ROUNDS = 150;

  /**
   * Threads race as processes do: nothing but the file system joins them. Each round they set off
   * together; who gets the lock holds it until all have tried.
   */
  const RACER = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { DataDirLock } = require(workerData.script);
    const shared = new Int32Array(workerData.shared);
    const meet = (slot) => {
      const round = Math.floor(Atomics.add(shared, slot, 1) / workerData.threads) + 1;
      const end = Date.now() + 10_000;
      while (Atomics.load(shared, slot) < round * workerData.threads) {
        if (Date.now() > end) { throw new Error('the other racer is gone'); }
      }
    };
    const winners = [];
    for (let round = 0; round < workerData.rounds; round += 1) {
      const directory = workerData.directory + '/' + round;
      meet(0);
      let lock = null;
      try { lock = DataDirLock.acquire(directory); } catch (error) {
        if (error.name !== 'DataDirInUseError') { throw error; }
      }
      if (lock !== null) { winners.push(round); }
      meet(1);
      lock?.release();
    }
    parentPort.postMessage(winners);`;

  async function race(prepare: (directory: string) => void): Promise<readonly number[]> {
    for (let round = 0; round < ROUNDS; round += 1) {
      mkdirSync(join(directory, String(round)));
      prepare(join(directory, String(round)));
    }
    const shared = new SharedArrayBuffer(8);
    const winners = await Promise.all(
      Array.from({ length: THREADS }, async () => {
        const workerData = { script: SCRIPT, shared, directory, threads: THREADS, rounds: ROUNDS };
        const worker = new Worker(RACER, { eval: true, workerData });
        const [won] = (await once(worker, 'message')) as [number[]];
        return won;
      }),
    );
    return winners.flat().sort((a, b) => a - b);
  }

  const everyRoundOnce = Array.from({ length: ROUNDS }, (_, round) => round);

  it('one gets a directory that nobody had', async () => {
    await expect(race(() => undefined)).resolves.toEqual(everyRoundOnce);
  });

  it('one gets a directory whose owner is dead', async () => {
    // A child that has ended: nobody has its pid now.
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const stale = JSON.stringify({ pid: child.pid, startedAt: 'another-boot:1' });
    const winners = await race((path) => {
      DataDirLock.acquire(path).release();
      const [file = 'server.lock'] = readdirSync(path);
      writeFileSync(join(path, file), stale);
    });
    expect(winners).toEqual(everyRoundOnce);
  });
});
