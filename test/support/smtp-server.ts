import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the server does with a connection: as it should, or one of the things that real ones do. */
export type SmtpBehaviour =
  | 'accept'
  /** Takes the connection and never says a word. */
  | 'hang'
  /** Greets with "too busy" and hangs up. */
  | 'busy'
  /** Greylisting: this recipient not now. */
  | 'defer'
  /** There is no such recipient. */
  | 'refuse'
  /** Hangs up in the middle of the message. */
  | 'cut';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came, without the dots that SMTP adds. */
  readonly raw: string;
}

/** An SMTP server that keeps what it is given, and misbehaves when told to. */
export class SmtpServer {
  readonly received: ReceivedMail[] = [];
  /** For every connection to come. */
  behaviour: SmtpBehaviour = 'accept';
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      void this.talk(socket, this.behaviour);
    });
  }

  static async start(): Promise<SmtpServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SmtpServer(server);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) {
      socket.destroy();
    }
    this.server.close();
    await once(this.server, 'close');
  }

  private async talk(socket: Socket, behaviour: SmtpBehaviour): Promise<void> {
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    if (behaviour === 'hang') {
      return;
    }
    if (behaviour === 'busy') {
      socket.end('421 too busy\r\n');
      return;
    }
    say('220 test ESMTP');
    let from = '';
    let to: string[] = [];
    let data: string[] | null = null;
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      if (data !== null) {
        if (behaviour === 'cut') {
          socket.destroy();
          return;
        }
        if (line === '.') {
          this.received.push({ from, to, raw: data.join('\r\n') });
          data = null;
          say('250 kept');
        } else {
          data.push(line.startsWith('.') ? line.slice(1) : line);
        }
        continue;
      }
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      switch (line.slice(0, 4).toUpperCase()) {
        case 'EHLO':
        case 'HELO':
        case 'RSET':
        case 'NOOP':
          say('250 test');
          break;
        case 'MAIL':
          from = address;
          to = [];
          say('250 sender ok');
          break;
        case 'RCPT':
          if (behaviour === 'refuse') {
            say(`550 5.1.1 <${address}> no such user`);
          } else if (behaviour === 'defer') {
            say('450 4.7.1 try again later');
          } else {
            to.push(address);
            say('250 recipient ok');
          }
          break;
        case 'DATA':
          data = [];
          say('354 go on');
          break;
        case 'QUIT':
          say('221 bye');
          socket.end();
          return;
        default:
          say('502 what?');
      }
    }
  }
}
