import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { hasCode } from '../../common/errors';
import { ENV, type Env } from '../../config';

/**
 * Files under `DATA_DIR/files` by key. Keys are made by the program (ids and slashes), never from a
 * file's name.
 */
@Injectable()
export class FileStorage {
  private readonly root: string;

  constructor(@Inject(ENV) env: Env) {
    this.root = join(env.DATA_DIR, 'files');
  }

  /** When it resolves the bytes are on the disk, whole; a crash before leaves nothing under the key. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const partial = `${path}.${randomUUID()}.partial`;
    try {
      await writeFile(partial, bytes, { flag: 'wx', mode: 0o600, flush: true });
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Null when there is no such file. */
  async read(key: string): Promise<Buffer | null> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) {
        return null;
      }
      throw error;
    }
  }

  /** As a stream; null when there is no such file. */
  async find(key: string): Promise<Readable | null> {
    const path = this.pathOf(key);
    try {
      await access(path);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) {
        return null;
      }
      throw error;
    }
    return createReadStream(path);
  }

  /** Deleting what is not there is no error. */
  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    const path = normalize(join(this.root, key));
    if (!path.startsWith(this.root + sep)) {
      throw new Error('A storage key must stay inside the storage.');
    }
    return path;
  }
}
