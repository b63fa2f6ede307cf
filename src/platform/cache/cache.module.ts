import { Global, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env, redisLocation } from '../../config';
import { Metrics } from '../metrics';
import { Cache, monotonicMs } from './cache';

/** On `REDIS_URL`, or in this process. */
@Global()
@Module({
  providers: [
    {
      provide: Cache,
      inject: [ENV, Metrics],
      useFactory: (env: Env, metrics: Metrics) =>
        env.embedded
          ? Cache.inMemory(env.CACHE_MEMORY_ENTRIES, metrics)
          : Cache.onRedis(redisLocation(env), monotonicMs, metrics),
    },
  ],
  exports: [Cache],
})
export class CacheModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly cache: Cache) {}

  async onModuleInit(): Promise<void> {
    await this.cache.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.cache.close();
  }
}
