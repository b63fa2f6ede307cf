import { type ClientOptions, WebSocket } from 'ws';
import { eventually } from './waiting';

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** Parsed JSON; tests read it loosely. */
export type ReceivedMessage = ReturnType<typeof JSON.parse>;

/** A WebSocket that keeps everything it is told. */
export class SocketClient {
  readonly messages: ReceivedMessage[] = [];

  private constructor(
    readonly socket: WebSocket,
    readonly closed: Promise<Closed>,
  ) {
    socket.on('message', (data) => {
      // With the default `binaryType` a message is one Buffer.
      this.messages.push(JSON.parse((data as Buffer).toString('utf8')));
    });
  }

  /** `url` is the HTTP server's. The token goes into the subprotocol, as a browser sends it. */
  static connect(
    url: string,
    path: string,
    token: string | null = null,
    options: ClientOptions = {},
  ): SocketClient {
    const address = new URL(path, url.replace(/^http/, 'ws'));
    const socket = new WebSocket(address, token === null ? [] : ['bearer', token], options);
    // A refused upgrade is a closing too.
    socket.on('error', () => undefined);
    const closed = new Promise<Closed>((ended) => {
      socket.on('close', (code, reason) => {
        ended({ code, reason: reason.toString('utf8') });
      });
    });
    return new SocketClient(socket, closed);
  }

  /** The first message that fits. */
  message(
    fits: (message: ReceivedMessage) => boolean,
    timeoutMs?: number,
  ): Promise<ReceivedMessage> {
    return eventually(() => this.messages.find(fits) ?? null, timeoutMs);
  }

  ofType(type: string): Promise<ReceivedMessage> {
    return this.message((message) => message.type === type);
  }

  updates(taskId: string): readonly ReceivedMessage[] {
    return this.messages.filter(
      ({ type, task_id }) => type === 'task_update' && task_id === taskId,
    );
  }

  /** All that was told about a task, once it has ended. */
  async untilEnd(taskId: string, timeoutMs?: number): Promise<readonly ReceivedMessage[]> {
    await this.message(
      ({ task_id, status }) => task_id === taskId && ['completed', 'failed'].includes(status),
      timeoutMs,
    );
    return this.updates(taskId);
  }

  /** A string goes as it is. */
  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
