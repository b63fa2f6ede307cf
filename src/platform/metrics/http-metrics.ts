import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { type Count, type Distribution, DURATION_BUCKETS, Metrics } from './metrics';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Requests that no route took: pages, files of the documentation, and whatever strangers try. */
const NO_ROUTE = 'none';

/** Counts and times HTTP requests by the template of their route, so that ids make no series. */
@Injectable()
export class HttpMetrics {
  private readonly requests: Count<'method' | 'route' | 'status'>;
  private readonly durations: Distribution<'method' | 'route'>;
  private readonly inFlight = new Map<string, number>();

  constructor(metrics: Metrics) {
    this.requests = metrics.counter({
      name: 'http_requests_total',
      help: 'Answered HTTP requests by route template and class of status; `aborted` when the caller left first.',
      labels: ['method', 'route', 'status'],
    });
    this.durations = metrics.histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer.',
      labels: ['method', 'route'],
      buckets: DURATION_BUCKETS,
    });
    metrics.gauge(
      {
        name: 'http_requests_in_progress',
        help: 'HTTP requests that are not answered yet.',
        labels: ['method'],
      },
      () => [...this.inFlight].map(([method, value]) => ({ labels: { method }, value })),
    );
  }

  /** Express middleware; the earlier it stands, the more of a request it sees. */
  measure(request: Request, response: Response, next: NextFunction): void {
    const method = METHODS.includes(request.method) ? request.method : 'OTHER';
    const start = performance.now();
    this.inFlight.set(method, (this.inFlight.get(method) ?? 0) + 1);
    response.once('close', () => {
      this.inFlight.set(method, (this.inFlight.get(method) ?? 1) - 1);
      const route = routeOf(request);
      const status = response.writableFinished ? classOf(response.statusCode) : 'aborted';
      this.requests.inc({ method, route, status });
      this.durations.observe({ method, route }, (performance.now() - start) / 1000);
    });
    next();
  }
}

const classOf = (status: number): string => `${Math.floor(status / 100)}xx`;

/** The template of the route that took the request, as `/api/v1/jobs/:job_id`. */
export function routeOf(request: Request): string {
  // Express types it as anything; it is there once a route matched.
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : NO_ROUTE;
}
