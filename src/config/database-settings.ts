import { url } from 'envalid';
import { integer } from './validators';

/** The server that holds the rows, and a copy of it that some things are read from. */
export const DATABASE_VARIABLES = {
  DATABASE_URL: url({
    default: '',
    desc: 'PostgreSQL 16+ with pgvector 0.8+. Empty: the embedded database. Set it together with REDIS_URL.',
  }),
  DATABASE_REPLICA_URL: url({
    default: '',
    desc: 'A streaming replica of DATABASE_URL that searches and analytics are read from while it is up to date. Empty: none.',
  }),
  DATABASE_REPLICA_MAX_LAG_SECONDS: integer(
    1,
    3600,
  )({
    default: 2,
    desc: 'Age of what the replica knows above which everything is read from DATABASE_URL.',
  }),
  DATABASE_POOL_SIZE: integer(
    1,
    500,
  )({
    default: 10,
    desc: 'Connections to PostgreSQL per process; the embedded database always has one.',
  }),
} as const;

interface DatabaseValues {
  readonly DATABASE_URL: string;
  readonly DATABASE_REPLICA_URL: string;
}

export function databaseProblems(values: DatabaseValues): string[] {
  return values.DATABASE_URL === '' && values.DATABASE_REPLICA_URL !== ''
    ? ['DATABASE_REPLICA_URL: is a replica of DATABASE_URL, which is not set']
    : [];
}
