import type { QueryRunner } from 'typeorm';
import { quoted, type Table } from './catalog';
import { ContentHash } from './content-hash';
import { toCopyLine } from './copy-text';
import type { TableSummary } from './manifest';

/** Rows hold texts of megabytes at most; few at a time keep memory flat. */
const ROWS_AT_ONCE = 200;
const CURSOR = 'table_dump';

/**
 * Every row of a table as a line, in the open transaction, through a cursor: memory does not grow with the
 * table. The embedded database has no usable COPY, so both modes read by SELECT.
 */
export async function dumpTable(
  runner: QueryRunner,
  table: Table,
  onLines: (lines: readonly string[]) => Promise<void>,
): Promise<TableSummary> {
  const hash = new ContentHash();
  const columns = table.columns.map(({ name }, index) => `${quoted(name)}::text AS c${index}`);
  await runner.query(
    `DECLARE ${CURSOR} NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${quoted(table.name)}`,
  );
  for (;;) {
    const rows = await runner.manager.query<readonly Readonly<Record<string, string | null>>[]>(
      `FETCH FORWARD ${ROWS_AT_ONCE} FROM ${CURSOR}`,
    );
    if (rows.length === 0) {
      break;
    }
    const lines = rows.map((row) =>
      toCopyLine(table.columns.map((_column, index) => row[`c${index}`] ?? null)),
    );
    lines.forEach((line) => {
      hash.add(line);
    });
    await onLines(lines);
  }
  await runner.query(`CLOSE ${CURSOR}`);
  const names = table.columns.map(({ name }) => name);
  return { columns: names, rows: hash.count, hash: hash.hex };
}
