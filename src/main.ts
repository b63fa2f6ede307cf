import { loadEnv } from './config';
import { runProcess } from './process';
import { startServer } from './server';

/** The API process. */
runProcess(async () => {
  await startServer(loadEnv());
});
