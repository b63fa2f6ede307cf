import type { QueryRunner } from 'typeorm';

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it in a cast: `vector(384)`. */
  readonly type: string;
  readonly isIdentity: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Keeps the schema's version; migrations write it, not a restore. */
const OWN_TABLE = 'migrations';

/** The text of times, numbers and bytes must not hang on who asks. */
export const TEXT_SETTINGS = [
  "SET LOCAL timezone = 'UTC'",
  "SET LOCAL datestyle = 'ISO, MDY'",
  "SET LOCAL intervalstyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
] as const;

/** All tables with the columns that are stored; what is generated from them is generated again. */
export async function readTables(runner: QueryRunner): Promise<readonly Table[]> {
  const rows = await runner.manager.query<readonly (Column & { readonly table: string })[]>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       a.attidentity <> '' AS "isIdentity"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> $1 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY c.relname, a.attnum`,
    [OWN_TABLE],
  );
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) {
    const columns = tables.get(table) ?? [];
    columns.push(column);
    tables.set(table, columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** Names in their order; empty for a database without a schema. */
export async function readMigrations(runner: QueryRunner): Promise<readonly string[]> {
  const [known] = await runner.manager.query<readonly { readonly exists: boolean }[]>(
    `SELECT to_regclass('public.${OWN_TABLE}') IS NOT NULL AS exists`,
  );
  if (known?.exists !== true) {
    return [];
  }
  const rows = await runner.manager.query<readonly { readonly name: string }[]>(
    `SELECT name FROM ${OWN_TABLE} ORDER BY id`,
  );
  return rows.map(({ name }) => name);
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
