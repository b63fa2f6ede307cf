import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port';
import { eventually } from './waiting';

/** PostgreSQL refuses to run as root. */
const USER = 'nobody';
const isRoot = process.getuid?.() === 0;
const START_MS = 60_000;

/** A real PostgreSQL with a real streaming replica, from the programs in TEST_POSTGRES_BIN. */
export class PostgresPair {
  private readonly running = new Map<'primary' | 'replica', ChildProcess>();

  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    private readonly ports: { readonly primary: number; readonly replica: number },
  ) {}

  static async start(bin: string): Promise<PostgresPair> {
    const folder = await mkdtemp(join(tmpdir(), 'sl-pair-'));
    const ports = { primary: await freePort(), replica: await freePort() };
    const pair = new PostgresPair(bin, folder, ports);
    const data = join(folder, 'primary');
    await mkdir(data);
    own(folder);
    const made = spawnSync(
      ...asUser(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync']),
    );
    if (made.status !== 0) {
      throw new Error(`initdb failed: ${String(made.stderr)}`);
    }
    // A copy of a server that never ran is the simplest base backup.
    await cp(data, join(folder, 'replica'), { recursive: true });
    await writeFile(join(folder, 'replica', 'standby.signal'), '');
    own(folder);
    await pair.run('primary');
    await pair.run('replica');
    return pair;
  }

  urlOf(which: 'primary' | 'replica', database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.ports[which]}/${database}`;
  }

  async run(which: 'primary' | 'replica'): Promise<void> {
    const settings = [
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ['fsync', 'off'],
      ['jit', 'off'],
      ['primary_conninfo', `host=127.0.0.1 port=${this.ports.primary} user=postgres`],
      ['wal_retrieve_retry_interval', '200ms'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const args = ['-D', join(this.folder, which), '-p', String(this.ports[which]), ...settings];
    const child = spawn(...asUser(join(this.bin, 'postgres'), args));
    child.stdout.resume();
    child.stderr.resume();
    this.running.set(which, child);
    await eventually(
      () =>
        this.query(which, 'SELECT 1').then(
          () => true,
          () => null,
        ),
      START_MS,
    );
  }

  /** At once, as when the machine is gone. */
  async stop(which: 'primary' | 'replica'): Promise<void> {
    const child = this.running.get(which);
    this.running.delete(which);
    if (child?.exitCode === null) {
      const ended = once(child, 'close');
      child.kill('SIGQUIT');
      await ended;
    }
  }

  async query(which: 'primary' | 'replica', sql: string, database?: string): Promise<void> {
    const client = new Client({ connectionString: this.urlOf(which, database) });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.stop('replica');
    await this.stop('primary');
    await rm(this.folder, { recursive: true, force: true });
  }
}

function own(folder: string): void {
  if (isRoot) {
    spawnSync('chown', ['-R', USER, folder]);
  }
}

function asUser(
  program: string,
  args: readonly string[],
): [string, string[], { stdio: 'pipe'; cwd: string }] {
  const options = { stdio: 'pipe', cwd: '/' } as const;
  return isRoot
    ? ['setpriv', ['--reuid', USER, '--clear-groups', program, ...args], options]
    : [program, [...args], options];
}
