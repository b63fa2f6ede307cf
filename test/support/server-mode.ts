import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { parseEnv } from '../../src/config';
import { dataSourceOptions } from '../../src/platform/database';
import { executeOnce } from './execute-once';

export interface ServerDatabase {
  readonly variables: NodeJS.ProcessEnv;
  readonly drop: () => Promise<void>;
}

/** Whether the tests run on real servers. */
export function isServerMode(): boolean {
  return process.env['TEST_DATABASE_URL'] !== undefined;
}

/** Of the sixteen that a Redis server has; jest.config.js starts four workers at most. */
const REDIS_DATABASES_PER_WORKER = 4;

let databases = 0;

/**
 * A migrated database of its own on the server that TEST_DATABASE_URL names, and a Redis database that
 * no application beside it uses, or one would take the other's tasks; null when the tests run embedded.
 */
export async function createServerDatabase(): Promise<ServerDatabase | null> {
  const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
  if (databaseUrl === undefined || redisUrl === undefined) {
    return null;
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await executeOnce(databaseUrl, `CREATE DATABASE ${name}`);
  const variables = {
    DATABASE_URL: Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).toString(),
    REDIS_URL: `${redisUrl}/${nextRedisDatabase()}`,
    SECRET_KEY: 'a secret of the tests that is long enough',
  };
  const dataSource = new DataSource(dataSourceOptions(parseEnv(variables), null));
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  return {
    variables,
    drop: () => executeOnce(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function nextRedisDatabase(): number {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1') - 1;
  const turn = databases % REDIS_DATABASES_PER_WORKER;
  databases += 1;
  return worker * REDIS_DATABASES_PER_WORKER + turn;
}
