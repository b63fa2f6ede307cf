import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { hasCode } from '../../common/errors';
import type { ArchiveReader, ArchiveWriter } from './archive';
import { BackupDamagedError } from './backup.errors';

/** Writes beside the folder, which appears whole or not at all. */
export async function writeDirectory(path: string): Promise<ArchiveWriter> {
  const partial = `${path}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  return {
    add: async (name, bytes) => {
      const file = join(partial, name);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, bytes, { mode: 0o600, flush: true });
    },
    finish: async () => {
      await rm(path, { recursive: true, force: true });
      await rename(partial, path);
    },
    discard: () => rm(partial, { recursive: true, force: true }),
  };
}

export async function readDirectory(path: string): Promise<ArchiveReader> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const known = new Set(names);
  return {
    names: (prefix) => names.filter((name) => name.startsWith(prefix)),
    read: async (name) => {
      if (!known.has(name)) {
        throw new BackupDamagedError(`${name} is missing`);
      }
      return readFile(join(path, name));
    },
    close: () => Promise.resolve(),
  };
}

/** What stands at a path: nothing (an empty folder is nothing too), a file, or a folder. */
export async function kindOf(path: string): Promise<'nothing' | 'file' | 'directory'> {
  try {
    if ((await stat(path)).isFile()) {
      return 'file';
    }
    return (await readdir(path)).length === 0 ? 'nothing' : 'directory';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return 'nothing';
    }
    throw error;
  }
}
