import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { QueryRunner } from 'typeorm';
import type { FileStore } from '../storage';
import type { ArchiveWriter } from './archive';
import { BackupVersionError } from './backup.errors';
import { readMigrations, readTables, type Table, TEXT_SETTINGS } from './catalog';
import { ContentHash } from './content-hash';
import type { DatabaseSession } from './database-session';
import { dumpTable } from './dump-table';
import {
  type FilesSummary,
  KEY_ENTRY,
  type Manifest,
  MANIFEST,
  type TableSummary,
  writeManifest,
} from './manifest';

const PART_CHARACTERS = 8_000_000;
const PART_DIGITS = 6;
const compress = promisify(gzip);

/** Places of files by name: `files` are the originals. */
export type FilePlaces = Readonly<Record<string, FileStore>>;

export interface BackupSource {
  readonly session: DatabaseSession;
  readonly mode: Manifest['mode'];
  readonly files: FilePlaces;
  readonly signingKey: string;
  /** Whether only the data directory has the key, so that the backup must hold it. */
  readonly isKeyKept: boolean;
  readonly now: () => Date;
  readonly onProgress: (line: string) => void;
}

/**
 * Writes one moment of the database, and then the files: a file is stored before its row is, so every row of
 * that moment finds its file, unless somebody deleted it meanwhile. The server may work on; embedded it cannot,
 * since the data directory belongs to one process.
 */
export async function createBackup(
  source: BackupSource,
  archive: ArchiveWriter,
): Promise<Manifest> {
  const createdAt = source.now().toISOString();
  const { migrations, tables } = await source.session.use((runner) =>
    inSnapshot(runner, () => dumpTables(runner, archive, source.onProgress)),
  );
  const files: Record<string, FilesSummary> = {};
  for (const [place, store] of Object.entries(source.files)) {
    files[place] = await dumpFiles(place, store, archive);
    source.onProgress(`${place}: ${files[place].count} files`);
  }
  if (source.isKeyKept) {
    await archive.add(KEY_ENTRY, Buffer.from(source.signingKey));
  }
  const manifest: Manifest = {
    createdAt,
    mode: source.mode,
    migrations,
    tables,
    files,
    signingKeyHash: createHash('sha256').update(source.signingKey).digest('hex'),
  };
  await archive.add(MANIFEST, writeManifest(manifest));
  return manifest;
}

async function inSnapshot<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const setting of TEXT_SETTINGS) {
      await runner.query(setting);
    }
    return await work();
  } finally {
    await runner.query('ROLLBACK');
  }
}

async function dumpTables(
  runner: QueryRunner,
  archive: ArchiveWriter,
  onProgress: (line: string) => void,
): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const migrations = await readMigrations(runner);
  if (migrations.length === 0) {
    throw new BackupVersionError('There is nothing to back up: the database has no schema.');
  }
  const tables: Record<string, TableSummary> = {};
  for (const table of await readTables(runner)) {
    const parts = new TableParts(table, archive);
    tables[table.name] = await dumpTable(runner, table, (lines) => parts.add(lines));
    await parts.finish();
    onProgress(`${table.name}: ${tables[table.name]?.rows ?? 0} rows`);
  }
  return { migrations, tables };
}

/** A table's lines as compressed entries of a size that fits into memory. */
class TableParts {
  private lines: string[] = [];
  private characters = 0;
  private count = 0;

  constructor(
    private readonly table: Table,
    private readonly archive: ArchiveWriter,
  ) {}

  async add(lines: readonly string[]): Promise<void> {
    this.lines.push(...lines);
    this.characters += lines.reduce((sum, line) => sum + line.length, 0);
    if (this.characters >= PART_CHARACTERS) {
      await this.finish();
    }
  }

  async finish(): Promise<void> {
    if (this.lines.length === 0) {
      return;
    }
    this.count += 1;
    const number = String(this.count).padStart(PART_DIGITS, '0');
    const bytes = await compress(`${this.lines.join('\n')}\n`);
    await this.archive.add(`tables/${this.table.name}/${number}.copy.gz`, bytes);
    this.lines = [];
    this.characters = 0;
  }
}

async function dumpFiles(
  place: string,
  store: FileStore,
  archive: ArchiveWriter,
): Promise<FilesSummary> {
  const hash = new ContentHash();
  let sizeBytes = 0;
  for await (const key of store.list()) {
    const bytes = await store.read(key);
    if (bytes !== null) {
      await archive.add(`${place}/${key}`, bytes);
      hash.add(fileMember(key, bytes));
      sizeBytes += bytes.length;
    }
  }
  return { count: hash.count, bytes: sizeBytes, hash: hash.hex };
}

/** What a file adds to the hash of its place. */
export function fileMember(key: string, bytes: Uint8Array): string {
  return `${key}\n${createHash('sha256').update(bytes).digest('hex')}`;
}
