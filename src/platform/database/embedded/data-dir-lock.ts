import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasCode } from '../../../common/errors';

const LOCK_FILE = /^server\.lock\.(\d+)$/;

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
 * Exclusive use of a data directory: a numbered file naming the owner, which counts only while that
 * process lives, so that a killed server never blocks the next start. The highest number counts. A file
 * is never taken away from under its number while it is the highest: who finds the owner dead makes the
 * next one, which only one of several can, so none removes the lock that another just took.
 */
export class DataDirLock {
  private constructor(private readonly path: string) {}

  /** @throws DataDirInUseError */
  static acquire(directory: string): DataDirLock {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const me: Owner = { pid: process.pid, startedAt: startOf(process.pid) };
    for (;;) {
      const last = highestNumber(directory);
      const owner = readOwner(pathOf(directory, last));
      if (owner !== null && isAlive(owner)) {
        throw new DataDirInUseError(resolve(directory), owner.pid);
      }
      const path = pathOf(directory, last + 1);
      if (!create(path, me)) {
        continue;
      }
      if (highestNumber(directory) === last + 1) {
        removeBelow(directory, last + 1);
        return new DataDirLock(path);
      }
      // Others went on while this process stood still, and removed the number that it then made again.
      rmSync(path, { force: true });
    }
  }

  /** The file stays, naming nobody: its number must not be given twice. */
  release(): void {
    writeFileSync(this.path, '{}');
  }
}

function pathOf(directory: string, number: number): string {
  return join(directory, `server.lock.${number}`);
}

/** 0 when there is none. */
function highestNumber(directory: string): number {
  return Math.max(0, ...numbersIn(directory));
}

function numbersIn(directory: string): number[] {
  return readdirSync(directory).flatMap((name) => {
    const number = LOCK_FILE.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function removeBelow(directory: string, limit: number): void {
  for (const number of numbersIn(directory).filter((one) => one < limit)) {
    rmSync(pathOf(directory, number), { force: true });
  }
}

/** False when the file exists. A link makes it appear whole: nobody reads an owner half written. */
function create(path: string, owner: Owner): boolean {
  const aside = `${path}.${randomUUID()}`;
  writeFileSync(aside, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      return false;
    }
    throw error;
  } finally {
    rmSync(aside, { force: true });
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
