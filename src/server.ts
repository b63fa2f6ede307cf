import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { setUpApp } from './app.setup';
import type { Env } from './config';
import { limitShutdown, START_OPTIONS } from './process';
import { WorkerModule } from './worker.module';

/** The API, listening. In embedded mode it is the only process, so the workers run in it too. */
export async function startServer(env: Env): Promise<{ url: string }> {
  const root = env.embedded ? WorkerModule : AppModule;
  const app = await NestFactory.create<NestExpressApplication>(root, START_OPTIONS);
  app.useLogger(app.get(Logger));
  app.flushLogs();
  setUpApp(app, env);
  limitShutdown(env);
  await app.listen(env.PORT, env.HOST);
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  new NestLogger('Server').log({ url, embedded: env.embedded }, 'listening');
  return { url };
}
