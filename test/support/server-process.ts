import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ApiClient } from './api-client';

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const START_TIMEOUT_MS = 120_000;

/** A process of this project as people start it: its own environment, nothing of the test's. */
export class ServerProcess {
  private stdout = '';
  private stderr = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly ended: Promise<Ending>,
  ) {}

  /** `script` is a compiled file below the output folder: `src/main.js`. */
  static run(
    script: string,
    variables: NodeJS.ProcessEnv,
    options: { readonly cwd?: string; readonly args?: readonly string[] } = {},
  ): ServerProcess {
    const file = resolve(__dirname, '../..', script);
    const child = spawn(process.execPath, [file, ...(options.args ?? [])], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: {
        PATH: process.env['PATH'],
        // A killed process leaves its socket behind: beside its data it goes with them.
        TMPDIR: variables['DATA_DIR'],
        HOST: '127.0.0.1',
        PORT: '0',
        MODEL_DIR: resolve('models'),
        EMBEDDING_THREADS: '1',
        PARSER_THREADS: '1',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started: ServerProcess = new ServerProcess(
      child,
      once(child, 'close').then(([code, signal]) => ({
        code,
        signal,
        stdout: started.stdout,
        stderr: started.stderr,
      })),
    );
    child.stdout.setEncoding('utf8').on('data', (text: string) => (started.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (started.stderr += text));
    return started;
  }

  /** The API process once it listens. */
  static async start(
    variables: NodeJS.ProcessEnv,
  ): Promise<ServerProcess & { readonly api: ApiClient; readonly url: string }> {
    const server = ServerProcess.run('src/main.js', variables);
    const line = await server.logged('listening');
    const { url } = JSON.parse(line);
    return Object.assign(server, { api: new ApiClient(url), url: String(url) });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The log lines with this message up to now. */
  lines(message: string): readonly string[] {
    return this.stdout.split('\n').filter((one) => one.includes(`"msg":"${message}"`));
  }

  /** The log line with this message, as soon as it is there. */
  async logged(message: string): Promise<string> {
    const end = Date.now() + START_TIMEOUT_MS;
    for (;;) {
      const [line] = this.lines(message);
      if (line !== undefined) {
        return line;
      }
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > end) {
        throw new Error(`No "${message}" from the process:\n${this.stdout}\n${this.stderr}`);
      }
      await new Promise((later) => setTimeout(later, 20));
    }
  }

  /** Ends the process and tells how it ended. */
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }
}
