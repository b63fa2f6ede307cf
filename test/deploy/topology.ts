import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { answer, LlmServer } from '../support/llm-server';
import { createServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { eventually } from '../support/waiting';

const run = promisify(execFile);
const START_MS = 120_000;
/** Of a stand-in for Grafana, which Debian lacks: it knows one session. */
export const GRAFANA_SESSION = 'grafana_session=known';

export interface Places {
  /** Root of the unpacked Debian packages. */
  readonly programs: string;
  /** Everything that is written. */
  readonly folder: string;
}

export interface Topology {
  readonly entry: string;
  readonly prometheus: string;
  readonly apis: readonly ServerProcess[];
  readonly workers: readonly ServerProcess[];
  readonly startWorker: (index: number) => Promise<void>;
  /** What the checks of the configuration said. */
  readonly configuration: readonly { readonly what: string; readonly said: string }[];
  readonly accessLog: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export async function startTopology(places: Places): Promise<Topology> {
  const database = await createServerDatabase();
  if (database === null) {
    throw new Error('TEST_DATABASE_URL and TEST_REDIS_URL name no servers.');
  }
  const children: ChildProcess[] = [];
  const llm = await LlmServer.start();
  // No analysis: the template words it, and the time of the model is counted all the same.
  llm.otherwise = answer('Yes.');
  const dataDir = join(places.folder, 'data');
  await mkdir(dataDir);
  const variables = {
    ...database.variables,
    DATA_DIR: dataDir,
    TRUST_PROXY: '1',
    DATABASE_POOL_SIZE: '5',
    LLM_PROVIDER: 'custom',
    LLM_BASE_URL: llm.url,
    LLM_MODEL: 'stand-in',
  };
  const apis = await Promise.all([1, 2].map(() => ServerProcess.start(variables)));
  const workerPorts = [await freePort(), await freePort()];
  const workers: ServerProcess[] = [];
  const startWorker = async (index: number): Promise<void> => {
    const METRICS_PORT = String(workerPorts[index]);
    const worker = ServerProcess.run('src/worker.js', { ...variables, METRICS_PORT });
    workers[index] = worker;
    await worker.logged('working');
  };
  await Promise.all([startWorker(0), startWorker(1)]);
  const grafana = await startGrafanaStandIn();
  const ports = {
    entry: await freePort(),
    prometheus: await freePort(),
    postgres: await freePort(),
    redis: await freePort(),
    node: await freePort(),
    grafana: (grafana.address() as AddressInfo).port,
  };
  const targets: Record<string, readonly string[]> = {
    'shortlist-api': apis.map(({ url }) => new URL(url).host.replace('localhost', '127.0.0.1')),
    'shortlist-worker': workerPorts.map((port) => `127.0.0.1:${port}`),
    postgres: [`127.0.0.1:${ports.postgres}`],
    redis: [`127.0.0.1:${ports.redis}`],
    node: [`127.0.0.1:${ports.node}`],
    prometheus: [`127.0.0.1:${ports.prometheus}`],
  };
  const bin = (name: string): string => join(places.programs, 'usr/bin', name);
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
    children.push(child);
  };
  start(bin('prometheus-postgres-exporter'), [`--web.listen-address=127.0.0.1:${ports.postgres}`], {
    DATA_SOURCE_NAME: `${String(database.variables['DATABASE_URL'])}?sslmode=disable`,
  });
  start(bin('prometheus-redis-exporter'), [
    `-web.listen-address=127.0.0.1:${ports.redis}`,
    `-redis.addr=${String(database.variables['REDIS_URL'])}`,
  ]);
  start(bin('prometheus-node-exporter'), [`--web.listen-address=127.0.0.1:${ports.node}`]);

  const configuration = [
    ...(await startPrometheus(places, targets, ports.prometheus, start)),
    ...(await startNginx(places, targets['shortlist-api'] ?? [], ports, start)),
  ];
  const entry = `http://127.0.0.1:${ports.entry}`;
  const prometheus = `http://127.0.0.1:${ports.prometheus}/prometheus`;
  for (const url of [`${entry}/health`, `${prometheus}/-/ready`]) {
    await eventually(
      () =>
        fetch(url).then(
          (found) => (found.ok ? true : null),
          () => null,
        ),
      START_MS,
    );
  }
  return {
    entry,
    prometheus,
    apis,
    workers,
    startWorker,
    configuration,
    accessLog: () => readFile(join(places.folder, 'nginx/access.log'), 'utf8'),
    stop: async () => {
      await Promise.all([...apis, ...workers].map((one) => one.kill('SIGTERM')));
      await Promise.all(children.map((child) => end(child)));
      grafana.close();
      await llm.stop();
      await database.drop();
    },
  };
}

type Start = (program: string, args: readonly string[]) => void;

/** The very rules and jobs of deploy/prometheus, with the addresses of this machine, scraped more often. */
async function startPrometheus(
  places: Places,
  targets: Readonly<Record<string, readonly string[]>>,
  port: number,
  start: Start,
): Promise<Topology['configuration']> {
  const folder = join(places.folder, 'prometheus');
  await cp('deploy/prometheus', folder, { recursive: true });
  const file = join(folder, 'prometheus.yml');
  const config = parse(await readFile(file, 'utf8'));
  config.global = { scrape_interval: '2s', evaluation_interval: '2s' };
  for (const job of config.scrape_configs) {
    delete job.dns_sd_configs;
    job.static_configs = [{ targets: targets[job.job_name] }];
  }
  await writeFile(file, stringify(config));
  const promtool = join(places.programs, 'usr/bin/promtool');
  const checks = [
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
  ];
  const said: { what: string; said: string }[] = [];
  for (const args of checks) {
    const { stdout } = await run(promtool, args, { cwd: folder });
    said.push({ what: `promtool ${args.join(' ')}`, said: lastLine(stdout) });
  }
  start(join(places.programs, 'usr/bin/prometheus'), [
    `--config.file=${file}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--web.external-url=http://127.0.0.1:${port}/prometheus/`,
  ]);
  return said;
}

/** The very files of deploy/nginx, but where it listens and whom it asks. */
async function startNginx(
  places: Places,
  apis: readonly string[],
  ports: { readonly entry: number; readonly grafana: number; readonly prometheus: number },
  start: Start,
): Promise<Topology['configuration']> {
  const folder = join(places.folder, 'nginx');
  await cp('deploy/nginx', folder, { recursive: true });
  await cp(join(places.programs, 'etc/nginx/mime.types'), join(folder, 'mime.types'));
  await writeFile(join(folder, 'listen.conf'), `listen 127.0.0.1:${ports.entry};\n`);
  await writeFile(
    join(folder, 'upstreams.conf'),
    [
      `upstream shortlist { zone shortlist 128k; least_conn; keepalive 32;`,
      ...apis.map((address) => `server ${address} max_fails=2 fail_timeout=5s;`),
      '}',
      `map '' $grafana { default 127.0.0.1:${ports.grafana}; }`,
      `map '' $prometheus { default 127.0.0.1:${ports.prometheus}; }`,
    ].join('\n'),
  );
  const main = join(folder, 'nginx.conf');
  const text = (await readFile(main, 'utf8'))
    .replaceAll('/tmp/nginx', join(folder, 'run'))
    .replace('/dev/stdout', join(folder, 'access.log'))
    .replace('error_log stderr', `error_log ${join(folder, 'error.log')}`);
  await writeFile(main, `${text}\ndaemon off;\n`);
  const nginx = join(places.programs, 'usr/sbin/nginx');
  const options = ['-c', main, '-p', folder];
  const { stderr } = await run(nginx, [...options, '-t', '-e', join(folder, 'error.log')]);
  start(nginx, [...options, '-e', join(folder, 'error.log')]);
  return [{ what: 'nginx -t', said: lastLine(stderr) }];
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

/** Answers what nginx asks Grafana: whose session this is. */
async function startGrafanaStandIn(): Promise<Server> {
  const server = createServer((request, response) => {
    const isKnown = request.headers.cookie === GRAFANA_SESSION;
    response.writeHead(isKnown ? 200 : 401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}
