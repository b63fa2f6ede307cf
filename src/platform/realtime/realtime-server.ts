import { Server, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '../../common/errors';
import { ENV, type Env } from '../../config';
import { Admission, type Authenticate } from './admission';
import { CLOSE_CODES, closingOf } from './close-codes';
import { CLOSE_TIMEOUT_MS, closeSocket, Connection, type ConnectionLimits } from './connection';
import { addressOf, credentialsOf, TOKEN_PROTOCOL } from './credentials';
import { matchPath, type Opening, type RealtimeRoute } from './route';
import { refuseUpgrade, serveWithoutUpgrade } from './upgrade';

/** Peers of a server that stops come back spread over this time, not all at once. */
const RECONNECT_SPREAD_MS = 5_000;

interface Destination {
  readonly route: RealtimeRoute;
  readonly opening: Opening;
}

/**
 * Native WebSockets beside the HTTP API, on the same port: who may connect, heartbeat, limits and an
 * orderly end. What is said on them is up to the routes that features register.
 */
@Injectable()
export class RealtimeServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RealtimeServer.name);
  private readonly routes: RealtimeRoute[] = [];
  private readonly admission: Admission;
  private readonly limits: ConnectionLimits;
  private readonly sockets: WebSocketServer;
  private heartbeat: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly adapterHost: HttpAdapterHost,
  ) {
    this.admission = new Admission(env.WS_MAX_CONNECTIONS_PER_ACCOUNT);
    this.limits = {
      messagesPerSecond: env.WS_MESSAGES_PER_SECOND,
      maxBufferedBytes: env.WS_MAX_BUFFERED_BYTES,
    };
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: env.WS_MAX_MESSAGE_BYTES,
      handleProtocols: (offered) => (offered.has(TOKEN_PROTOCOL) ? TOKEN_PROTOCOL : false),
    });
  }

  get connectionCount(): number {
    return this.admission.size;
  }

  /** How callers are known; the module that knows accounts says it when it starts. */
  authenticateWith(authenticate: Authenticate): void {
    this.admission.authenticate = authenticate;
  }

  /** Features add their routes when they start, in `onModuleInit`. */
  serve(route: RealtimeRoute): void {
    this.routes.push(route);
  }

  /** Whether a WebSocket is at this path. */
  serves(path: string): boolean {
    return this.routes.some((route) => matchPath(route.path, path) !== null);
  }

  onApplicationBootstrap(): void {
    // The context of a worker or a command has an adapter host without an adapter.
    const server: unknown = (
      this.adapterHost as Partial<HttpAdapterHost>
    ).httpAdapter?.getHttpServer();
    if (isHttpServer(server)) {
      server.on('upgrade', (request, socket, head) => {
        this.upgrade(server, request, socket, head);
      });
      this.heartbeat = setInterval(() => {
        void this.admission.beat();
      }, this.env.WS_HEARTBEAT_SECONDS * 1000);
    }
  }

  /** Tells everybody to come back later, and when; whoever does not answer is cut off. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.heartbeat !== null) {
      clearInterval(this.heartbeat);
    }
    for (const connection of this.admission.connections()) {
      const afterMs = Math.round(Math.random() * RECONNECT_SPREAD_MS);
      connection.send({ type: 'reconnect', after_ms: afterMs });
      connection.close(CLOSE_CODES.goingAway, 'server_restart');
    }
    const closed = new Promise<void>((done) => {
      this.sockets.close(() => {
        done();
      });
    });
    // Those who are not admitted yet were told nothing.
    const cutOff = setTimeout(() => {
      this.sockets.clients.forEach((socket) => {
        socket.terminate();
      });
    }, CLOSE_TIMEOUT_MS);
    await closed;
    clearTimeout(cutOff);
  }

  private upgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      serveWithoutUpgrade(server, request, socket, head);
      return;
    }
    const destination = this.find(request);
    if (destination === null) {
      const detail = 'There is no WebSocket at this address.';
      refuseUpgrade(socket, 404, { code: 'not_found', detail });
      return;
    }
    if (this.isStopping || this.sockets.clients.size >= this.env.WS_MAX_CONNECTIONS) {
      const detail = 'This server takes no more connections now.';
      refuseUpgrade(socket, 503, { code: 'unavailable', detail });
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (accepted) => {
      // Malformed and oversized frames: ws has closed the connection with 1002, 1007 or 1009 by itself.
      accepted.on('error', (error) => {
        this.log.debug({ err: error, route: destination.route.path }, 'connection broken');
      });
      void this.open(accepted, request, destination);
    });
  }

  private find(request: IncomingMessage): Destination | null {
    const { pathname, searchParams: query } = addressOf(request);
    for (const route of this.routes) {
      const params = matchPath(route.path, pathname);
      if (params !== null) {
        return { route, opening: { params, query } };
      }
    }
    return null;
  }

  /** The upgrade is done first: browsers show close codes, but no status of a refused upgrade. */
  private async open(
    socket: WebSocket,
    request: IncomingMessage,
    { route, opening }: Destination,
  ): Promise<void> {
    socket.pause();
    try {
      const credentials = credentialsOf(request);
      const verdict = await this.admission.judge({ credentials, roles: route.roles });
      if ('reason' in verdict) {
        closeSocket(socket, verdict);
        return;
      }
      const connection = new Connection(socket, verdict.actor, this.limits);
      if (this.admission.admit(connection, { credentials, roles: route.roles }, verdict)) {
        await this.begin(connection, route, opening);
      }
    } catch (error) {
      this.log.error({ err: error, route: route.path }, 'connection could not be opened');
      closeSocket(socket, { code: CLOSE_CODES.internalError, reason: 'internal_error' });
    } finally {
      socket.resume();
    }
  }

  private async begin(
    connection: Connection,
    route: RealtimeRoute,
    opening: Opening,
  ): Promise<void> {
    try {
      await route.open(connection, opening);
    } catch (error) {
      const closing = closingOf(error);
      if (closing === null || !(error instanceof AppError)) {
        throw error;
      }
      const isMissing = error.status === 404;
      connection.sendError(isMissing ? 'NOT_FOUND' : 'VALIDATION_ERROR', error.message);
      connection.close(closing.code, closing.reason);
    }
  }
}

/** `instanceof` alone leaves the type's parameters open. */
function isHttpServer(value: unknown): value is Server {
  return value instanceof Server;
}
