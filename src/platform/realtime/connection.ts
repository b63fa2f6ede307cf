import { Logger } from '@nestjs/common';
import { type RawData, WebSocket } from 'ws';
import type { Actor } from '../../common/http';
import { CLOSE_CODES, type Closing, type SocketErrorCode } from './close-codes';
import { MessageAllowance } from './message-allowance';

/** How long a peer may take to answer a close frame. */
export const CLOSE_TIMEOUT_MS = 2_000;

export interface ConnectionLimits {
  readonly messagesPerSecond: number;
  readonly maxBufferedBytes: number;
}

/** A JSON object that a peer sent; its fields are still to be checked. */
export type SocketMessage = Readonly<Record<string, unknown>>;

type MessageHandler = (message: SocketMessage) => Promise<void> | void;

/**
 * One WebSocket of a known caller. Messages are JSON objects both ways and are handled one after the
 * other. What a peer does wrong is answered with an error message or the end of this connection, and never
 * reaches another one.
 */
export class Connection {
  private readonly log = new Logger(Connection.name);
  private readonly allowance: MessageAllowance;
  private readonly closeHandlers: (() => void)[] = [];
  private handler: MessageHandler | null = null;
  private pending = Promise.resolve();
  private isAlive = true;

  constructor(
    private readonly socket: WebSocket,
    /** Who it is; read anew while the connection lasts, so do not keep a copy. */
    public actor: Actor,
    private readonly limits: ConnectionLimits,
  ) {
    this.allowance = new MessageAllowance(limits.messagesPerSecond);
    socket.on('pong', () => {
      this.isAlive = true;
    });
    socket.on('ping', () => {
      this.isAllowed();
    });
    socket.on('message', (data, isBinary) => {
      this.receive(data, isBinary);
    });
    socket.on('close', () => {
      this.closeHandlers.splice(0).forEach((handle) => {
        handle();
      });
    });
  }

  /** What to do with a message; one at a time. Without it every message is refused. */
  onMessage(handler: MessageHandler): void {
    this.handler = handler;
  }

  /** Runs once, when the connection has ended, whoever ended it. */
  onClose(handle: () => void): void {
    if (this.socket.readyState === WebSocket.CLOSED) {
      handle();
      return;
    }
    this.closeHandlers.push(handle);
  }

  /** Lost when the peer is gone. A peer that does not read what it asked for is cut off. */
  send(message: object): void {
    if (this.socket.readyState !== WebSocket.OPEN) {
      return;
    }
    if (this.socket.bufferedAmount > this.limits.maxBufferedBytes) {
      this.log.warn({ bufferedBytes: this.socket.bufferedAmount }, 'slow reader cut off');
      // A close frame would only wait behind the rest.
      this.socket.terminate();
      return;
    }
    this.socket.send(JSON.stringify(message));
  }

  sendError(code: SocketErrorCode, error: string, details: object = {}): void {
    this.send({ type: 'error', error, code, ...details });
  }

  close(code: number, reason: string): void {
    closeSocket(this.socket, { code, reason });
  }

  /** Asks for a sign of life; a peer that gave none since the last time is gone. */
  beat(): void {
    if (!this.isAlive) {
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    this.socket.ping();
  }

  private receive(data: RawData, isBinary: boolean): void {
    if (this.socket.readyState !== WebSocket.OPEN || !this.isAllowed()) {
      return;
    }
    // The peer waits while its message is handled, so nothing piles up here.
    this.socket.pause();
    this.pending = this.pending.then(async () => {
      await this.handle(data, isBinary);
      this.socket.resume();
    });
  }

  private isAllowed(): boolean {
    const verdict = this.allowance.take(performance.now());
    switch (verdict) {
      case 'allowed':
        return true;
      case 'first_refused':
        this.sendError(
          'RATE_LIMIT',
          `At most ${this.limits.messagesPerSecond} messages a second are read; the rest is dropped.`,
        );
        return false;
      case 'refused':
        return false;
      case 'abuse':
        this.close(CLOSE_CODES.policyViolation, 'too_many_messages');
        return false;
    }
  }

  private async handle(data: RawData, isBinary: boolean): Promise<void> {
    const message = isBinary ? null : parseObject(textOf(data));
    if (message === null) {
      this.sendError('VALIDATION_ERROR', 'A message is a JSON object in a text frame.');
      return;
    }
    if (message['type'] === 'ping') {
      this.send({ type: 'pong' });
      return;
    }
    if (this.handler === null) {
      this.sendError('VALIDATION_ERROR', 'This connection takes no messages but `ping`.');
      return;
    }
    try {
      await this.handler(message);
    } catch (error) {
      this.log.error({ err: error }, 'message of a connection failed');
      this.sendError('INTERNAL_ERROR', 'Something went wrong on our side.');
    }
  }
}

/** Says goodbye and hangs up soon after, whether the peer answers or not. */
export function closeSocket(socket: WebSocket, { code, reason }: Closing): void {
  socket.close(code, reason);
  setTimeout(() => {
    socket.terminate();
  }, CLOSE_TIMEOUT_MS).unref();
}

function textOf(data: RawData): string {
  // With the default `binaryType` a message is one Buffer.
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}

function parseObject(text: string): SocketMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    // An object of JSON has string keys; the values stay unknown.
    return isObject ? (value as SocketMessage) : null;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}
