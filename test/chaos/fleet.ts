import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../support/api-client';
import { ServerProcess } from '../support/server-process';

const RESTART_MS = 500;

/** An API that comes back at its address when it is killed. */
class ApiMember {
  private process: ServerProcess | null = null;
  readonly url: string;

  constructor(
    private readonly variables: NodeJS.ProcessEnv,
    private readonly port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    this.process = ServerProcess.run('src/main.js', {
      ...this.variables,
      PORT: String(this.port),
    });
    await this.process.logged('listening');
  }

  async killAndRestart(): Promise<void> {
    await this.process?.kill('SIGKILL');
    await sleep(RESTART_MS);
    await this.start();
  }

  async stop(): Promise<void> {
    await this.process?.kill('SIGKILL');
  }
}

/** A worker, whose supervisor replaces it when it is killed. */
class WorkerMember {
  private readonly supervisor: ServerProcess;

  constructor(variables: NodeJS.ProcessEnv) {
    this.supervisor = ServerProcess.run('src/worker.js', variables);
  }

  async ready(): Promise<void> {
    await this.supervisor.logged('working');
  }

  /** False while it is on its way back from the last time. */
  kill(): boolean {
    const lives = this.supervisor.lines('working').map((line) => Number(JSON.parse(line).pid));
    try {
      process.kill(lives.at(-1) ?? 0, 'SIGKILL');
      return true;
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    this.kill();
    await this.supervisor.kill('SIGKILL');
  }
}

/** APIs and workers as real processes on the same servers. */
export class Fleet {
  private constructor(
    private readonly apis: readonly ApiMember[],
    private readonly workers: readonly WorkerMember[],
  ) {}

  static async start(
    variables: NodeJS.ProcessEnv,
    count: { readonly apis: number; readonly workers: number },
  ): Promise<Fleet> {
    const ports = await Promise.all(Array.from({ length: count.apis }, freePort));
    const apis = ports.map((port) => new ApiMember(variables, port));
    const workers = Array.from({ length: count.workers }, () => new WorkerMember(variables));
    await Promise.all([
      ...apis.map((api) => api.start()),
      ...workers.map((worker) => worker.ready()),
    ]);
    return new Fleet(apis, workers);
  }

  client(n: number): ApiClient {
    const { url } = this.apis[n % this.apis.length]!;
    return new ApiClient(url);
  }

  get size(): { readonly apis: number; readonly workers: number } {
    return { apis: this.apis.length, workers: this.workers.length };
  }

  killApi(n: number): Promise<void> {
    return this.apis[n]!.killAndRestart();
  }

  killWorker(n: number): boolean {
    return this.workers[n]!.kill();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((member) => member.stop()));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
