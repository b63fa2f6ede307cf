import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../common/errors';
import type { Env } from '../../config';

/** Injection token of the secret that signs access tokens and links. */
export const SIGNING_KEY = Symbol('SigningKey');

const KEY_FILE = 'secret-key';
const KEY_BYTES = 48;
const MINIMUM_KEY_LENGTH = 32;

/**
 * `SECRET_KEY`, or in embedded mode the key of the data directory, made at the first start: tokens
 * outlive a restart and no default secret exists.
 */
export async function loadSigningKey(env: Env): Promise<string> {
  if (env.SECRET_KEY !== '') {
    return env.SECRET_KEY;
  }
  const path = join(env.DATA_DIR, KEY_FILE);
  const kept = await readKey(path);
  if (kept !== null) {
    return kept;
  }
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeFile(aside, randomBytes(KEY_BYTES).toString('base64url'), {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    // A link never replaces a file: of two processes that start at once, both read the same key.
    await link(aside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) {
      // Some file systems have no links; a failure of another cause repeats itself here.
      await rename(aside, path);
    }
  } finally {
    await rm(aside, { force: true });
  }
  const made = await readKey(path);
  if (made === null) {
    throw new Error(`The signing key ${path} vanished while it was made.`);
  }
  return made;
}

/** The key that there is, without making one: null before the first start of embedded mode. */
export function findSigningKey(env: Env): Promise<string | null> {
  return env.SECRET_KEY === ''
    ? readKey(join(env.DATA_DIR, KEY_FILE))
    : Promise.resolve(env.SECRET_KEY);
}

/** Puts the key of a backup into the data directory, in place of what is there. */
export async function keepSigningKey(env: Env, key: string): Promise<void> {
  const path = join(env.DATA_DIR, KEY_FILE);
  const aside = `${path}.${randomUUID()}`;
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(aside, key, { mode: 0o600, flag: 'wx', flush: true });
  await rename(aside, path);
}

async function readKey(path: string): Promise<string | null> {
  let key: string;
  try {
    key = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return null;
    }
    throw error;
  }
  if (key.length < MINIMUM_KEY_LENGTH) {
    throw new Error(
      `The signing key in ${path} is damaged. Remove the file to make a new one; everybody must log in again.`,
    );
  }
  return key;
}
