import { Logger } from '@nestjs/common';
import KeyvRedis from '@keyv/redis';
import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { RedisLocation } from '../../config';
import { type Count, Metrics } from '../metrics';
import { connectionOf, CONNECT_WITHIN_MS, PAUSE_MS } from './redis-connection';

/** A cache that answers later than this is of no use to anybody. */
const ANSWER_WITHIN_MS = 200;
const NAMESPACE = 'shortlist-cache';

/** A clock that is set back must not make a pause of hours. */
export const monotonicMs = (): number => performance.now();

interface Connection {
  /** @throws when nobody answers in time. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Values that can be computed again, for a while: in Redis, shared by all processes, or in this one. It
 * never fails: while it does not answer, nothing is found and nothing is kept. A key names everything that
 * its value depends on, the company first, so that nothing is ever to be deleted.
 */
export class Cache {
  private readonly log = new Logger(Cache.name);
  private readonly store: ReturnType<typeof createCache>;
  private readonly lookups: Count<'result'>;
  private failures = 0;
  private pausedUntil = 0;

  private constructor(
    keyv: Keyv,
    private readonly connection: Connection | null,
    private readonly now: () => number,
    metrics: Metrics,
  ) {
    this.lookups = metrics.counter({
      name: 'shortlist_cache_lookups_total',
      help: 'Values looked for in the cache: found (hit), not there (miss), or not looked for as it is away (away).',
      labels: ['result'],
    });
    // Every failure of the store comes by here, those of its connection between two calls too.
    keyv.on('error', (error: unknown) => {
      this.failed(error);
    });
    this.store = createCache({ stores: [keyv] });
  }

  /** The least recently used of more entries than this go. */
  static inMemory(entries: number, metrics = new Metrics()): Cache {
    const kept = new LRUCache<string, string>({ max: entries });
    const store = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => kept.set(key, value),
      delete: (key: string) => kept.delete(key),
      clear: () => {
        kept.clear();
      },
    };
    return new Cache(new Keyv({ store }), null, monotonicMs, metrics);
  }

  /** Connects with `open`, or with the first call after it has failed. */
  static onRedis(
    location: RedisLocation,
    now: () => number = monotonicMs,
    metrics = new Metrics(),
  ): Cache {
    const redis = new KeyvRedis<string>(connectionOf(location), {
      namespace: NAMESPACE,
      throwOnErrors: true,
      throwOnConnectError: true,
      connectionTimeout: CONNECT_WITHIN_MS,
    });
    const keyv = new Keyv({
      store: redis,
      namespace: NAMESPACE,
      useKeyPrefix: false,
      throwOnErrors: true,
    });
    const connection: Connection = {
      open: async () => {
        await redis.getClient();
      },
      // Without waiting for answers: nothing in a cache is worth it, and a dead server gives none.
      close: () => redis.disconnect(true),
    };
    return new Cache(keyv, connection, now, metrics);
  }

  /** False from a failure on until a call succeeds again. */
  get isUp(): boolean {
    return this.failures === 0;
  }

  /** Before the first calls come, several at once. Like them it does not fail. */
  async open(): Promise<void> {
    try {
      await this.connection?.open();
    } catch (error) {
      this.failed(error);
    }
  }

  /** The caller states the value's type: the key holds whatever changes it. */
  async get<Value>(key: string): Promise<Value | undefined> {
    const value = await this.attempt(() => this.store.get<Value>(key));
    const whenMissing = this.isUp ? 'miss' : 'away';
    this.lookups.inc({ result: value === undefined ? whenMissing : 'hit' });
    return value;
  }

  /** Nobody need wait for it. */
  async set(key: string, value: unknown, seconds: number): Promise<void> {
    await this.attempt(() => this.store.set(key, value, seconds * 1000));
  }

  async close(): Promise<void> {
    await this.connection?.close();
  }

  private async attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.now() < this.pausedUntil) {
      return undefined;
    }
    const failuresBefore = this.failures;
    try {
      const answer = await inTime(call());
      if (this.failures === failuresBefore) {
        this.succeeded();
      }
      return answer;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  private failed(error: unknown): void {
    this.failures += 1;
    this.pausedUntil = this.now() + PAUSE_MS;
    if (this.failures === 1) {
      this.log.warn({ err: error }, 'the cache does not answer; going on without it');
    }
  }

  private succeeded(): void {
    if (this.failures > 0) {
      this.failures = 0;
      this.log.log('the cache answers again');
    }
  }
}

/** @throws when it takes too long; what comes later is ignored. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${ANSWER_WITHIN_MS} ms.`));
    }, ANSWER_WITHIN_MS);
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
