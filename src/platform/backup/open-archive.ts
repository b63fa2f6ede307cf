import type { ArchiveReader, ArchiveWriter } from './archive';
import { BackupError, TargetNotEmptyError } from './backup.errors';
import { kindOf, readDirectory, writeDirectory } from './directory-archive';
import { MANIFEST } from './manifest';
import { readTar, writeTar } from './tar-archive';

/**
 * A new backup: a tar file when the name ends so, else a folder.
 *
 * @throws TargetNotEmptyError when something stands there, and it may not be replaced or is no backup
 */
export async function createArchive(path: string, isReplacing: boolean): Promise<ArchiveWriter> {
  const kind = await kindOf(path);
  if (kind !== 'nothing' && !isReplacing) {
    throw new TargetNotEmptyError(`There is something at ${path} already; --force replaces it.`);
  }
  const isTar = path.endsWith('.tar');
  const isOfThisKind = isTar ? kind === 'file' : kind === 'directory' && (await isBackup(path));
  if (kind !== 'nothing' && !isOfThisKind) {
    throw new TargetNotEmptyError(`What stands at ${path} is no such backup, so it stays.`);
  }
  return isTar ? writeTar(path) : writeDirectory(path);
}

/** @throws BackupError when there is nothing */
export async function openArchive(path: string): Promise<ArchiveReader> {
  const kind = await kindOf(path);
  if (kind === 'nothing') {
    throw new BackupError(`There is no backup at ${path}.`);
  }
  return kind === 'file' ? readTar(path) : readDirectory(path);
}

async function isBackup(path: string): Promise<boolean> {
  return (await readDirectory(path)).names(MANIFEST).length > 0;
}
