import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { uniqueResumePdf } from '../support/documents';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createServerDatabase, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { finishedTask } from '../support/waiting';

// Processes that start on a busy machine take their time.
jest.setTimeout(180_000);

const REQUEST_ID = 'trail-of-one-upload';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';

interface Sent {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
}

/** A collector that takes OTLP over HTTP and keeps what it is told. */
class Collector {
  readonly spans: Sent[] = [];
  readonly bodies: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Collector> {
    const server = createServer();
    const collector = new Collector(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        collector.take(body);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }

  private take(body: string): void {
    this.bodies.push(body);
    for (const { resource, scopeSpans } of JSON.parse(body).resourceSpans) {
      const named = resource.attributes.find((one: { key: string }) => one.key === 'service.name');
      for (const { spans } of scopeSpans) {
        for (const { name, traceId } of spans) {
          this.spans.push({ service: named.value.stringValue, name, traceId });
        }
      }
    }
  }
}

let dataDir: string;
let server: ServerDatabase | null;
let collector: Collector;
const running = new Set<ServerProcess>();

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
  if (server === null) {
    await copyEmptyDatabase(dataDir);
  }
  collector = await Collector.start();
});

afterEach(async () => {
  await Promise.all([...running].map((one) => one.kill('SIGKILL')));
  running.clear();
  collector.stop();
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('an upload that a worker reads later', () => {
  it('is one trail through the logs and one trace through all processes', async () => {
    const variables = {
      DATA_DIR: dataDir,
      ...server?.variables,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    };
    const api = await ServerProcess.start(variables);
    running.add(api);
    // In embedded mode the server does the background work itself.
    const worker = server === null ? api : ServerProcess.run('src/worker.js', variables);
    running.add(worker);
    if (worker !== api) {
      await worker.logged('working');
    }
    const account = { email: 'owner@example.com', password: TEST_PASSWORD };
    const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
    expectStatus(await api.api.post('/auth/register', { ...account, ...person }), 201);
    const token = expectStatus(await api.api.post('/auth/login', account), 200).body.access_token;

    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await uniqueResumePdf(1))]), 'resume.pdf');
    const answer = await fetch(`${api.url}/api/v1/resumes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-request-id': REQUEST_ID,
        traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01`,
      },
      body: form,
    });
    expect(answer.status).toBe(202);
    const { task_id: taskId } = (await answer.json()) as { task_id: string };
    await finishedTask(api.api.as(token), taskId);
    await worker.logged('task run ended');

    const ended = worker.lines('task run ended').map((line) => JSON.parse(line));
    expect(ended).toContainEqual(
      expect.objectContaining({
        requestId: REQUEST_ID,
        taskId,
        task: 'intake.process-item',
        outcome: 'completed',
      }),
    );
    const [requested] = api
      .lines('request completed')
      .map((line) => JSON.parse(line))
      .filter((line) => line.requestId === REQUEST_ID);
    expect(requested).toMatchObject({ req: { path: '/api/v1/resumes' }, res: { status: 202 } });

    // What is not sent yet is sent before the process ends.
    const endings = [...running].map((one) => one.kill('SIGTERM'));
    for (const { code } of await Promise.all(endings)) {
      expect(code).toBe(0);
    }
    const trail = collector.spans.filter(({ traceId }) => traceId === TRACE_ID);
    const workerName = server === null ? 'shortlist-api' : 'shortlist-worker';
    expect(trail).toContainEqual(
      expect.objectContaining({ service: 'shortlist-api', name: 'POST /api/v1/resumes' }),
    );
    for (const name of [
      'task intake.process-item',
      'parse resume',
      'embed text',
      'database insert',
    ]) {
      expect(trail).toContainEqual(expect.objectContaining({ service: workerName, name }));
    }
    expect(collector.bodies.join('')).not.toContain('owner@example.com');
  });
});

describe('a collector that is away', () => {
  it('costs no request and does not keep the server from ending', async () => {
    const api = await ServerProcess.start({
      DATA_DIR: dataDir,
      ...server?.variables,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    });
    running.add(api);
    expect((await fetch(`${api.url}/health`)).status).toBe(200);
    expect((await api.kill('SIGTERM')).code).toBe(0);
  });
});
