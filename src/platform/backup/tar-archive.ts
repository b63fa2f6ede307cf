import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Header } from 'tar';
import type { ArchiveReader, ArchiveWriter } from './archive';
import { BackupDamagedError } from './backup.errors';

const BLOCK_BYTES = 512;

/** A tar file that any tar reads. Entries come one after the other, so it is written as fast as it is made. */
export async function writeTar(path: string): Promise<ArchiveWriter> {
  const partial = `${path}.partial`;
  const file = await open(partial, 'w', 0o600);
  return {
    add: async (name, bytes) => {
      const header = new Header({
        path: name,
        mode: 0o600,
        size: bytes.length,
        mtime: new Date(0),
        type: 'File',
        uid: 0,
        gid: 0,
      });
      const block = Buffer.alloc(BLOCK_BYTES);
      if (header.encode(block, 0)) {
        throw new Error(`The name of an entry is too long for a tar file: ${name}`);
      }
      const padding = Buffer.alloc(paddedLength(bytes.length) - bytes.length);
      await file.appendFile(Buffer.concat([block, bytes, padding]));
    },
    finish: async () => {
      await file.appendFile(Buffer.alloc(2 * BLOCK_BYTES));
      await file.sync();
      await file.close();
      await rename(partial, path);
    },
    discard: async () => {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

/** Reads all headers once and then any entry by its place. */
export async function readTar(path: string): Promise<ArchiveReader> {
  const file = await open(path, 'r');
  const places = await findPlaces(file).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const names = [...places.keys()].sort();
  return {
    names: (prefix) => names.filter((name) => name.startsWith(prefix)),
    read: (name) => {
      const place = places.get(name);
      if (place === undefined) {
        return Promise.reject(new BackupDamagedError(`${name} is missing`));
      }
      return readAt(file, place);
    },
    close: () => file.close(),
  };
}

async function findPlaces(file: FileHandle): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  const { size: end } = await file.stat();
  for (let offset = 0; offset < end;) {
    const header = new Header(await readAt(file, { offset, size: BLOCK_BYTES }), 0);
    if (header.nullBlock) {
      return places;
    }
    if (!header.cksumValid || header.path === undefined || header.size === undefined) {
      throw new BackupDamagedError(`there is no entry at byte ${offset}`);
    }
    places.set(header.path, { offset: offset + BLOCK_BYTES, size: header.size });
    offset += BLOCK_BYTES + paddedLength(header.size);
  }
  throw new BackupDamagedError('its end is missing');
}

async function readAt(file: FileHandle, { offset, size }: Place): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, offset);
  if (bytesRead < size) {
    throw new BackupDamagedError('its end is missing');
  }
  return buffer;
}

function paddedLength(size: number): number {
  return Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
}
