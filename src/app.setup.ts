import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { type FieldError, ProblemFilter, ValidationFailedError } from './common/errors';
import { assignRequestId, StorableTextPipe } from './common/http';
import type { Env } from './config';
import { setUpDocumentation } from './openapi';
import { setUpPages } from './pages';
import { inLogContext } from './platform/logging';
import { HttpMetrics } from './platform/metrics';
import { RealtimeServer, requireUpgrade } from './platform/realtime';
import { traceRequests } from './platform/tracing';

export const API_PREFIX = 'api/v1';

/** The longest texts that a body may hold, every character of them escaped. */
const LARGEST_JSON_BYTES = 1024 * 1024;

/** Everything about HTTP that `main` and the e2e tests share: pipes, filter, headers, documentation. */
export function setUpApp(app: NestExpressApplication, env: Env): void {
  app.set('trust proxy', env.TRUST_PROXY);
  app.disable('x-powered-by');
  // First of all, so that the refusal of a body that cannot be read carries an id too.
  app.use((request: Request & { id?: string }, response: Response, next: NextFunction) => {
    const requestId = assignRequestId(request, response);
    request.id = requestId;
    inLogContext({ requestId }, next);
  });
  const httpMetrics = app.get(HttpMetrics);
  app.use((request: Request, response: Response, next: NextFunction) => {
    httpMetrics.measure(request, response, next);
  });
  app.use(traceRequests);
  app.setGlobalPrefix(API_PREFIX, {
    exclude: ['health', 'metrics', 'admin/queues', `${API_PREFIX}/health`],
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        // ReDoc renders in a blob worker. Not every installation has TLS, so nothing is upgraded to it.
        directives: { 'worker-src': ["'self'", 'blob:'], 'upgrade-insecure-requests': null },
      },
    }),
  );
  if (env.CORS_ORIGINS !== '') {
    app.enableCors({ origin: env.CORS_ORIGINS.split(',').map((origin) => origin.trim()) });
  }
  app.useBodyParser('json', { limit: LARGEST_JSON_BYTES });
  app.useGlobalPipes(
    new StorableTextPipe(),
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors) => new ValidationFailedError(fieldErrors(errors)),
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  setUpDocumentation(app);
  setUpPages(app);
  app.use(requireUpgrade(app.get(RealtimeServer)));
}

function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((message) => ({
      field,
      message: message.replace(`${error.property} `, ''),
    }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
