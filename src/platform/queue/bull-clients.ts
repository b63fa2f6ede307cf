import type { QueueOptions } from 'bull';
import Redis from 'ioredis';

type CreateClient = NonNullable<QueueOptions['createClient']>;

/**
 * Redis connections for Bull, which does not close the ones it is given. Its blocking client and its
 * subscriber must wait through an outage instead of giving up; the in-process server lacks BRPOPLPUSH,
 * which BLMOVE replaces.
 */
export class BullClients {
  private readonly clients: Redis[] = [];

  constructor(
    private readonly url: string,
    private readonly isInProcess: boolean,
  ) {}

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

  /** Call it when the queues are closed. */
  disconnect(): void {
    for (const client of this.clients) {
      client.disconnect();
    }
  }
}
