import { text } from 'node:stream/consumers';
import { parseEnv } from '../../src/config';
import { Breakers } from '../../src/platform/breakers';
import { FileStorage, openStore, StorageUnavailableError } from '../../src/platform/storage';
import { S3Server } from '../support/s3-server';
import { eventually } from '../support/waiting';

let s3: S3Server;
let breakers: Breakers;

beforeEach(async () => {
  s3 = await S3Server.start();
});

afterEach(async () => {
  await s3.stop();
});

const BYTES = Buffer.from([0, 255, 10, 13, 0]);

function storageWith(variables: NodeJS.ProcessEnv = {}): FileStorage {
  breakers = new Breakers();
  const env = parseEnv({ ...s3.variables, BREAKER_RESET_SECONDS: '1', ...variables });
  return new FileStorage(env, breakers);
}

it('gives back the very bytes, whole and as a stream, signed as S3 wants it', async () => {
  const storage = storageWith();
  await storage.put('company/one', BYTES);
  expect(s3.files.get('company/one')?.bytes).toEqual(BYTES);
  await expect(storage.read('company/one')).resolves.toEqual(BYTES);
  await storage.put('company/one', Buffer.from('new'));
  await expect(text((await storage.find('company/one'))!)).resolves.toBe('new');
  await storage.put('company/empty', Buffer.alloc(0));
  await expect(storage.read('company/empty')).resolves.toEqual(Buffer.alloc(0));
});

it('signs keys with characters that addresses write otherwise', async () => {
  const storage = storageWith();
  for (const key of ["a b/c+d/(e)'!*", 'é/ü', 'x~y/1=2&3']) {
    await storage.put(key, BYTES);
    await expect(storage.read(key)).resolves.toEqual(BYTES);
  }
  expect([...s3.files.keys()]).toEqual(["a b/c+d/(e)'!*", 'é/ü', 'x~y/1=2&3']);
});

it('says null for a file that is not there, and deletes it without complaint', async () => {
  const storage = storageWith();
  await expect(storage.read('company/none')).resolves.toBeNull();
  await expect(storage.find('company/none')).resolves.toBeNull();
  await storage.put('company/one', BYTES);
  await storage.delete('company/one');
  await storage.delete('company/one');
  expect(s3.files.size).toBe(0);
  expect(breakers.states()).toEqual({ storage: 'closed' });
});

it.each(['..', '../secret', 'a/../../secret', '', '.', 'a//b'])(
  'refuses the key %j',
  async (key) => {
    await expect(storageWith().put(key, BYTES)).rejects.toThrow('inside the storage');
    expect(s3.requests).toBe(0);
  },
);

it('lists more files than one answer holds, and tells their SHA-256', async () => {
  s3.pageSize = 2;
  const store = openStore(parseEnv(s3.variables), 's3');
  const keys = ['a/1', 'a/2', 'b/3 é', 'b/4', 'c/5'];
  for (const key of keys) {
    await store.put(key, BYTES);
  }
  const listed: string[] = [];
  for await (const key of store.list()) {
    listed.push(key);
  }
  expect(listed).toEqual(keys);
  await expect(store.fingerprint('a/1')).resolves.toMatch(/^[0-9a-f]{64}$/);
  await expect(store.fingerprint('a/none')).resolves.toBeNull();
});

it.each<[string, NodeJS.ProcessEnv]>([
  ['wrong secret', { S3_SECRET_ACCESS_KEY: 'another secret' }],
  ['wrong region', { S3_REGION: 'eu-other-1' }],
  ['missing bucket', { S3_BUCKET: 'elsewhere' }],
  ['server that is not there', { S3_ENDPOINT: 'http://127.0.0.1:1' }],
])(
  'is unavailable with a %s, also for reading, and never without the file',
  async (_name, wrong) => {
    s3.files.set('company/one', { bytes: BYTES, meta: {} });
    const storage = storageWith(wrong);
    const refused = await storage.read('company/one').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StorageUnavailableError);
    expect(refused).toMatchObject({ status: 503, code: 'storage_unavailable' });
    await expect(storage.put('company/two', BYTES)).rejects.toBeInstanceOf(StorageUnavailableError);
    const { cause } = refused as Error;
    expect(String(cause)).not.toContain('another secret');
  },
);

it('tries again when the server is busy, and not when it refuses', async () => {
  const storage = storageWith();
  s3.failure = { status: 503, code: 'SlowDown' };
  setTimeout(() => {
    s3.failure = null;
  }, 50);
  await storage.put('company/one', BYTES);
  expect(s3.requests).toBe(2);
  s3.failure = { status: 403, code: 'AccessDenied' };
  await expect(storage.read('company/one')).rejects.toBeInstanceOf(StorageUnavailableError);
  expect(s3.requests).toBe(3);
});

it('works on a machine whose clock is hours off', async () => {
  s3.skewMs = -5 * 3_600_000;
  const storage = storageWith();
  await storage.put('company/one', BYTES);
  await expect(storage.read('company/one')).resolves.toEqual(BYTES);
  // It remembers the difference: one refusal, two answers.
  expect(s3.requests).toBe(3);
});

it('gives up on a server that does not answer, stops asking it, and comes back by itself', async () => {
  const storage = storageWith();
  s3.failure = { status: 500, code: 'InternalError' };
  for (let n = 0; n < 5; n += 1) {
    await expect(storage.put('company/one', BYTES)).rejects.toBeInstanceOf(StorageUnavailableError);
  }
  expect(breakers.states()).toEqual({ storage: 'open' });
  const before = s3.requests;
  await expect(storage.put('company/one', BYTES)).rejects.toMatchObject({ retryAfterSeconds: 1 });
  expect(s3.requests).toBe(before);
  s3.failure = null;
  await eventually(() => (breakers.states()['storage'] === 'open' ? null : true));
  await storage.put('company/one', BYTES);
  expect(breakers.states()).toEqual({ storage: 'closed' });
  s3.failure = 'hang';
  const begin = Date.now();
  await expect(storage.read('company/one')).rejects.toBeInstanceOf(StorageUnavailableError);
  expect(Date.now() - begin).toBeLessThan(10_000);
});
