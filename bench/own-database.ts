import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type Env, parseEnv } from '../src/config';
import { Database, dataSourceOptions } from '../src/platform/database';
import { executeOnce } from '../test/support/execute-once';

/** An empty database with our schema, beside the one that DATABASE_URL names. */
export interface OwnDatabase {
  readonly env: Env;
  readonly database: Database;
  /** A connection without anything of ours. */
  readonly bare: Client;
}

/** Does the work on such a database and drops it; embedded there is none, and the part is skipped. */
export async function onOwnDatabase(
  work: (place: OwnDatabase) => Promise<object>,
): Promise<object> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') {
    return { skipped: 'needs DATABASE_URL and REDIS_URL: it measures a server' };
  }
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await executeOnce(url, `CREATE DATABASE ${name}`);
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const env = parseEnv({ ...process.env, DATABASE_URL: own });
  const dataSource = new DataSource(dataSourceOptions(env, null));
  const bare = new Client({ connectionString: own });
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
    await bare.connect();
    return await work({ env, database: new Database(dataSource), bare });
  } finally {
    await bare.end();
    await dataSource.destroy();
    await executeOnce(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}
