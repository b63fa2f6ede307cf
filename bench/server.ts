import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../test/support/api-client';

const START_TIMEOUT_MS = 60_000;

/** A real server process, as `npm start` runs it. */
export interface BenchServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Ready when it resolves. */
export function startServer(variables: NodeJS.ProcessEnv): Promise<BenchServer> {
  return startListening('main.js', '/api/v1/health', variables);
}

/** The application of bare-nest.ts. */
export function startBareNest(): Promise<BenchServer> {
  return startListening('../bench/bare-nest.js', '/', {});
}

async function startListening(
  script: string,
  readyPath: string,
  variables: NodeJS.ProcessEnv,
): Promise<BenchServer> {
  const port = await freePort();
  const child = startProcess(script, { ...variables, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += 50) {
    if (child.exitCode !== null) {
      throw new Error('The server ended while starting.');
    }
    const isReady = await fetch(`${url}${readyPath}`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) {
      return { url, process: child, stop: () => stopProcess(child) };
    }
    await sleep(50);
  }
  throw new Error('The server was not ready within a minute.');
}

/** `main.js` or `worker.js` of the compiled server. */
export function startProcess(script: string, variables: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [join(__dirname, '../src', script)], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await new Promise((ended) => child.once('exit', ended));
  }
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** A token of the owner of a new company. */
export async function logIn(url: string, account: Account = newAccount()): Promise<string> {
  const anonymous = new ApiClient(url);
  await anonymous.post('/auth/register', {
    ...account,
    full_name: 'Bench',
    role: 'recruiter',
    company_name: `Bench ${randomUUID()}`,
  });
  const login = await anonymous.post('/auth/login', account);
  return login.body.access_token;
}

export function newAccount(): Account {
  return { email: `bench-${randomUUID()}@example.com`, password: 'a password for benches' };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        found(port);
      });
    });
  });
}
