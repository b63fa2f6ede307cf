import { BullModule, getQueueToken } from '@nestjs/bull';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue, QueueOptions } from 'bull';
import { ENV, type Env } from '../../config';
import { bullClientFactory } from './bull-clients';
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
  ],
  exports: [EMBEDDED_REDIS],
})
class EmbeddedRedisModule {}

/** The Bull queues, on `REDIS_URL` or on a Redis-protocol server in this process. */
@Global()
@Module({
  imports: [
    EmbeddedRedisModule,
    BullModule.forRootAsync({
      imports: [EmbeddedRedisModule],
      inject: [ENV, EMBEDDED_REDIS],
      useFactory: (env: Env, embedded: EmbeddedRedis | null): QueueOptions => ({
        prefix: 'shortlist',
        createClient: bullClientFactory(embedded?.url ?? env.REDIS_URL, embedded !== null),
        settings: { drainDelay: 1 },
        // The task row remembers; Redis need not.
        defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
      }),
    }),
    BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
  ],
  exports: [BullModule],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    private readonly modules: ModuleRef,
    @Inject(EMBEDDED_REDIS) private readonly embedded: EmbeddedRedis | null,
  ) {}

  /** Waits for running tasks, then lets go of Redis. */
  async onApplicationShutdown(): Promise<void> {
    const queues = QUEUE_NAMES.map((name) =>
      this.modules.get<Queue>(getQueueToken(name), { strict: false }),
    );
    await Promise.all(queues.map((queue) => queue.close()));
    await this.embedded?.stop();
  }
}
