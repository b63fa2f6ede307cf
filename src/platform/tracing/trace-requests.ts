import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';
import { routeOf } from '../metrics';
import { contextOf, currentTracer } from './spans';

/** Express middleware: a request is a span, part of the caller's trace if the caller sends one. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const tracer = currentTracer();
  if (tracer === null) {
    next();
    return;
  }
  const parent = contextOf(request.get('traceparent') ?? null);
  const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER }, parent);
  response.once('close', () => {
    const route = routeOf(request);
    span.updateName(`${request.method} ${route}`);
    span.setAttributes({
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': response.statusCode,
      'request.id': String(response.getHeader('x-request-id')),
    });
    if (response.statusCode >= 500) {
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
  });
  context.with(trace.setSpan(parent, span), next);
}
