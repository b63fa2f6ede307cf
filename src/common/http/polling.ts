import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type ApiResponseOptions } from '@nestjs/swagger';
import type { Response } from 'express';

/** When the next look at unfinished work is worth it. */
const POLL_AFTER_SECONDS = 2;

/**
 * What somebody who asks again and again is told: not to keep the answer without asking, and when to ask
 * next while the work goes on. The answer's `ETag` makes an unchanged one a 304 without a body.
 */
export function setPollingHeaders(response: Response, isFinished: boolean): void {
  // `fetch` adds `no-cache` to every request with `If-None-Match`, and Express then never answers 304;
  // what it asks for, an answer from the source, is what it gets here anyway.
  delete response.req.headers['cache-control'];
  response.setHeader('Cache-Control', 'private, no-cache');
  if (!isFinished) {
    response.setHeader('Retry-After', String(POLL_AFTER_SECONDS));
  }
}

/** For the documentation of the 200 answer. */
export const POLLING_HEADERS: NonNullable<ApiResponseOptions['headers']> = {
  ETag: {
    description: 'Send it as `If-None-Match` when you ask again.',
    schema: { type: 'string' },
  },
  'Retry-After': {
    description: 'Seconds until it is worth asking again; absent when the work has ended.',
    schema: { type: 'integer', example: POLL_AFTER_SECONDS },
  },
};

/** Documents the answer that nothing changed. */
export function ApiPolling(): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 304,
      description: 'Nothing changed since the `ETag` in `If-None-Match`.',
    }),
  );
}
