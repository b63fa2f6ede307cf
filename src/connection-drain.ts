import { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const INTERVAL_MS = 50;

/**
 * Closes kept-alive connections when their last request is answered. A stopping server waits for every
 * connection, and browsers and proxies keep theirs open for the next request, which never comes.
 */
@Injectable()
export class ConnectionDrain implements BeforeApplicationShutdown {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    // The context of a worker or a command has an adapter host without an adapter.
    const server: unknown = (
      this.adapterHost as Partial<HttpAdapterHost>
    ).httpAdapter?.getHttpServer();
    if (server instanceof Server) {
      const timer = setInterval(() => {
        server.closeIdleConnections();
      }, INTERVAL_MS);
      server.once('close', () => {
        clearInterval(timer);
      });
    }
  }
}
