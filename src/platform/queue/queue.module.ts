import { BullModule, getQueueToken } from '@nestjs/bull';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue, QueueOptions } from 'bull';
import { ENV, type Env, redisLocation } from '../../config';
import { RedisClients } from './redis-clients';
import { QUEUE_NAMES } from './queue-names';
import { EmbeddedRedis } from './redis-server';

const EMBEDDED_REDIS = Symbol('EmbeddedRedis');

@Module({
  providers: [
    {
      provide: EMBEDDED_REDIS,
      inject: [ENV],
      useFactory: (env: Env): Promise<EmbeddedRedis> | null =>
        env.embedded ? EmbeddedRedis.start() : null,
    },
    {
      provide: RedisClients,
      inject: [ENV, EMBEDDED_REDIS],
      useFactory: (env: Env, embedded: EmbeddedRedis | null) =>
        new RedisClients(
          embedded === null ? redisLocation(env) : { kind: 'single', url: embedded.url },
          embedded !== null,
        ),
    },
  ],
  exports: [EMBEDDED_REDIS, RedisClients],
})
class RedisModule {}

/** The Bull queues, on `REDIS_URL` or on a Redis-protocol server in this process. */
@Global()
@Module({
  imports: [
    RedisModule,
    BullModule.forRootAsync({
      imports: [RedisModule],
      inject: [RedisClients],
      useFactory: (clients: RedisClients): QueueOptions => ({
        prefix: clients.prefix,
        createClient: clients.create,
        settings: { drainDelay: 1 },
        // The task row remembers; Redis need not.
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
      }),
    }),
    BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
  ],
  exports: [BullModule, RedisModule],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    private readonly modules: ModuleRef,
    private readonly clients: RedisClients,
    @Inject(EMBEDDED_REDIS) private readonly embedded: EmbeddedRedis | null,
  ) {}

  /** Waits for running tasks, then lets go of Redis. */
  async onApplicationShutdown(): Promise<void> {
    const queues = QUEUE_NAMES.map((name) =>
      this.modules.get<Queue>(getQueueToken(name), { strict: false }),
    );
    await Promise.all(queues.map((queue) => queue.close()));
    this.clients.disconnect();
    await this.embedded?.stop();
  }
}
