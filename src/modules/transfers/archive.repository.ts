import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import {
  type ArchivedTable,
  isSecretColumn,
  LEFT_OUT_TABLES,
  ROW_CONDITIONS,
} from './domain/archive-contents';

export interface ArchivedLines {
  readonly lines: readonly string[];
  /** Of the last line, to go on after it; null when there is nothing more. */
  readonly last: readonly string[] | null;
}

export interface ArchivedFile {
  readonly resumeId: string;
  readonly fileName: string;
  readonly storageKey: string;
}

/** What can be read of a type; vectors and the like are made of the rest. */
const DERIVED_TYPES = ['vector', 'halfvec', 'tsvector', 'xid8', 'pg_snapshot'];

/**
 * Reads whatever a company has, in tables that need not be known here: the catalog names them, and only its names
 * are put into a statement.
 */
@Injectable()
export class ArchiveRepository {
  constructor(private readonly database: Database) {}

  /** Tables with a company's rows and a primary key, by name. */
  async tables(): Promise<ArchivedTable[]> {
    const rows = await this.database.query<ArchivedTable & { readonly columns: readonly string[] }>(
      `SELECT t.relname AS name,
         (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) AS keys,
         (SELECT array_agg(format_type(a.atttypid, NULL) ORDER BY k.place)
          FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) AS "keyTypes",
         (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
          JOIN pg_type y ON y.oid = a.atttypid
          WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            AND y.typname <> ALL ($1)) AS columns
       FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
       WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'company_id' AND NOT a.attisdropped)
       ORDER BY t.relname`,
      [DERIVED_TYPES],
    );
    return rows
      .filter(({ name }) => !LEFT_OUT_TABLES.has(name))
      .map((table) => ({ ...table, columns: table.columns.filter((one) => !isSecretColumn(one)) }));
  }

  /** The rows after a key as lines of JSON, by the primary key. */
  async lines(
    companyId: string,
    { name, keys, keyTypes, columns }: ArchivedTable,
    { after, limit }: { readonly after: readonly string[] | null; readonly limit: number },
  ): Promise<ArchivedLines> {
    const key = keys.map((column) => `t.${quoted(column)}`).join(', ');
    const given = keyTypes.map((type, at) => `($2::text[])[${at + 1}]::${type}`).join(', ');
    const fields = columns.map((column) => `t.${quoted(column)}`).join(', ');
    const condition = ROW_CONDITIONS[name] ?? 'true';
    const rows = await this.database.query<{ line: string; key: string[] }>(
      `SELECT to_jsonb(row)::text AS line, key FROM (
         SELECT ARRAY[${keys.map((column) => `t.${quoted(column)}::text`).join(', ')}] AS key,
           (SELECT one FROM (SELECT ${fields}) AS one) AS row
         FROM ${quoted(name)} AS t
         WHERE t.company_id = $1 AND ($2::text[] IS NULL OR (${key}) > (${given})) AND ${condition}
         ORDER BY ${key} LIMIT $3) AS page`,
      [companyId, after, limit],
    );
    const last = rows.length === limit ? (rows.at(-1)?.key ?? null) : null;
    return { lines: rows.map(({ line }) => line), last };
  }

  async company(companyId: string): Promise<string> {
    const [row] = await this.database.query<{ line: string }>(
      `SELECT jsonb_build_object('id', id, 'name', name, 'created_at', created_at)::text AS line
       FROM companies WHERE id = $1`,
      [companyId],
    );
    return row?.line ?? '{}';
  }

  files(companyId: string, afterId: string | null, limit: number): Promise<ArchivedFile[]> {
    return this.database.query(
      `SELECT id AS "resumeId", file_name AS "fileName", storage_key AS "storageKey" FROM resumes
       WHERE company_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [companyId, afterId, limit],
    );
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
