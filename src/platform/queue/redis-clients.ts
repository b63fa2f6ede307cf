import type { QueueOptions } from 'bull';
import Redis, { type RedisOptions } from 'ioredis';

type CreateClient = NonNullable<QueueOptions['createClient']>;

/**
 * The process's Redis connections. Bull does not close the ones it is given. Its blocking client and its
 * subscriber must wait through an outage instead of giving up; the in-process server lacks BRPOPLPUSH,
 * which BLMOVE replaces.
 */
export class RedisClients {
  private readonly clients: Redis[] = [];

  constructor(
    private readonly url: string,
    private readonly isInProcess: boolean,
  ) {}

  /** What Bull asks for its connections. */
  readonly create: CreateClient = (type) => {
    const client =
      type === 'client'
        ? new Redis(this.url)
        : new Redis(this.url, { enableReadyCheck: false, maxRetriesPerRequest: null });
    if (this.isInProcess && type === 'bclient') {
      Object.assign(client, {
        brpoplpush: (from: string, to: string, timeout: number) =>
          client.blmove(from, to, 'RIGHT', 'LEFT', timeout),
      });
    }
    this.clients.push(client);
    return client;
  };

  /** A connection for another adapter; it is closed with those of the queues, after the last task. */
  open(options: RedisOptions = {}): Redis {
    const client = new Redis(this.url, options);
    this.clients.push(client);
    return client;
  }

  /** Call it when the queues are closed. */
  disconnect(): void {
    for (const client of this.clients) {
      client.disconnect();
    }
  }
}
