import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module';
import { setUpApp } from '../app.setup';
import { loadEnv } from '../config';
import { buildOpenApi } from '../openapi';
import { runProcess } from '../process';

/** `npm run openapi`: writes the API's description to `openapi.json`. */
runProcess(async () => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    preview: true,
    logger: false,
  });
  setUpApp(app, loadEnv());
  await writeFile('openapi.json', `${JSON.stringify(buildOpenApi(app), null, 2)}\n`);
  await app.close();
});
