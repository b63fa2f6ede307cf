import { createHash } from 'node:crypto';
import type { FileStore } from './file-store';

/** Files on their way at once: a bucket's answers take their time, a disk gains nothing from more. */
const AT_ONCE = 8;

export interface FileMigration {
  readonly from: FileStore;
  readonly to: FileStore;
  /** Whether files that only the target has are deleted there: those that people erased since the last run. */
  readonly isPruning: boolean;
  readonly onProgress: (counts: MigrationCounts) => void;
}

export interface MigrationCounts {
  readonly copied: number;
  /** Found in the target with the same SHA-256, from a run before. */
  readonly kept: number;
  readonly pruned: number;
  /** In the target only, and left there. */
  readonly onlyInTarget: number;
}

/** What was written is not what is read back. */
export class FileDiffersError extends Error {
  constructor(key: string) {
    super(`The copy of the file ${key} is not what was copied. Nothing was deleted; run it again.`);
    this.name = 'FileDiffersError';
  }
}

/**
 * Copies every file and reads each copy back. May be stopped at any time and run again, also while the
 * server works: what is there with the same SHA-256 is left alone. Nothing is ever deleted at the source.
 *
 * @throws FileDiffersError
 */
export async function migrateFiles(migration: FileMigration): Promise<MigrationCounts> {
  const { from, to, isPruning, onProgress } = migration;
  const counts = { copied: 0, kept: 0, pruned: 0, onlyInTarget: 0 };
  const seen = new Set<string>();
  await forEach(from.list(), async (key) => {
    seen.add(key);
    const outcome = await migrateFile(key, migration);
    if (outcome !== null) {
      counts[outcome] += 1;
      onProgress({ ...counts });
    }
  });
  await forEach(to.list(), async (key) => {
    // The source is asked again: what was put there meanwhile is not to go.
    if (seen.has(key) || (await from.fingerprint(key)) !== null) {
      return;
    }
    if (isPruning) {
      await to.delete(key);
    }
    counts[isPruning ? 'pruned' : 'onlyInTarget'] += 1;
    onProgress({ ...counts });
  });
  return counts;
}

/** Null when the file is gone before it is its turn. */
async function migrateFile(
  key: string,
  { from, to }: FileMigration,
): Promise<'copied' | 'kept' | null> {
  const bytes = await from.read(key);
  if (bytes === null) {
    return null;
  }
  const hash = sha256(bytes);
  if ((await to.fingerprint(key)) === hash) {
    return 'kept';
  }
  await to.put(key, bytes);
  const copy = await to.read(key);
  if (copy === null || sha256(copy) !== hash) {
    throw new FileDiffersError(key);
  }
  return 'copied';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Ends with the first failure, when what had begun beside it has ended. */
async function forEach(
  keys: AsyncIterable<string>,
  work: (key: string) => Promise<void>,
): Promise<void> {
  const iterator = keys[Symbol.asyncIterator]();
  let isEnding = false;
  // A generator answers calls in the order that they came, so several may ask it.
  const worker = async (): Promise<void> => {
    while (!isEnding) {
      const next = await iterator.next();
      if (next.done === true) {
        return;
      }
      await work(next.value);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    worker().catch((error: unknown) => {
      isEnding = true;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  await iterator.return?.();
  if (failed?.status === 'rejected') {
    throw failed.reason;
  }
}
