import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a server of the tests and can be away, as if that server were. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;

  private constructor(
    private readonly target: { readonly host: string; readonly port: number },
    private port: number,
  ) {}

  /** Before the server that the URL names; `through` is the URL to use instead. */
  static async before(url: string): Promise<{ proxy: TcpProxy; through: string }> {
    const { hostname, port } = new URL(url);
    const proxy = new TcpProxy({ host: hostname, port: Number(port) }, 0);
    await proxy.open();
    const through = Object.assign(new URL(url), { host: `127.0.0.1:${proxy.port}` }).toString();
    return { proxy, through };
  }

  /** Refuses connections and cuts off those that are open. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets) {
      socket.destroy();
    }
    if (server !== null) {
      server.close();
      await once(server, 'close');
    }
  }

  async open(): Promise<void> {
    const server = createServer((from) => {
      const to = connect(this.target);
      for (const [socket, other] of [
        [from, to],
        [to, from],
      ] as const) {
        this.sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on an address and a port tells them as an object.
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }
}
