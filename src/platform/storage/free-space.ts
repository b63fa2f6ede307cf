import { statfs } from 'node:fs/promises';
import { MEBIBYTE } from '../../config';

/** What a full disk says, a little before it is full: a database on it would not survive the rest. */
class DiskFullError extends Error {
  readonly code = 'ENOSPC';

  constructor(freeMb: number, minFreeMb: number) {
    super(`The disk has ${freeMb} MB left, less than DISK_MIN_FREE_MB (${minFreeMb}).`);
    this.name = 'DiskFullError';
  }
}

/** @throws when the file system of this folder has less space than that for this process. */
export async function assertFreeSpace(folder: string, minFreeMb: number): Promise<void> {
  if (minFreeMb === 0) {
    return;
  }
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.floor((bavail * bsize) / MEBIBYTE);
  if (freeMb < minFreeMb) {
    throw new DiskFullError(freeMb, minFreeMb);
  }
}
