import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { mkdtempSync } from 'node:fs';
import { DataDirLock } from './data-dir-lock';
import type { EmbeddedPostgresOptions, WorkerMessage } from './embedded-postgres.messages';

/** PostgreSQL looks for `.s.PGSQL.<port>` in the host's folder. */
const SOCKET_PORT = 5432;

export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * PostgreSQL with pgvector inside this process, in a thread of its own, reached through a socket like
 * any server. Owns the data directory exclusively from `start` to `stop`.
 */
export class EmbeddedPostgres {
  private constructor(
    readonly address: DatabaseAddress,
    private readonly worker: Worker,
    private readonly lock: DataDirLock,
    private readonly socketDirectory: string | null,
  ) {}

  /** @throws DataDirInUseError when another process has this directory open. */
  static async start(dataDir: string): Promise<EmbeddedPostgres> {
    const lock = DataDirLock.acquire(dataDir);
    const socketDirectory = process.platform === 'win32' ? null : privateSocketDirectory();
    try {
      const address =
        socketDirectory === null
          ? { host: '127.0.0.1', port: await freePort() }
          : { host: socketDirectory, port: SOCKET_PORT };
      const directory = resolve(dataDir, 'pg');
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      const worker = await startWorker({
        dataDir: directory,
        listen:
          socketDirectory === null
            ? address
            : { path: join(socketDirectory, `.s.PGSQL.${SOCKET_PORT}`) },
      });
      return new EmbeddedPostgres(address, worker, lock, socketDirectory);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Closes the database cleanly; call it after the last connection is gone. */
  async stop(): Promise<void> {
    const stopped = new Promise<void>((done) => {
      this.worker.once('message', () => {
        done();
      });
      this.worker.once('exit', () => {
        done();
      });
    });
    this.worker.postMessage('stop');
    await stopped;
    await this.worker.terminate();
    if (this.socketDirectory !== null) {
      rmSync(this.socketDirectory, { recursive: true, force: true });
    }
    this.lock.release();
  }
}

/** Outside of the data directory, since a socket's path may have about 100 characters only. */
function privateSocketDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'shortlist-pg-'));
}

function startWorker(options: EmbeddedPostgresOptions): Promise<Worker> {
  return new Promise((ready, fail) => {
    const worker = new Worker(join(__dirname, 'embedded-postgres.worker.js'), {
      workerData: options,
    });
    const failEarly = (code: number): void => {
      fail(new Error(`The embedded database ended with code ${code} while starting.`));
    };
    worker.once('error', fail);
    worker.once('exit', failEarly);
    worker.once('message', (_message: WorkerMessage) => {
      // A database that breaks later is an uncaught error, which ends the process: nothing works without it.
      worker.off('error', fail);
      worker.off('exit', failEarly);
      ready(worker);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        found(port);
      });
    });
  });
}
