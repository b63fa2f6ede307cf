import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { EmbeddedPostgresOptions, WorkerMessage } from './embedded-postgres.messages';

const LAST_CONNECTION_MS = 1000;
const POLL_MS = 10;

/** Runs PostgreSQL in this thread and serves its wire protocol on a socket until told to stop. */
async function main(options: EmbeddedPostgresOptions): Promise<void> {
  const database = await PGlite.create({
    dataDir: options.dataDir,
    extensions: { vector, pg_trgm, citext, btree_gin, unaccent, pgcrypto },
  });
  const server = new PGLiteSocketServer({
    db: database,
    maxConnections: 1,
    ...('path' in options.listen ? { path: options.listen.path } : options.listen),
  });
  await server.start();
  parentPort?.on('message', () => {
    void stop(database, server);
  });
  tell({ type: 'ready' });
}

/**
 * Closes the database when the last connection has been cleaned up, or after a second. The socket server
 * is left to end with this thread: it would wait for half-closed connections for ever.
 */
async function stop(database: PGlite, server: PGLiteSocketServer): Promise<void> {
  for (let waitedMs = 0; waitedMs < LAST_CONNECTION_MS; waitedMs += POLL_MS) {
    if (server.getStats().activeConnections === 0) {
      break;
    }
    await sleep(POLL_MS);
  }
  await database.close();
  tell({ type: 'stopped' });
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

void main(workerData as EmbeddedPostgresOptions);
