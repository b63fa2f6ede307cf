import { loadEnv } from './config';
import { startTracing } from './platform/tracing';
import { runProcess } from './process';
import { startServer } from './server';

/** The API process. */
runProcess(async () => {
  const env = loadEnv();
  await startTracing(env, 'shortlist-api');
  await startServer(env);
});
