import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Env, parseEnv } from '../../src/config';
import { Database, dataSourceOptions, EmbeddedPostgres } from '../../src/platform/database';
import { copyEmptyDatabase } from './embedded-template';
import { createServerDatabase } from './server-mode';

export interface TestDatabase {
  readonly env: Env;
  readonly dataSource: DataSource;
  readonly database: Database;
  readonly stop: () => Promise<void>;
}

/** A migrated, empty database without the application around it, in the mode of the test run. */
export async function startTestDatabase(
  variables: NodeJS.ProcessEnv = {},
  entities: readonly Type[] = [],
): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-test-'));
  const server = await createServerDatabase();
  const env = parseEnv({ DATA_DIR: dataDir, ...server?.variables, ...variables });
  if (server === null) {
    await copyEmptyDatabase(dataDir);
  }
  const embedded = env.embedded ? await EmbeddedPostgres.start(dataDir) : null;
  const dataSource = new DataSource({
    ...dataSourceOptions(env, embedded?.address ?? null),
    entities: [...entities],
  });
  await dataSource.initialize();
  return {
    env,
    dataSource,
    database: new Database(dataSource),
    stop: async () => {
      await dataSource.destroy();
      await embedded?.stop();
      await server?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
