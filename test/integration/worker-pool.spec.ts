import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { WorkerLimitError, WorkerPool, type WorkerPoolOptions } from '../../src/platform/threads';

/** What worker scripts do on a bad day. */
const SCRIPT = `
  const { writeFileSync } = require('node:fs');
  const { threadId } = require('node:worker_threads');
  const { setTimeout: sleep } = require('node:timers/promises');
  module.exports = {
    echo: (value) => value,
    thread: async () => { await sleep(100); return threadId; },
    nap: async (ms) => { await sleep(ms); return 'rested'; },
    spin: () => { for (;;) {} },
    grow: () => { const kept = []; for (;;) { kept.push(new Array(1000).fill(kept.length)); } },
    exit: () => { process.exit(7); },
    farewell: async () => { await sleep(100); writeFileSync(__dirname + '/farewell-' + threadId, ''); },
    fail: () => { throw new TypeError('a bad day'); },
    later: () => { setTimeout(() => { throw new Error('nobody waits'); }, 20); return 'fine'; },
    escape: async () => { setTimeout(() => { throw new Error('nobody caught me'); }, 1); await sleep(1000); },
  };`;

let directory: string;
let pool: WorkerPool;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shortlist-pool-'));
  await writeFile(join(directory, 'script.js'), SCRIPT);
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

const start = (options: Partial<WorkerPoolOptions>): WorkerPool =>
  (pool = new WorkerPool({ script: join(directory, 'script.js'), threads: 1, ...options }));

afterEach(async () => {
  await pool.close();
});

it('shares simultaneous calls out over its threads', async () => {
  start({ threads: 2 });
  await Promise.all([pool.run('thread', null), pool.run('thread', null)]);
  const ids = await Promise.all([pool.run('thread', null), pool.run('thread', null)]);
  expect(new Set(ids).size).toBe(2);
});

it('answers every call when there are more than threads', async () => {
  start({ threads: 2 });
  const calls = Array.from({ length: 50 }, (_, index) => pool.run<number>('echo', index));
  await expect(Promise.all(calls)).resolves.toEqual(Array.from({ length: 50 }, (_, i) => i));
});

it('ends a call at its time limit, and works on', async () => {
  start({ timeoutMs: 300 });
  const calls = [pool.run('spin', null), pool.run('echo', 'next')];
  await expect(calls[0]).rejects.toMatchObject({ name: 'WorkerLimitError', limit: 'time' });
  await expect(calls[1]).resolves.toBe('next');
});

it('does not count the time that a call waited for its turn', async () => {
  start({ timeoutMs: 600 });
  await pool.run('echo', 'started');
  const calls = Array.from({ length: 4 }, () => pool.run('nap', 250));
  await expect(Promise.all(calls)).resolves.toEqual(Array.from({ length: 4 }, () => 'rested'));
});

it('ends a call at its memory limit, and works on', async () => {
  start({ memoryMb: 32 });
  const calls = [pool.run('grow', null), pool.run('echo', 'next')];
  await expect(calls[0]).rejects.toThrow(WorkerLimitError);
  await expect(calls[0]).rejects.toMatchObject({ limit: 'memory' });
  await expect(calls[1]).resolves.toBe('next');
});

it.each(['exit', 'escape'])(
  'loses one call to a thread that dies by %s, and works on',
  async (how) => {
    start({});
    const calls = [pool.run(how, null), pool.run('echo', 'next')];
    await expect(calls[0]).rejects.toThrow();
    await expect(calls[1]).resolves.toBe('next');
  },
);

it('replaces a thread that dies between two calls', async () => {
  Logger.overrideLogger(false);
  start({});
  await expect(pool.run('later', null)).resolves.toBe('fine');
  await sleep(200);
  await expect(pool.run('echo', 'next')).resolves.toBe('next');
});

it('hands on what the function throws', async () => {
  start({});
  await expect(pool.run('fail', null)).rejects.toThrow('a bad day');
  await expect(pool.run('none', null)).rejects.toThrow();
  await expect(pool.run('echo', 'next')).resolves.toBe('next');
});

it('lets what runs end when it closes, and rejects what waits or comes later', async () => {
  start({});
  const calls = [pool.run('nap', 300), pool.run('echo', 'never')];
  const outcomes = Promise.allSettled(calls);
  await pool.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await expect(pool.run('echo', 'later')).rejects.toThrow('ended');
});

it('has every thread make its last call before it ends, though it still starts', async () => {
  start({ threads: 3, lastCall: 'farewell' });
  await pool.close();
  const farewells = (await readdir(directory)).filter((name) => name.startsWith('farewell-'));
  expect(farewells).toHaveLength(3);
});
