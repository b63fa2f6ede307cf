import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { type Breaker, BreakerOpenError, Breakers } from '../breakers';
import { assertKey, type FileStore } from './file-store';
import { openStore } from './open-store';
import { StorageUnavailableError } from './storage.errors';

const BREAKER_WINDOW_MS = 10_000;
const BREAKER_FAILURES = 5;

/** For a storage that failed once; an open breaker knows its own time. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Files by key, in the folder or the bucket that `STORAGE` names. When it fails again and again it is left
 * alone for a while: all methods throw StorageUnavailableError then, as they do when it fails.
 */
@Injectable()
export class FileStorage {
  private readonly store: FileStore;
  private readonly breaker: Breaker;

  constructor(@Inject(ENV) env: Env, breakers: Breakers) {
    this.breaker = breakers.add('storage', {
      failures: BREAKER_FAILURES,
      windowMs: BREAKER_WINDOW_MS,
      resetAfterMs: env.BREAKER_RESET_SECONDS * 1000,
      isOutage: () => true,
    });
    this.store = openStore(env, env.STORAGE);
  }

  /** When it resolves the bytes are kept, whole; a crash before leaves nothing under the key. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    assertKey(key);
    return this.guarded(() => this.store.put(key, bytes));
  }

  /** The same for what is made while it is written; its size. Nothing is left when making it fails. */
  async putStream(key: string, bytes: Readable): Promise<number> {
    assertKey(key);
    return this.guarded(() => this.store.putStream(key, bytes));
  }

  /** Null when there is no such file. */
  async read(key: string): Promise<Buffer | null> {
    assertKey(key);
    return this.guarded(() => this.store.read(key));
  }

  /** As a stream; null when there is no such file. */
  async find(key: string): Promise<Readable | null> {
    assertKey(key);
    return this.guarded(() => this.store.find(key));
  }

  /** Deleting what is not there is no error. */
  async delete(key: string): Promise<void> {
    assertKey(key);
    return this.guarded(() => this.store.delete(key));
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
}
