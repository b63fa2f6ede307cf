import { Logger as NestLogger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadEnv } from './config';
import { WorkerLifetime } from './modules/tasks';
import { HealthModule } from './platform/health';
import { endWithin, limitShutdown, runProcess, START_OPTIONS } from './process';
import { READY, RESTART_EXIT_CODE } from './supervisor';
import { startTracing } from './platform/tracing';
import { WorkerEndpoint } from './worker-endpoint';
import { WorkerModule } from './worker.module';

@Module({ imports: [WorkerModule, HealthModule], providers: [WorkerEndpoint] })
class WorkerProcessModule {}

/** A process that does background work and serves no API. Server mode only. Started by `worker.ts`. */
async function start(): Promise<void> {
  const env = loadEnv();
  if (env.embedded) {
    throw new Error(
      'In embedded mode the server does the background work itself; a worker needs DATABASE_URL and REDIS_URL.',
    );
  }
  await startTracing(env, 'shortlist-worker');
  const app = await NestFactory.createApplicationContext(WorkerProcessModule, START_OPTIONS);
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  limitShutdown(env);
  await app.get(WorkerEndpoint).listen();
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
