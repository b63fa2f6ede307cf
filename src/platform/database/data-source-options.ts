import type { DataSourceOptions } from 'typeorm';
import type { Env } from '../../config';
import { MIGRATIONS } from '../../../migrations';
import type { DatabaseAddress } from './embedded/embedded-postgres';
import { SnakeCaseStrategy } from './snake-case.strategy';

const CONNECT_TIMEOUT_MS = 30_000;

/** How TypeORM connects: to `DATABASE_URL`, or to the embedded database, whose pool must be one. */
export function dataSourceOptions(
  env: Env,
  embedded: DatabaseAddress | null,
): DataSourceOptions & { readonly type: 'postgres' } {
  const target =
    embedded === null
      ? {
          url: env.DATABASE_URL,
          poolSize: env.DATABASE_POOL_SIZE,
          // Queries here take milliseconds; compiling one that the planner overrates takes a hundred.
          extra: { options: '-c jit=off' },
        }
      : {
          host: embedded.host,
          port: embedded.port,
          username: 'postgres',
          database: 'postgres',
          poolSize: 1,
          // It takes one connection: a new one is refused until the idle one it replaces has been cleaned up.
          extra: { idleTimeoutMillis: 0 },
        };
  return {
    type: 'postgres',
    ...target,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    namingStrategy: new SnakeCaseStrategy(),
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migrations',
    migrationsRun: embedded !== null,
    synchronize: false,
    logging: false,
  };
}
