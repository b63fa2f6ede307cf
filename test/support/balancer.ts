import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_EVERY_MS = 100;

/**
 * A load balancer as they stand before such servers: it asks each whether it is ready, keeps connections to them, sends
 * each request to the next ready one, and never sends one twice, so that every failure is seen.
 */
export class Balancer {
  private readonly ready = new Map<string, boolean>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 50 });
  private readonly timer: NodeJS.Timeout;
  private turn = 0;

  private constructor(private readonly server: Server) {
    this.timer = setInterval(() => {
      for (const url of this.ready.keys()) {
        void this.look(url);
      }
    }, LOOK_EVERY_MS);
  }

  static async start(): Promise<Balancer> {
    const server = createServer();
    const balancer = new Balancer(server);
    server.on('request', (incoming, outgoing) => {
      balancer.forward(incoming, outgoing);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Once it is ready it gets requests. */
  async add(url: string): Promise<void> {
    this.ready.set(url, false);
    while (this.ready.get(url) !== true) {
      await new Promise((later) => setTimeout(later, LOOK_EVERY_MS));
    }
  }

  remove(url: string): void {
    this.ready.delete(url);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async look(url: string): Promise<void> {
    const isReady = await fetch(`${url}/api/v1/health`, {
      signal: AbortSignal.timeout(5_000),
    }).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (this.ready.has(url)) {
      this.ready.set(url, isReady);
    }
  }

  private forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const urls = [...this.ready].flatMap(([url, isReady]) => (isReady ? [url] : []));
    const target = urls[this.turn++ % urls.length];
    if (target === undefined) {
      outgoing.writeHead(502).end('{"code":"nobody_ready"}');
      return;
    }
    const { hostname, port } = new URL(target);
    const passed = request(
      {
        hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        agent: this.agent,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, connection: 'keep-alive' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, {
          'content-type': answer.headers['content-type'] ?? 'text/plain',
        });
        answer.pipe(outgoing);
      },
    );
    passed.on('error', (error) => {
      outgoing.writeHead(502).end(JSON.stringify({ code: String(error) }));
    });
    incoming.pipe(passed);
  }
}
