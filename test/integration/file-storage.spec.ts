import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseEnv } from '../../src/config';
import { Breakers } from '../../src/platform/breakers';
import { FileStorage, StorageUnavailableError } from '../../src/platform/storage';
import { eventually } from '../support/waiting';

let dataDir: string;
let breakers: Breakers;
let storage: FileStorage;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shortlist-files-'));
  breakers = new Breakers();
  storage = new FileStorage(parseEnv({ DATA_DIR: dataDir, BREAKER_RESET_SECONDS: '1' }), breakers);
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const BYTES = Buffer.from([0, 255, 10, 13, 0]);

it('gives back the very bytes, whole and as a stream', async () => {
  await storage.put('company/one', BYTES);
  await expect(storage.read('company/one')).resolves.toEqual(BYTES);
  await expect(buffer((await storage.find('company/one'))!)).resolves.toEqual(BYTES);
  await storage.put('company/one', Buffer.from('new'));
  await expect(storage.read('company/one')).resolves.toEqual(Buffer.from('new'));
});

it('says null for a file that is not there, and deletes it without complaint', async () => {
  await expect(storage.read('company/none')).resolves.toBeNull();
  await expect(storage.find('company/none')).resolves.toBeNull();
  await expect(storage.delete('company/none')).resolves.toBeUndefined();
});

it('deletes a file', async () => {
  await storage.put('company/one', BYTES);
  await storage.delete('company/one');
  await expect(storage.find('company/one')).resolves.toBeNull();
});

it.each(['..', '../secret', 'a/../../secret', '', '.', 'a/..'])(
  'refuses the key %j, which leads out of the storage',
  async (key) => {
    await writeFile(join(dataDir, 'secret'), 'secret');
    for (const call of [
      () => storage.put(key, BYTES),
      () => storage.read(key),
      () => storage.find(key),
      () => storage.delete(key),
    ]) {
      await expect(call()).rejects.toThrow('inside the storage');
    }
    await expect(readdir(dataDir)).resolves.toEqual(['secret']);
  },
);

it('leaves nothing behind when a file cannot be put in place', async () => {
  // A folder where the file should be: the last step fails.
  await mkdir(join(dataDir, 'files', 'company', 'taken', 'inner'), { recursive: true });
  await expect(storage.put('company/taken', BYTES)).rejects.toThrow();
  await expect(readdir(join(dataDir, 'files', 'company'))).resolves.toEqual(['taken']);
});

it('keeps files to their owner', async () => {
  await storage.put('company/one', BYTES);
  const file = await stat(join(dataDir, 'files', 'company', 'one'));
  const folder = await stat(join(dataDir, 'files', 'company'));
  expect([file.mode & 0o077, folder.mode & 0o077]).toEqual([0, 0]);
});

it('keeps one whole file when several are put under a key at once', async () => {
  const contents = Array.from({ length: 10 }, (_, index) => Buffer.alloc(100_000, index));
  await Promise.all(contents.map((bytes) => storage.put('company/same', bytes)));
  const kept = await storage.read('company/same');
  expect(contents.some((bytes) => bytes.equals(kept!))).toBe(true);
  await expect(readdir(join(dataDir, 'files', 'company'))).resolves.toEqual(['same']);
});

it('says that it is unavailable while the disk fails, stops asking it, and comes back by itself', async () => {
  const root = join(dataDir, 'files');
  await writeFile(root, 'a file where the folder should be');
  for (let n = 0; n < 5; n += 1) {
    await expect(storage.put('company/one', BYTES)).rejects.toBeInstanceOf(StorageUnavailableError);
  }
  expect(breakers.states()).toEqual({ storage: 'open' });
  await rm(root);
  const refused = await storage.put('company/one', BYTES).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 503, code: 'storage_unavailable', retryAfterSeconds: 1 });
  await expect(stat(root)).rejects.toThrow('ENOENT');
  await eventually(() => (breakers.states()['storage'] === 'open' ? null : true));
  await storage.put('company/one', BYTES);
  await expect(storage.read('company/one')).resolves.toEqual(BYTES);
  expect(breakers.states()).toEqual({ storage: 'closed' });
});
