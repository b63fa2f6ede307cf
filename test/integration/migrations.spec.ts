import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { startTestApp } from '../support/app';
import { startTestDatabase, type TestDatabase } from '../support/database';

/** Everything a migration may leave behind: tables, columns, constraints, indexes, types, functions. */
const CATALOG = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
    || COALESCE(column_default, '') || ' ' || COALESCE(generation_expression, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'type ' || t.typname FROM pg_type t
  WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
  UNION ALL
  SELECT 'function ' || p.proname || ' ' || pg_get_function_identity_arguments(p.oid) FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

const catalogOf = async (dataSource: DataSource): Promise<readonly string[]> => {
  const rows = await dataSource.query<{ line: string }[]>(CATALOG);
  return rows.map(({ line }) => line).filter((line) => !/\bmigrations(?:_id_seq)?\b/.test(line));
};

let test: TestDatabase;

beforeAll(async () => {
  test = await startTestDatabase();
});

afterAll(async () => {
  await test.stop();
});

it('goes up, down and up again without leaving a difference', async () => {
  const { dataSource } = test;
  const up = await catalogOf(dataSource);
  expect(up.length).toBeGreaterThan(100);
  const applied: number = MIGRATIONS.length;
  for (let left = applied; left > 0; left -= 1) {
    await dataSource.undoLastMigration({ transaction: 'each' });
  }
  await expect(catalogOf(dataSource)).resolves.toEqual([]);
  const run = await dataSource.runMigrations({ transaction: 'each' });
  expect(run).toHaveLength(MIGRATIONS.length);
  await expect(catalogOf(dataSource)).resolves.toEqual(up);
});

it('leaves nothing to do when it runs again', async () => {
  await expect(test.dataSource.runMigrations()).resolves.toEqual([]);
});

it('makes the columns that the entities expect', async () => {
  const app = await startTestApp();
  try {
    const { dataSource } = app.database.manager;
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(8);
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      const rows = await app.database.query<{ name: string; isNullable: boolean; type: string }>(
        `SELECT column_name AS name, is_nullable = 'YES' AS "isNullable", udt_name AS type
         FROM information_schema.columns WHERE table_name = $1`,
        [tableName],
      );
      const actual = new Map(rows.map((row) => [row.name, row]));
      for (const { databaseName, isNullable } of columns) {
        const column = actual.get(databaseName);
        expect([tableName, databaseName, column?.isNullable]).toEqual([
          tableName,
          databaseName,
          isNullable,
        ]);
      }
    }
  } finally {
    await app.stop();
  }
});
