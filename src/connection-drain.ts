import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ENV, type Env } from './config';
import { ReadinessService } from './platform/health';

const INTERVAL_MS = 50;

/**
 * The way out of service without a failed request. First the process serves on for SHUTDOWN_DRAIN_SECONDS
 * while it says that it is not ready and asks for no further request on each connection: whoever balances the
 * load turns to others. Then it stops listening, and connections end when their last request is answered: browsers and
 * proxies keep theirs open for a next request, which a stopping server would wait for.
 */
@Injectable()
export class ConnectionDrain implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly log = new Logger(ConnectionDrain.name);

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly adapterHost: HttpAdapterHost,
    private readonly readiness: ReadinessService,
  ) {}

  /** The root module's hook is the first of all: everything still works while it waits. */
  async onModuleDestroy(): Promise<void> {
    const server = this.server();
    this.readiness.startDraining();
    if (server === null || this.env.SHUTDOWN_DRAIN_SECONDS === 0) {
      return;
    }
    this.log.log({ seconds: this.env.SHUTDOWN_DRAIN_SECONDS }, 'draining');
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('Connection', 'close');
    });
    await sleep(this.env.SHUTDOWN_DRAIN_SECONDS * 1000);
  }

  beforeApplicationShutdown(): void {
    const server = this.server();
    if (server !== null) {
      const timer = setInterval(() => {
        server.closeIdleConnections();
      }, INTERVAL_MS);
      server.once('close', () => {
        clearInterval(timer);
      });
    }
  }

  /** Null in a worker or a command, whose context has an adapter host without an adapter. */
  private server(): Server | null {
    const host: Partial<HttpAdapterHost> = this.adapterHost;
    const server: unknown = host.httpAdapter?.getHttpServer();
    return server instanceof Server && server.listening ? server : null;
  }
}
