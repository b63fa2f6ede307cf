import { createRedisMock, type RedisMock } from 'js-redis-server';

/**
 * A Redis-protocol server inside this process, on a free loopback port, for the queues of embedded
 * mode. It keeps nothing: what must not be lost is a task row in the database.
 */
export class EmbeddedRedis {
  private constructor(
    private readonly server: RedisMock,
    readonly url: string,
  ) {}

  static async start(): Promise<EmbeddedRedis> {
    const server = await createRedisMock();
    return new EmbeddedRedis(server, server.url);
  }

  async stop(): Promise<void> {
    await this.server.close();
  }
}
