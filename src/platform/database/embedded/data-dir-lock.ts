import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasCode } from '../../../common/errors';

const LOCK_FILE = 'server.lock';

/** Another process uses this data directory; two would destroy it. */
export class DataDirInUseError extends Error {
  constructor(directory: string, pid: number) {
    super(
      `The data directory ${directory} is in use by another Shortlist process (pid ${pid}). ` +
        'Stop that one first, or set DATA_DIR to another folder.',
    );
    this.name = 'DataDirInUseError';
  }
}

interface Owner {
  readonly pid: number;
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  readonly startedAt: string | null;
}

/**
 * Exclusive use of a data directory: a file naming the owner, which counts only while that process
 * lives, so that a killed server never blocks the next start.
 */
export class DataDirLock {
  private constructor(private readonly path: string) {}

  /** @throws DataDirInUseError */
  static acquire(directory: string): DataDirLock {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, LOCK_FILE);
    const me: Owner = { pid: process.pid, startedAt: startOf(process.pid) };
    for (;;) {
      try {
        writeFileSync(path, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
        return new DataDirLock(path);
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) {
          throw error;
        }
      }
      const owner = readOwner(path);
      if (owner !== null && isAlive(owner)) {
        throw new DataDirInUseError(resolve(directory), owner.pid);
      }
      takeAway(path);
    }
  }

  release(): void {
    rmSync(this.path, { force: true });
  }
}

/** Renaming is atomic: of two starters that find the same dead owner, one takes its file away. */
function takeAway(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) {
      throw error;
    }
  }
}

function readOwner(path: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isOwner(owner) ? owner : null;
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) {
      return null;
    }
    throw error;
  }
}

function isOwner(value: unknown): value is Owner {
  return (
    typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number'
  );
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return hasCode(error, 'EPERM');
  }
  const startedAt = startOf(owner.pid);
  return startedAt === null || owner.startedAt === null || startedAt === owner.startedAt;
}

/** Boot id and start tick on Linux; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name, in parentheses, may hold spaces; the start time is field 22, the 20th after it.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start === undefined ? null : `${boot}:${start}`;
  } catch {
    // No such file system: only the pid can be checked.
    return null;
  }
}
