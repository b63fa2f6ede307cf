import type { QueueOptions } from 'bull';
import Redis, { Cluster, type RedisOptions } from 'ioredis';
import type { RedisLocation } from '../../config';

type CreateClient = NonNullable<QueueOptions['createClient']>;

/** Must wait through an outage instead of giving up. */
const PATIENT: RedisOptions = { enableReadyCheck: false, maxRetriesPerRequest: null };

/**
 * The process's Redis connections. Bull does not close the ones it is given. Its blocking client and its
 * subscriber must wait through an outage instead of giving up; the in-process server lacks BRPOPLPUSH,
 * which BLMOVE replaces.
 */
export class RedisClients {
  private readonly clients: (Redis | Cluster)[] = [];

  constructor(
    private readonly location: RedisLocation,
    private readonly isInProcess: boolean,
  ) {}

  /** Of the queues' keys. A cluster keeps keys with the same braces on one node, as Bull's scripts need it. */
  get prefix(): string {
    return this.location.kind === 'cluster' ? '{shortlist}' : 'shortlist';
  }

  /** What Bull asks for its connections. */
  readonly create: CreateClient = (type) => {
    const client = this.open(type === 'client' ? {} : PATIENT);
    if (this.isInProcess && type === 'bclient') {
      Object.assign(client, {
        brpoplpush: (from: string, to: string, timeout: number) =>
          client.blmove(from, to, 'RIGHT', 'LEFT', timeout),
      });
    }
    return client;
  };

  /** A connection for another adapter; it is closed with those of the queues, after the last task. */
  open(options: RedisOptions = {}): Redis | Cluster {
    const client = this.connect(options);
    this.clients.push(client);
    return client;
  }

  /** Call it when the queues are closed. */
  disconnect(): void {
    for (const client of this.clients) {
      client.disconnect();
    }
  }

  private connect(options: RedisOptions): Redis | Cluster {
    const { location } = this;
    if (location.kind === 'single') {
      return new Redis(location.url, options);
    }
    if (location.kind === 'sentinel') {
      return new Redis({
        sentinels: [...location.sentinels],
        name: location.name,
        ...(location.sentinelPassword === ''
          ? {}
          : { sentinelPassword: location.sentinelPassword }),
        ...location.login,
        ...options,
      });
    }
    // A cluster has one database, so the number in the address is left out.
    const { username, password } = location.login;
    return new Cluster([location.node], {
      enableOfflineQueue: options.enableOfflineQueue ?? true,
      enableReadyCheck: options.enableReadyCheck ?? true,
      redisOptions: {
        ...(username === undefined ? {} : { username }),
        ...(password === undefined ? {} : { password }),
        ...options,
      },
    });
  }
}
