import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadEnv } from './config';
import { WorkerLifetime } from './modules/tasks';
import { endWithin, limitShutdown, runProcess, START_OPTIONS } from './process';
import { READY, RESTART_EXIT_CODE } from './supervisor';
import { WorkerModule } from './worker.module';

/** A process that does background work and serves no HTTP. Server mode only. Started by `worker.ts`. */
async function start(): Promise<void> {
  const env = loadEnv();
  if (env.embedded) {
    throw new Error(
      'In embedded mode the server does the background work itself; a worker needs DATABASE_URL and REDIS_URL.',
    );
  }
  const app = await NestFactory.createApplicationContext(WorkerModule, START_OPTIONS);
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  limitShutdown(env);
  const log = new NestLogger('Worker');
  log.log({ pid: process.pid }, 'working');
  process.send?.(READY);
  // A worker without its supervisor would be one that nobody can stop.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const limit = await app.get(WorkerLifetime).ended;
  log.log({ limit }, 'making room for a successor');
  endWithin(env, RESTART_EXIT_CODE);
  await app.close();
  process.exit(RESTART_EXIT_CODE);
}

runProcess(start);
