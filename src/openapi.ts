import { dirname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { IDEMPOTENCY_HEADER } from './modules/idempotency';

const REDOC_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Shortlist API</title>
  </head>
  <body>
    <redoc spec-url="/openapi.json"></redoc>
    <script src="/redoc/redoc.standalone.js"></script>
  </body>
</html>
`;

const IDEMPOTENCY_PARAMETER = {
  name: IDEMPOTENCY_HEADER,
  in: 'header' as const,
  required: false,
  description:
    'Makes sending the request again safe: for 24 hours the same key with the same request gets the first ' +
    'answer again, with `Idempotency-Replayed: true`, and with another request 422 `idempotency_key_reused`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const IDEMPOTENCY_CONFLICT = {
  description: '`request_in_progress`: the first request with this key is not answered yet',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
};

/** The description of the HTTP API, the same for the pages, the committed file and the tests. */
export function buildOpenApi(app: NestExpressApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Shortlist API')
    .setDescription(
      'Applicant tracking that ranks the candidates of a job and shows its reasons. ' +
        'Log in by `POST /api/v1/auth/login` and send the access token as a bearer token. ' +
        'Errors are RFC 9457 problem bodies with a stable `code`; ids of other companies are 404. ' +
        'Background work is told live over WebSockets: `/ws/tasks/{task_id}` for one task, `/ws/tasks` with ' +
        '`{"type": "subscribe", "task_ids": [...]}` for many, `/ws/resumes/bulk/{batch_id}` for a bulk upload, ' +
        'the access token in the `bearer` subprotocol. A plain request to these addresses is 426.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'api_key')
    .build();
  return withIdempotencyKeys(
    SwaggerModule.createDocument(app, builder, {
      operationIdFactory: (controller, method) =>
        `${controller.replace('Controller', '')}_${method}`,
    }),
  );
}

/** Every POST of a logged-in caller takes the header, so no route says it for itself. */
function withIdempotencyKeys(document: OpenAPIObject): OpenAPIObject {
  for (const { post } of Object.values(document.paths)) {
    if (post?.security !== undefined) {
      post.parameters = [...(post.parameters ?? []), IDEMPOTENCY_PARAMETER];
      post.responses['409'] ??= IDEMPOTENCY_CONFLICT;
    }
  }
  return document;
}

/** Swagger UI at `/docs`, ReDoc at `/redoc`, the document at `/openapi.json`; all served from here. */
export function setUpDocumentation(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, () => buildOpenApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Shortlist API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true },
  });
  app.useStaticAssets(join(dirname(require.resolve('redoc/package.json')), 'bundles'), {
    prefix: '/redoc/',
    index: false,
  });
  app.use('/redoc', (_request: Request, response: Response) => {
    response.type('html').send(REDOC_PAGE);
  });
}
