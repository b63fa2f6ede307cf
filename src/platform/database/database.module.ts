import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV, type Env } from '../../config';
import { dataSourceOptions } from './data-source-options';
import { Database } from './database';
import { EmbeddedPostgres } from './embedded/embedded-postgres';
import { QueryMetrics } from './query-metrics';
import { Replica } from './replica/replica';
import { SchemaGuard } from './schema-guard';
import { VectorIndex } from './vector-index';

const EMBEDDED_POSTGRES = Symbol('EmbeddedPostgres');

/** Starts the embedded database when no other is given, and stops it after the pool has closed. */
@Module({
  providers: [
    {
      provide: EMBEDDED_POSTGRES,
      inject: [ENV],
      useFactory: (env: Env): Promise<EmbeddedPostgres> | null =>
        env.embedded ? EmbeddedPostgres.start(env.DATA_DIR) : null,
    },
  ],
  exports: [EMBEDDED_POSTGRES],
})
class EmbeddedPostgresModule {}

/** Connection, transactions and migrations. In server mode `npm run migrate` must have run. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      imports: [EmbeddedPostgresModule],
      inject: [ENV, EMBEDDED_POSTGRES],
      useFactory: (env: Env, embedded: EmbeddedPostgres | null) => ({
        ...dataSourceOptions(env, embedded?.address ?? null),
        autoLoadEntities: true,
        retryAttempts: env.embedded ? 1 : 10,
      }),
    }),
    EmbeddedPostgresModule,
  ],
  providers: [Database, Replica, SchemaGuard, VectorIndex, QueryMetrics],
  exports: [Database, VectorIndex],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(EMBEDDED_POSTGRES) private readonly embedded: EmbeddedPostgres | null,
    private readonly database: Database,
    private readonly replica: Replica,
  ) {}

  /** The pool closes here and not in TypeORM's own hook, whose order beside this one is not fixed. */
  async onApplicationShutdown(): Promise<void> {
    await this.replica.close();
    await this.database.close();
    await this.embedded?.stop();
  }
}
