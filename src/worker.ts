import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadEnv } from './config';
import { limitShutdown, runProcess, START_OPTIONS } from './process';
import { WorkerModule } from './worker.module';

/** A process that does background work and serves no HTTP. Server mode only. */
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
  new NestLogger('Worker').log('working');
}

runProcess(start);
