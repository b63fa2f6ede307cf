import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { QueryRunner } from 'typeorm';
import type { ArchiveReader } from './archive';
import { BackupDamagedError } from './backup.errors';
import { quoted, readTables, type Table, TEXT_SETTINGS } from './catalog';
import { ContentHash } from './content-hash';
import { fromCopyLine } from './copy-text';
import { dumpTable } from './dump-table';
import type { TableSummary } from './manifest';

const ROWS_AT_ONCE = 200;
const decompress = promisify(gunzip);

type Tables = Readonly<Record<string, TableSummary>>;

/**
 * Replaces all rows by those of the backup, in one transaction: after a failure everything is as it was. What
 * was loaded is read back and compared with the manifest before the commit. Triggers rest meanwhile, since what they
 * would write is in the backup; foreign keys are made again at the end, and so checked.
 */
export async function loadTables(
  runner: QueryRunner,
  archive: ArchiveReader,
  expected: Tables,
  onProgress: (line: string) => void,
): Promise<void> {
  await runner.query('BEGIN');
  try {
    for (const setting of TEXT_SETTINGS) {
      await runner.query(setting);
    }
    const tables = inOrderOf(expected, await readTables(runner));
    await withoutForeignKeys(runner, async () => {
      for (const table of tables) {
        await loadTable(runner, archive, table);
        onProgress(`${table.name}: ${expected[table.name]?.rows ?? 0} rows`);
      }
    });
    for (const table of tables) {
      await compare(runner, table, expected);
    }
    await runner.query('COMMIT');
  } catch (error) {
    await runner.query('ROLLBACK');
    throw error;
  }
}

/** Lines of a table's entries, part by part. */
export async function* readLines(
  archive: ArchiveReader,
  table: string,
): AsyncGenerator<readonly string[]> {
  for (const name of archive.names(`tables/${table}/`)) {
    const compressed = await archive.read(name);
    let text: string;
    try {
      text = (await decompress(compressed)).toString('utf8');
    } catch (error) {
      throw new BackupDamagedError(`${name} cannot be unpacked`, { cause: error });
    }
    yield text.split('\n').slice(0, -1);
  }
}

/** Without the database: whether a table's entries hold what the manifest says. */
export async function checkTable(
  archive: ArchiveReader,
  name: string,
  expected: TableSummary,
): Promise<void> {
  const hash = new ContentHash();
  for await (const lines of readLines(archive, name)) {
    lines.forEach((line) => {
      hash.add(line);
    });
  }
  if (hash.count !== expected.rows || hash.hex !== expected.hash) {
    throw new BackupDamagedError(
      `${name} has ${hash.count} rows that are not the ${expected.rows} of its manifest`,
    );
  }
}

/** The tables with their columns in the order of the backup: one that was added later may stand elsewhere. */
function inOrderOf(expected: Tables, tables: readonly Table[]): readonly Table[] {
  const names = tables.map(({ name }) => name);
  const others = Object.keys(expected).filter((name) => !names.includes(name));
  if (others.length > 0) {
    throw new BackupDamagedError(`its schema version has no table ${others.join(', ')}`);
  }
  return tables.map((table) => {
    const order = expected[table.name]?.columns ?? [];
    const columns = order.flatMap((name) => table.columns.filter((column) => column.name === name));
    if (columns.length !== order.length || columns.length !== table.columns.length) {
      throw new BackupDamagedError(`${table.name} has not the columns of its schema version`);
    }
    return { name: table.name, columns };
  });
}

interface ForeignKey {
  readonly owner: string;
  readonly name: string;
  readonly sql: string;
}

async function withoutForeignKeys(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  const keys = await runner.manager.query<readonly ForeignKey[]>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS sql
       FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace
       ORDER BY oid`,
  );
  for (const { owner, name } of keys) {
    await runner.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  }
  await work();
  for (const { owner, name, sql } of keys) {
    await runner.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${sql}`);
  }
}

async function loadTable(runner: QueryRunner, archive: ArchiveReader, table: Table): Promise<void> {
  const name = quoted(table.name);
  await runner.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await runner.query(`TRUNCATE ${name}`);
  for await (const lines of readLines(archive, table.name)) {
    for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
      await insertLines(runner, table, lines.slice(at, at + ROWS_AT_ONCE));
    }
  }
  for (const column of table.columns.filter(({ isIdentity }) => isIdentity)) {
    await runner.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT COALESCE(max(${quoted(column.name)}), 0) + 1 FROM ${name}), false)`,
      [name, column.name],
    );
  }
  await runner.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
}

/** One array of texts for each column: as many parameters as columns, however many rows. */
async function insertLines(
  runner: QueryRunner,
  { name, columns }: Table,
  lines: readonly string[],
): Promise<void> {
  const rows = lines.map(fromCopyLine);
  if (rows.some((row) => row.length !== columns.length)) {
    throw new BackupDamagedError(`a row of ${name} has not its columns`);
  }
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map(({ type }, index) => `r.c${index}::${type}`).join(', ');
  const arrays = columns.map((_column, index) => `$${index + 1}::text[]`).join(', ');
  const aliases = columns.map((_column, index) => `c${index}`).join(', ');
  await runner.query(
    `INSERT INTO ${quoted(name)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM unnest(${arrays}) AS r(${aliases})`,
    columns.map((_column, index) => rows.map((row) => row[index] ?? null)),
  );
}

async function compare(runner: QueryRunner, table: Table, expected: Tables): Promise<void> {
  const stored = await dumpTable(runner, table, () => Promise.resolve());
  const wanted = expected[table.name];
  if (stored.rows !== wanted?.rows || stored.hash !== wanted.hash) {
    throw new BackupDamagedError(
      `${table.name} has ${stored.rows} rows that are not the ${wanted?.rows ?? 0} of its manifest`,
    );
  }
}
