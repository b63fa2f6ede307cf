import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import type { ArchiveReader } from './archive';
import {
  BackupDamagedError,
  BackupVersionError,
  SigningKeyDiffersError,
  TargetNotEmptyError,
} from './backup.errors';
import { quoted, readMigrations, readTables } from './catalog';
import { ContentHash } from './content-hash';
import { fileMember, type FilePlaces } from './create-backup';
import type { DatabaseSession } from './database-session';
import { checkTable, loadTables } from './load-tables';
import { KEY_ENTRY, type Manifest, MANIFEST, readManifest } from './manifest';

export interface RestoreTarget {
  readonly session: DatabaseSession;
  readonly files: FilePlaces;
  /** Null when there is none, and the backup's can be kept. */
  readonly signingKey: string | null;
  readonly keepSigningKey: (key: string) => Promise<void>;
  /** Whether data that is there may be replaced. */
  readonly isReplacing: boolean;
  /** Whether another key than the backup's is meant. */
  readonly isNewKeyMeant: boolean;
  readonly onProgress: (line: string) => void;
}

/**
 * Makes the target what the backup was, down to the hash of every table and file. All that can be known
 * before is checked before anything is changed.
 *
 * @throws BackupError of several kinds
 */
export async function restoreBackup(
  archive: ArchiveReader,
  target: RestoreTarget,
): Promise<Manifest> {
  const manifest = await checkBackup(archive);
  const key = await chooseKey(archive, manifest, target);
  const isEmpty = await target.session.use(isWithoutRows);
  if (!target.isReplacing && !(isEmpty && (await isWithoutFiles(target.files)))) {
    throw new TargetNotEmptyError(
      'There is data already where the backup would go. With --force it is replaced by the backup.',
    );
  }
  await prepareSchema(target.session, manifest.migrations, isEmpty);
  for (const [place, store] of Object.entries(target.files)) {
    for (const name of archive.names(`${place}/`)) {
      await store.put(name.slice(place.length + 1), await archive.read(name));
    }
    target.onProgress(`${place}: ${manifest.files[place]?.count ?? 0} files`);
  }
  await target.session.use((runner) =>
    loadTables(runner, archive, manifest.tables, target.onProgress),
  );
  await target.session.migrateUp(target.session.knownMigrations);
  await deleteOtherFiles(archive, target.files);
  if (key !== null) {
    await target.keepSigningKey(key);
  }
  return manifest;
}

/** Reads all of it and compares it with its manifest. */
export async function checkBackup(archive: ArchiveReader): Promise<Manifest> {
  const manifest = readManifest(await archive.read(MANIFEST));
  for (const [name, expected] of Object.entries(manifest.tables)) {
    await checkTable(archive, name, expected);
  }
  for (const [place, expected] of Object.entries(manifest.files)) {
    const hash = new ContentHash();
    for (const name of archive.names(`${place}/`)) {
      hash.add(fileMember(name.slice(place.length + 1), await archive.read(name)));
    }
    if (hash.count !== expected.count || hash.hex !== expected.hash) {
      throw new BackupDamagedError(
        `${place} has ${hash.count} files that are not the ${expected.count} of its manifest`,
      );
    }
  }
  return manifest;
}

/** The key that the target is to keep; null when it has one. */
async function chooseKey(
  archive: ArchiveReader,
  manifest: Manifest,
  { signingKey, isNewKeyMeant }: RestoreTarget,
): Promise<string | null> {
  const isKept = archive.names(KEY_ENTRY).length > 0;
  if (signingKey === null && isKept) {
    return (await archive.read(KEY_ENTRY)).toString('utf8');
  }
  const hash = createHash('sha256')
    .update(signingKey ?? '')
    .digest('hex');
  if (hash !== manifest.signingKeyHash && !isNewKeyMeant) {
    const where = isKept ? `the text of the backup’s entry ${KEY_ENTRY}` : 'that of the old system';
    throw new SigningKeyDiffersError(
      `The backup was made with another SECRET_KEY. Set it to ${where}, or restore with --new-key: ` +
        'everybody must then log in again, and invitations and links in mail of before no longer work.',
    );
  }
  return null;
}

async function isWithoutRows(runner: QueryRunner): Promise<boolean> {
  for (const { name } of await readTables(runner)) {
    const [row] = await runner.manager.query<readonly { readonly exists: boolean }[]>(
      `SELECT EXISTS (SELECT FROM ${quoted(name)}) AS exists`,
    );
    if (row?.exists === true) {
      return false;
    }
  }
  return true;
}

async function isWithoutFiles(files: FilePlaces): Promise<boolean> {
  for (const store of Object.values(files)) {
    const first = await store.list()[Symbol.asyncIterator]().next();
    if (first.done !== true) {
      return false;
    }
  }
  return true;
}

/** The schema as it was when the backup was made; the later migrations then run on its rows. */
async function prepareSchema(
  session: DatabaseSession,
  wanted: readonly string[],
  isEmpty: boolean,
): Promise<void> {
  const known = session.knownMigrations;
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new BackupVersionError(
      `The backup was made by a newer version of Shortlist (${unknown.join(', ')}). Update first.`,
    );
  }
  let present = await session.use(readMigrations);
  const foreign = present.filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    throw new BackupVersionError(
      `The target’s schema is newer than this version of Shortlist (${foreign.join(', ')}).`,
    );
  }
  const isSame = present.length === wanted.length && wanted.every((name) => present.includes(name));
  if (!isSame && !isEmpty) {
    throw new BackupVersionError(
      'The target holds data of another schema version than the backup. Restore into an empty database.',
    );
  }
  while (present.some((name) => !wanted.includes(name))) {
    await session.migrateDown();
    present = await session.use(readMigrations);
  }
  await session.migrateUp(wanted);
}

async function deleteOtherFiles(archive: ArchiveReader, files: FilePlaces): Promise<void> {
  for (const [place, store] of Object.entries(files)) {
    const ours = new Set(archive.names(`${place}/`));
    for await (const key of store.list()) {
      if (!ours.has(`${place}/${key}`)) {
        await store.delete(key);
      }
    }
  }
}
