import { type Env, InvalidEnvironmentError } from './config';
import { BackupError } from './platform/backup';
import { DataDirInUseError } from './platform/database';
import { ModelMissingError, ModelUnavailableError } from './platform/embeddings';
import { TracingUnavailableError } from './platform/tracing';

/** Leaves the report of a failed start to `runProcess`: Nest would print it with a stack and exit. */
export const START_OPTIONS = {
  bufferLogs: true,
  autoFlushLogs: false,
  abortOnError: false,
} as const;

/** Failures that a person mends; the message says how, and a stack would only hide it. */
const PLAIN_FAILURES = [
  BackupError,
  InvalidEnvironmentError,
  DataDirInUseError,
  ModelMissingError,
  ModelUnavailableError,
  TracingUnavailableError,
] as const;

/** Ends the process when its graceful shutdown takes longer than allowed: all that matters is stored. */
export function limitShutdown(env: Env): void {
  const end = (): void => {
    endAfter((env.SHUTDOWN_DRAIN_SECONDS + env.SHUTDOWN_GRACE_SECONDS) * 1000, 1);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** The same for a shutdown that begins now. */
export function endWithin(env: Env, exitCode: number): void {
  endAfter(env.SHUTDOWN_GRACE_SECONDS * 1000, exitCode);
}

function endAfter(delayMs: number, exitCode: number): void {
  setTimeout(() => {
    process.stderr.write('Some work did not end within SHUTDOWN_GRACE_SECONDS and was cut off.\n');
    process.exit(exitCode);
  }, delayMs).unref();
}

/** Runs a process's entry; a failed start ends it with code 1 and the reason on stderr. */
export function runProcess(start: () => Promise<void>): void {
  start().catch((error: unknown) => {
    const isPlain = PLAIN_FAILURES.some((kind) => error instanceof kind);
    const text = error instanceof Error ? (isPlain ? error.message : error.stack) : String(error);
    process.stderr.write(`${text ?? 'The process could not start.'}\n`);
    process.exit(1);
  });
}
