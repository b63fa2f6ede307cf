import type { QueueOptions } from 'bull';
import Redis from 'ioredis';

type CreateClient = NonNullable<QueueOptions['createClient']>;

/**
 * Redis connections for Bull. Its blocking client and its subscriber must wait through an outage
 * instead of giving up; the in-process server lacks BRPOPLPUSH, which BLMOVE replaces.
 */
export function bullClientFactory(url: string, inProcess: boolean): CreateClient {
  return (type) => {
    if (type === 'client') {
      return new Redis(url);
    }
    const client = new Redis(url, { enableReadyCheck: false, maxRetriesPerRequest: null });
    if (inProcess && type === 'bclient') {
      Object.assign(client, {
        brpoplpush: (from: string, to: string, timeout: number) =>
          client.blmove(from, to, 'RIGHT', 'LEFT', timeout),
      });
    }
    return client;
  };
}
