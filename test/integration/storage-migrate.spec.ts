import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '../../src/config';
import { type FileStore, migrateFiles, openStore } from '../../src/platform/storage';
import { S3Server } from '../support/s3-server';
import { type Ending, ServerProcess } from '../support/server-process';

let dataDir: string;
let s3: S3Server;
let disk: FileStore;
let bucket: FileStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shortlist-migrate-'));
  s3 = await S3Server.start();
  s3.pageSize = 7;
  const env = parseEnv({ ...s3.variables, DATA_DIR: dataDir });
  disk = openStore(env, 'disk');
  bucket = openStore(env, 's3');
});

afterEach(async () => {
  await s3.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const KEYS = Array.from({ length: 20 }, (_, n) => `company-${n % 3}/file ${n}`);
const bytesOf = (key: string): Buffer => Buffer.from(`the resume of ${key}`);

const putAll = (store: FileStore): Promise<unknown> =>
  Promise.all(KEYS.map((key) => store.put(key, bytesOf(key))));

const run = (...args: readonly string[]): Promise<Ending> =>
  ServerProcess.run('src/cli/storage-migrate.js', { ...s3.variables, DATA_DIR: dataDir }, { args })
    .ended;

const copy = (from: FileStore, to: FileStore): ReturnType<typeof migrateFiles> =>
  migrateFiles({ from, to, isPruning: false, onProgress: () => undefined });

it('brings every file to the bucket and back to another disk, byte for byte', async () => {
  await putAll(disk);
  await expect(run('--to', 's3')).resolves.toMatchObject({
    code: 0,
    stdout: expect.stringContaining('20 files copied and compared, 0 were there already'),
  });
  expect([...s3.files.keys()].sort()).toEqual([...KEYS].sort());
  await rm(join(dataDir, 'files'), { recursive: true });
  await expect(run('--to', 'disk')).resolves.toMatchObject({ code: 0 });
  for (const key of KEYS) {
    await expect(readFile(join(dataDir, 'files', key))).resolves.toEqual(bytesOf(key));
  }
});

it('goes on where it was cut off, and replaces what is there in another form', async () => {
  await putAll(disk);
  let puts = 0;
  const failing: FileStore = {
    put: async (key, bytes) => {
      puts += 1;
      if (puts > 12) throw new Error('the cable was cut');
      await bucket.put(key, bytes);
    },
    putStream: (key, bytes) => bucket.putStream(key, bytes),
    read: (key) => bucket.read(key),
    find: (key) => bucket.find(key),
    delete: (key) => bucket.delete(key),
    list: () => bucket.list(),
    fingerprint: (key) => bucket.fingerprint(key),
  };
  await expect(copy(disk, failing)).rejects.toThrow('the cable was cut');
  const half = s3.files.size;
  expect(half).toBe(12);
  await disk.put(KEYS[0]!, Buffer.from('another file'));
  const wasThere = s3.files.has(KEYS[0]!) ? 1 : 0;
  const counts = await copy(disk, bucket);
  expect(counts).toEqual({
    copied: 20 - half + wasThere,
    kept: half - wasThere,
    pruned: 0,
    onlyInTarget: 0,
  });
  await expect(bucket.read(KEYS[0]!)).resolves.toEqual(Buffer.from('another file'));
});

it('stops at a copy that is not what was copied', async () => {
  await putAll(disk);
  const lying: FileStore = {
    put: (key) => bucket.put(key, Buffer.from('something else')),
    putStream: (key, bytes) => bucket.putStream(key, bytes),
    read: (key) => bucket.read(key),
    find: (key) => bucket.find(key),
    delete: (key) => bucket.delete(key),
    list: () => bucket.list(),
    fingerprint: (key) => bucket.fingerprint(key),
  };
  await expect(copy(disk, lying)).rejects.toThrow('is not what was copied');
});

it('tells of files that were deleted at the source meanwhile, and deletes them when it may', async () => {
  await putAll(disk);
  await run('--to', 's3');
  await disk.delete(KEYS[3]!);
  await expect(run('--to', 's3')).resolves.toMatchObject({
    stdout: expect.stringContaining('1 files are in the target only'),
  });
  expect(s3.files.has(KEYS[3]!)).toBe(true);
  await expect(run('--to', 's3', '--prune')).resolves.toMatchObject({
    stdout: expect.stringContaining('1 deleted from the target'),
  });
  expect([...s3.files.keys()].sort()).toEqual(KEYS.filter((key) => key !== KEYS[3]).sort());
});

it('leaves half written files where they are', async () => {
  await disk.put('company/one', bytesOf('one'));
  await writeFile(join(dataDir, 'files', 'company', 'two.123.partial'), 'ha');
  await expect(copy(disk, bucket)).resolves.toMatchObject({ copied: 1 });
});

it('says how it is used, and which setting is missing', async () => {
  await expect(run('--to', 'tape')).resolves.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--to s3|disk'),
  });
  const { code, stderr } = await ServerProcess.run(
    'src/cli/storage-migrate.js',
    { DATA_DIR: dataDir },
    { args: ['--to', 's3'] },
  ).ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('S3_BUCKET: is required')]);
});
