import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { hasCode } from '../../common/errors';
import { ENV, type Env } from '../../config';
import { type Breaker, BreakerOpenError, Breakers } from '../breakers';
import { StorageUnavailableError } from './storage.errors';

const BREAKER_WINDOW_MS = 10_000;
const BREAKER_FAILURES = 5;

/** For a disk that failed once; an open breaker knows its own time. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Files under `DATA_DIR/files` by key. Keys are made by the program (ids and slashes), never from a
 * file's name. When the disk fails again and again it is left alone for a while: all methods throw
 * StorageUnavailableError then, as they do when it fails.
 */
@Injectable()
export class FileStorage {
  private readonly root: string;
  private readonly breaker: Breaker;

  constructor(@Inject(ENV) env: Env, breakers: Breakers) {
    this.breaker = breakers.add('storage', {
      failures: BREAKER_FAILURES,
      windowMs: BREAKER_WINDOW_MS,
      resetAfterMs: env.BREAKER_RESET_SECONDS * 1000,
      isOutage: () => true,
    });
    this.root = join(env.DATA_DIR, 'files');
  }

  /** When it resolves the bytes are on the disk, whole; a crash before leaves nothing under the key. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(key);
    return this.guarded(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const partial = `${path}.${randomUUID()}.partial`;
      try {
        await writeFile(partial, bytes, { flag: 'wx', mode: 0o600, flush: true });
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    });
  }

  /** The same for what is made while it is written; its size. Nothing is left when making it fails. */
  async putStream(key: string, bytes: Readable): Promise<number> {
    const path = this.pathOf(key);
    return this.guarded(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const partial = `${path}.${randomUUID()}.partial`;
      try {
        const written = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
        await pipeline(bytes, written);
        await rename(partial, path);
        return written.bytesWritten;
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    });
  }

  /** Null when there is no such file. */
  async read(key: string): Promise<Buffer | null> {
    const path = this.pathOf(key);
    return this.guarded(() => unlessMissing(readFile(path)));
  }

  /** As a stream; null when there is no such file. */
  async find(key: string): Promise<Readable | null> {
    const path = this.pathOf(key);
    return this.guarded(() => unlessMissing(access(path).then(() => createReadStream(path))));
  }

  /** Deleting what is not there is no error. */
  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    return this.guarded(() => rm(path, { force: true }));
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.breaker.run(work);
    } catch (error) {
      const seconds =
        error instanceof BreakerOpenError
          ? Math.ceil(error.retryAfterMs / 1000)
          : RETRY_AFTER_SECONDS;
      throw new StorageUnavailableError(seconds, { cause: error });
    }
  }

  private pathOf(key: string): string {
    const path = normalize(join(this.root, key));
    if (!path.startsWith(this.root + sep)) {
      throw new Error('A storage key must stay inside the storage.');
    }
    return path;
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return null;
    }
    throw error;
  }
}
