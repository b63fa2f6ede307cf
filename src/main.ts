import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { setUpApp } from './app.setup';
import { loadEnv } from './config';
import { runProcess } from './process';
import { WorkerModule } from './worker.module';

/** The API; in embedded mode the only process, so the workers run in it too. */
async function start(): Promise<void> {
  const env = loadEnv();
  const root = env.embedded ? WorkerModule : AppModule;
  const app = await NestFactory.create<NestExpressApplication>(root, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  setUpApp(app, env);
  await app.listen(env.PORT, env.HOST);
  app.get(Logger).log({ url: await app.getUrl(), embedded: env.embedded }, 'listening');
}

runProcess(start);
