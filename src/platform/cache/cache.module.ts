import { Global, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Cache } from './cache';

/** On `REDIS_URL`, or in this process. */
@Global()
@Module({
  providers: [
    {
      provide: Cache,
      inject: [ENV],
      useFactory: (env: Env) =>
        env.embedded ? Cache.inMemory(env.CACHE_MEMORY_ENTRIES) : Cache.onRedis(env.REDIS_URL),
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
