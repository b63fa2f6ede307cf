import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Env, parseEnv } from '../../config';
import { loadSigningKey } from './signing-key';

describe('loadSigningKey', () => {
  let directory: string;
  let env: Env;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shortlist-key-'));
    env = parseEnv({ DATA_DIR: join(directory, 'data') });
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('takes SECRET_KEY and writes nothing then', async () => {
    const secret = 's'.repeat(32);
    await expect(
      loadSigningKey(parseEnv({ DATA_DIR: env.DATA_DIR, SECRET_KEY: secret })),
    ).resolves.toBe(secret);
    await expect(readdir(directory)).resolves.toEqual([]);
  });

  it('makes a key once, for its owner only, and finds it again', async () => {
    const key = await loadSigningKey(env);
    expect(key.length).toBeGreaterThanOrEqual(43);
    await expect(loadSigningKey(env)).resolves.toBe(key);
    const { mode } = await stat(join(env.DATA_DIR, 'secret-key'));
    expect(mode & 0o777).toBe(0o600);
    await expect(readdir(env.DATA_DIR)).resolves.toEqual(['secret-key']);
  });

  it('gives the same key to all who start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadSigningKey(env)));
    expect(new Set(keys).size).toBe(1);
    await expect(readdir(env.DATA_DIR)).resolves.toEqual(['secret-key']);
  });

  it('refuses a damaged key instead of signing with it', async () => {
    await loadSigningKey(env);
    await writeFile(join(env.DATA_DIR, 'secret-key'), '');
    await expect(loadSigningKey(env)).rejects.toThrow('damaged');
  });
});
