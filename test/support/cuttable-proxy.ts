import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a server and can be cut like a cable: that server is gone for whoever comes through here. */
export class CuttableProxy {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    /** The target's address, by way of the proxy. */
    readonly url: string,
  ) {}

  static async before(target: string): Promise<CuttableProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A TCP server that listens has such an address.
    const own = server.address() as AddressInfo;
    const url = Object.assign(new URL(target), { host: `127.0.0.1:${own.port}` }).toString();
    const proxy = new CuttableProxy(server, url);
    server.on('connection', (near) => {
      if (proxy.isCut) {
        near.destroy();
        return;
      }
      const far = connect(Number(port), hostname);
      proxy.keep(near, far);
      proxy.keep(far, near);
      near.pipe(far).pipe(near);
    });
    return proxy;
  }

  cut(): void {
    this.isCut = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.isCut = false;
  }

  async stop(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private keep(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
