import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { ReadinessService } from '../../src/platform/health';
import { Metrics } from '../../src/platform/metrics';
import { WorkerEndpoint } from '../../src/worker-endpoint';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { encryptedPdf, textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { SocketClient } from '../support/socket-client';
import { eventually, finishedTask } from '../support/waiting';

const TOKEN = 'a token for Prometheus';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const read = async (): Promise<string> => (await fetch(`${app.url}/metrics`)).text();

/** The value of the series with this name and these labels, in any order. */
async function valueOf(
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number> {
  return valueIn(await read(), name, labels);
}

function valueIn(text: string, name: string, labels: Readonly<Record<string, string>>): number {
  const line = text.split('\n').find((one) => {
    const [series = ''] = one.split(' ');
    const isNamed = series === name || series.startsWith(`${name}{`);
    return (
      isNamed &&
      Object.entries(labels).every(([key, value]) => series.includes(`${key}="${value}"`))
    );
  });
  return line === undefined ? 0 : Number(line.slice(line.lastIndexOf(' ') + 1));
}

describe('GET /metrics', () => {
  it('answers in the text format of Prometheus', async () => {
    const answer = await fetch(`${app.url}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !/^(#|[a-z_\d]+(\{.*\})? [-+\d.eInf]+$)/.test(line))).toEqual([]);
  });

  it('counts requests by the template of their route and the class of their status', async () => {
    const labels = { method: 'GET', route: '/api/v1/jobs/:job_id', status: '4xx' };
    const before = await valueOf('http_requests_total', labels);
    await us.api.get(`/jobs/${randomUUID()}`);
    await us.api.get(`/jobs/${randomUUID()}`);
    expect(await valueOf('http_requests_total', labels)).toBe(before + 2);
    const { status: _status, ...timed } = labels;
    expect(await valueOf('http_request_duration_seconds_count', timed)).toBe(before + 2);
  });

  it('makes one series of all paths that nobody serves', async () => {
    const labels = { method: 'GET', route: 'none', status: '4xx' };
    const before = await valueOf('http_requests_total', labels);
    await fetch(`${app.url}/wp-login.php`);
    await fetch(`${app.url}/${randomUUID()}`);
    expect(await valueOf('http_requests_total', labels)).toBe(before + 2);
  });

  it('counts the request that reads it as in progress', async () => {
    expect(await valueOf('http_requests_in_progress', { method: 'GET' })).toBe(1);
  });

  it('tells what came of files, by their kind', async () => {
    const jobId = await createJob(us.api);
    const kinds = {
      txt: { kind: 'txt', outcome: 'parsed' },
      pdf: { kind: 'pdf', outcome: 'encrypted' },
    };
    const name = 'shortlist_resumes_parsed_total';
    const read = await valueOf(name, kinds.txt);
    const refused = await valueOf(name, kinds.pdf);
    expectStatus(await us.api.upload(textResume(), { jobId, name: 'resume.txt' }), 201);
    expectStatus(await us.api.upload(await encryptedPdf(), { jobId }), 422);
    expect(await valueOf(name, kinds.txt)).toBe(read + 1);
    expect(await valueOf(name, kinds.pdf)).toBe(refused + 1);
    expect(await valueOf('shortlist_embedding_texts_total', { source: 'model' })).toBeGreaterThan(
      0,
    );
    expect(await valueOf('shortlist_embedding_duration_seconds_count')).toBeGreaterThan(0);
  });

  it('tells how long queries take and how many connections there are', async () => {
    const name = 'shortlist_database_query_duration_seconds_count';
    expect(await valueOf(name, { operation: 'select' })).toBeGreaterThan(0);
    expect(await valueOf(name, { operation: 'insert' })).toBeGreaterThan(0);
    const pool = 'shortlist_database_pool_connections';
    // Of one moment: a connection that changes its state between two readings would be two.
    const text = await read();
    const total = valueIn(text, pool, { state: 'busy' }) + valueIn(text, pool, { state: 'idle' });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(await valueOf('shortlist_database_pool_max_connections'));
  });

  it('counts the runs of tasks and what waits in the queues', async () => {
    const labels = { task: 'matching.rank-pool', queue: 'documents', outcome: 'completed' };
    const before = await valueOf('shortlist_task_runs_total', labels);
    const jobId = await createJob(us.api);
    const { body } = expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202);
    await finishedTask(us.api, body.task_id);
    // It is counted right after its row says so.
    await eventually(async () =>
      (await valueOf('shortlist_task_runs_total', labels)) === before + 1 ? true : null,
    );
    expect(await read()).toContain('shortlist_queue_tasks{queue="documents",state="queued"} ');
    expect(await valueOf('shortlist_worker_slots', { queue: 'analysis' })).toBe(6);
  });

  it('counts WebSockets while they are open', async () => {
    const client = SocketClient.connect(app.url, '/ws/tasks', us.accessToken);
    await eventually(() => (client.socket.readyState === client.socket.OPEN ? true : null));
    await eventually(async () =>
      (await valueOf('shortlist_websocket_connections')) === 1 ? true : null,
    );
    client.socket.close();
  });

  it('tells of the process, its event loop, its breakers and its cache', async () => {
    const text = await read();
    for (const name of [
      'process_resident_memory_bytes ',
      'nodejs_eventloop_lag_p99_seconds ',
      'shortlist_breaker_state{breaker="storage",state="closed"} 1',
      '# TYPE shortlist_cache_lookups_total counter',
      '# TYPE shortlist_language_model_duration_seconds histogram',
    ]) {
      expect(text).toContain(name);
    }
  });

  it('holds nothing of anybody: no id, no address', async () => {
    const text = await read();
    expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/);
    expect(text).not.toContain('@');
    expect(text).not.toContain(us.companyId);
  });
});

describe('METRICS_TOKEN', () => {
  it('lets in whoever sends it', async () => {
    const guarded = await startTestApp({ variables: { METRICS_TOKEN: TOKEN } });
    try {
      const statusWith = async (authorization?: string): Promise<number> =>
        (
          await fetch(`${guarded.url}/metrics`, {
            headers: authorization === undefined ? {} : { authorization },
          })
        ).status;
      await expect(statusWith()).resolves.toBe(401);
      await expect(statusWith('Bearer another')).resolves.toBe(401);
      await expect(statusWith(`Bearer ${TOKEN}`)).resolves.toBe(200);
      const { body } = await guarded.anonymous.get('//metrics');
      expect(body.code).toBe('metrics_token_required');
    } finally {
      await guarded.stop();
    }
  });
});

describe('a worker’s METRICS_PORT', () => {
  const freePort = (): Promise<number> =>
    new Promise((found) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => {
          found(port);
        });
      });
    });

  it('answers health and numbers, and nothing else', async () => {
    const port = await freePort();
    const env = { ...app.env, METRICS_PORT: port, HOST: '127.0.0.1', METRICS_TOKEN: TOKEN };
    const readiness = app.app.get(ReadinessService, { strict: false });
    const endpoint = new WorkerEndpoint(env, app.app.get(Metrics), readiness);
    await endpoint.listen();
    const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers });
    try {
      const live = await get('/health');
      await expect(live.json()).resolves.toEqual({ status: 'ok' });
      const ready = await get('/api/v1/health');
      expect(ready.status).toBe(200);
      await expect(ready.json()).resolves.toMatchObject({
        status: 'ok',
        parts: { database: { status: 'up' } },
      });
      expect((await get('/metrics')).status).toBe(401);
      const numbers = await get('/metrics', { authorization: `Bearer ${TOKEN}` });
      expect(await numbers.text()).toContain('shortlist_worker_tasks_running');
      expect((await get('/api/v1/jobs')).status).toBe(404);
    } finally {
      endpoint.beforeApplicationShutdown();
    }
    await expect(get('/health')).rejects.toThrow();
  });
});
