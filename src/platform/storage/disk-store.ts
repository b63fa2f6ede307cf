import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, opendir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasCode } from '../../common/errors';
import type { FileStore } from './file-store';
import { assertFreeSpace } from './free-space';

/** Of files that are being written, or that a crash left half written. */
const PARTIAL = '.partial';

/** Files in a folder. */
export class DiskStore implements FileStore {
  /** With less free space than `minFreeMb` nothing is put: the disk is as good as full. */
  constructor(
    private readonly root: string,
    private readonly minFreeMb = 0,
  ) {}

  /** Synced to the disk before it is renamed into place. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.inPlace(key, (partial) =>
      writeFile(partial, bytes, { flag: 'wx', mode: 0o600, flush: true }),
    );
  }

  async putStream(key: string, bytes: Readable): Promise<number> {
    return this.inPlace(key, async (partial) => {
      const written = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(bytes, written);
      return written.bytesWritten;
    });
  }

  read(key: string): Promise<Buffer | null> {
    return unlessMissing(readFile(this.pathOf(key)));
  }

  find(key: string): Promise<Readable | null> {
    const path = this.pathOf(key);
    return unlessMissing(access(path).then(() => createReadStream(path)));
  }

  delete(key: string): Promise<void> {
    return rm(this.pathOf(key), { force: true });
  }

  async *list(): AsyncGenerator<string> {
    const folder = await unlessMissing(opendir(this.root, { recursive: true }));
    if (folder === null) {
      return;
    }
    for await (const entry of folder) {
      if (entry.isFile() && !entry.name.endsWith(PARTIAL)) {
        yield relative(this.root, join(entry.parentPath, entry.name)).split(sep).join('/');
      }
    }
  }

  async fingerprint(key: string): Promise<string | null> {
    const bytes = await this.find(key);
    if (bytes === null) {
      return null;
    }
    const hash = createHash('sha256');
    for await (const chunk of bytes) {
      // A stream of a file without an encoding gives buffers.
      hash.update(chunk as Buffer);
    }
    return hash.digest('hex');
  }

  private async inPlace<T>(key: string, write: (partial: string) => Promise<T>): Promise<T> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await assertFreeSpace(dirname(path), this.minFreeMb);
    const partial = `${path}.${randomUUID()}${PARTIAL}`;
    try {
      const written = await write(partial);
      await rename(partial, path);
      return written;
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  private pathOf(key: string): string {
    return join(this.root, key);
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return null;
    }
    throw error;
  }
}
