import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { parseEnv } from '../../src/config';
import {
  DataDirInUseError,
  dataSourceOptions,
  EmbeddedPostgres,
} from '../../src/platform/database';
import { copyEmptyDatabase } from '../support/embedded-template';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shortlist-test-'));
  await copyEmptyDatabase(dataDir);
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs the work on the data directory's database, started and stopped for it alone. */
async function withDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const database = await EmbeddedPostgres.start(dataDir);
  try {
    const options = dataSourceOptions(parseEnv({ DATA_DIR: dataDir }), database.address);
    const dataSource = new DataSource({ ...options, migrationsRun: false });
    await dataSource.initialize();
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.stop();
  }
}

it('keeps its rows over a restart', async () => {
  await withDatabase(async (dataSource) => {
    await dataSource.query('CREATE TABLE kept (id integer PRIMARY KEY, v vector(3), name citext)');
    await dataSource.query(`INSERT INTO kept VALUES (1, '[1,2,3]', 'Umlaut Ä')`);
  });
  const rows = await withDatabase((dataSource) =>
    dataSource.query<unknown[]>(
      `SELECT id, v <=> '[1,2,3]' AS distance FROM kept WHERE name = 'umlaut ä'`,
    ),
  );
  expect(rows).toEqual([{ id: 1, distance: 0 }]);
});

it('has the extensions that the schema and the search build on', async () => {
  const rows = await withDatabase((dataSource) =>
    dataSource.query<{ name: string }[]>(
      `SELECT name FROM pg_available_extensions
       WHERE name IN ('vector', 'pg_trgm', 'citext', 'btree_gin', 'unaccent', 'pgcrypto') ORDER BY name`,
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'btree_gin',
    'citext',
    'pg_trgm',
    'pgcrypto',
    'unaccent',
    'vector',
  ]);
});

it('is refused to a second one while the first runs, and free again after it', async () => {
  await withDatabase(async () => {
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(DataDirInUseError);
    await expect(EmbeddedPostgres.start(dataDir)).rejects.toThrow(dataDir);
  });
  await expect(withDatabase((dataSource) => dataSource.query('SELECT 1 AS one'))).resolves.toEqual([
    { one: 1 },
  ]);
});

it('does not block the event loop while it computes', async () => {
  await withDatabase(async (dataSource) => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    await dataSource.query('SELECT sum(sqrt(n)) FROM generate_series(1, 2000000) AS n');
    clearInterval(timer);
    expect(longest).toBeLessThan(150);
  });
});

it('leaves no socket behind', async () => {
  const database = await EmbeddedPostgres.start(dataDir);
  const { host: folder } = database.address;
  await expect(readdir(folder)).resolves.toHaveLength(1);
  await database.stop();
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('keeps its files to their owner', async () => {
  const { mode } = await stat(join(dataDir, 'pg'));
  expect(mode & 0o077).toBe(0);
});
