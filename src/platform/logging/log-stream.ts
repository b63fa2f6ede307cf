import { basename, dirname } from 'node:path';
import pino from 'pino';
import { createStream } from 'rotating-file-stream';
import type { Env } from '../../config';

/**
 * Where lines go: to stdout, and if `LOG_FILE` names one, to a file that is renamed to `NAME.1`, `NAME.2` and
 * so on when it is full. A disk that is full costs lines of the file, never the process.
 */
export function logStream(
  env: Env,
  stdout: pino.DestinationStream = pino.destination({ dest: 1, sync: true }),
): pino.DestinationStream {
  if (env.LOG_FILE === '') {
    return stdout;
  }
  const file = createStream(basename(env.LOG_FILE), {
    path: dirname(env.LOG_FILE),
    size: `${env.LOG_FILE_MAX_MB}M`,
    rotate: env.LOG_FILE_KEEP,
  });
  file.on('error', (error: Error) => {
    stdout.write(
      `${JSON.stringify({ level: 50, time: Date.now(), msg: 'LOG_FILE cannot be written', reason: error.message })}\n`,
    );
  });
  return pino.multistream([
    { level: 'trace', stream: stdout },
    { level: 'trace', stream: file },
  ]);
}
