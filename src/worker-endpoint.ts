import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from './config';
import { ReadinessService } from './platform/health';
import { mayReadMetrics, Metrics } from './platform/metrics';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const problem = (status: number, code: string, title: string): Answer => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title, status, code }),
});

/** What a worker process tells those who watch it: its numbers and its health, at the API's addresses. */
@Injectable()
export class WorkerEndpoint implements BeforeApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly metrics: Metrics,
    private readonly readiness: ReadinessService,
  ) {}

  /** Not without `METRICS_PORT`. @throws when the port is taken. */
  async listen(): Promise<void> {
    if (this.env.METRICS_PORT === 0) {
      return;
    }
    const server = createServer((request, response) => {
      void this.serve(request, response);
    });
    this.server = server;
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(this.env.METRICS_PORT, this.env.HOST, listening);
    });
  }

  /** Not ready from here on, while what runs ends. */
  beforeApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.answer(request).catch(() =>
      problem(500, 'internal_error', 'Internal Server Error'),
    );
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    switch (path) {
      case '/health':
        return { status: 200, type: 'application/json', body: '{"status":"ok"}' };
      case '/api/v1/health':
        return this.ready();
      case '/metrics':
        return mayReadMetrics(request.headers.authorization, this.env.METRICS_TOKEN)
          ? { status: 200, type: this.metrics.contentType, body: await this.metrics.text() }
          : problem(401, 'metrics_token_required', 'Unauthorized');
      default:
        return problem(404, 'not_found', 'Not Found');
    }
  }

  private async ready(): Promise<Answer> {
    const parts = await this.readiness.check();
    const isReady =
      !this.readiness.isDraining && Object.values(parts).every((part) => part.status === 'up');
    const status = isReady ? 'ok' : 'unavailable';
    const body = JSON.stringify({ status, parts, breakers: this.readiness.breakerStates() });
    return { status: isReady ? 200 : 503, type: 'application/json', body };
  }
}
