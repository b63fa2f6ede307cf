import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { docxOf, encryptedPdf, textResume, uniqueResumePdf } from '../support/documents';
import { createJob } from '../support/jobs';
import { SocketClient } from '../support/socket-client';
import { eventually, finishedTask } from '../support/waiting';
import { GRAFANA_SESSION, type Topology } from './topology';

const DASHBOARDS = ['overview', 'inside'] as const;
const MEGABYTE = 1024 * 1024;
const DASHBOARDS_MS = 90_000;

/** Says what it found; throws when it is not as it should be. */
type Check = (topology: Topology) => Promise<string>;

function assert(isTrue: boolean, otherwise: string): void {
  if (!isTrue) {
    throw new Error(otherwise);
  }
}

let client: ApiClient;
let token: string;
let jobId: string;

const logIn: Check = async ({ entry }) => {
  const anonymous = new ApiClient(entry);
  const account = { email: 'owner@example.com', password: TEST_PASSWORD };
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await anonymous.post('/auth/register', { ...account, ...person }), 201);
  token = expectStatus(await anonymous.post('/auth/login', account), 200).body.access_token;
  client = anonymous.as(token);
  jobId = await createJob(client);
  return 'registered, logged in, made a job';
};

async function someWork(n: number): Promise<void> {
  expectStatus(await client.upload(await uniqueResumePdf(n), { jobId }), 201);
  expectStatus(await client.upload(await encryptedPdf()), 422);
  const { body } = expectStatus(await client.post(`/jobs/${jobId}/match`), 202);
  await finishedTask(client, body.task_id);
  expectStatus(await client.post('/search/hybrid', { query: `nurse ${n}`, limit: 5 }), 200);
  expectStatus(await client.get(`/jobs/${jobId}/candidates`), 200);
  const texts = { job_description: 'A cook with experience.', resume_text: String(textResume()) };
  expectStatus(await client.post('/ai/analyze', texts), 200);
}

const work: Check = async () => {
  for (let n = 0; n < 5; n += 1) {
    await someWork(n);
  }
  return 'resumes read and ranked, some refused, searches, analyses';
};

const socket: Check = async ({ entry }) => {
  const { body } = expectStatus(await client.post(`/jobs/${jobId}/match`), 202);
  const live = SocketClient.connect(entry, `/ws/tasks/${body.task_id}`, token);
  await live.message(({ type }) => type === 'connection');
  const { status } = await live.message(({ status }) => status === 'completed');
  live.socket.close();
  const anonymous = SocketClient.connect(entry, `/ws/tasks/${body.task_id}`);
  const { code } = await anonymous.closed;
  assert(code === 4401, `without a token it closes with ${code}`);
  return `task ${status}; without a token closed with ${code}`;
};

/** A sound resume with a picture in it that makes the file so large. */
function largeDocx(bytes: number): Buffer {
  const body =
    '<w:p><w:r><w:t>Robin Example</w:t></w:r></w:p><w:p><w:r><w:t>Head cook</w:t></w:r></w:p>';
  const picture = randomBytes(bytes).toString('base64');
  return docxOf(body, { 'word/media/picture.txt': picture });
}

const uploads: Check = async () => {
  const file = largeDocx(9 * MEGABYTE);
  const nine = await client.upload(file, { name: 'resume.docx' });
  assert(nine.status === 201, `${file.length} bytes were answered ${JSON.stringify(nine.body)}`);
  const stored = await client.get(`/resumes/${nine.body.resume.id}/file`);
  assert(stored.bytes.equals(file), 'another file was stored');
  const thirteen = await client.upload(largeDocx(13 * MEGABYTE), { name: 'resume.docx' });
  assert(thirteen.status === 413, `13 MB were answered ${thirteen.status}`);
  assert(thirteen.body.code === 'payload_too_large', 'not told as a problem');
  const megabytes = (file.length / MEGABYTE).toFixed(1);
  return `${megabytes} MB: ${nine.status}, stored as sent; 13 MB: ${thirteen.status} ${thirteen.body.code}`;
};

const headers: Check = async ({ entry, accessLog }) => {
  const id = 'an-id-of-the-caller';
  const answer = await client.send('GET', '/jobs', undefined, {
    'x-request-id': id,
    'accept-encoding': 'gzip',
  });
  assert(answer.headers.get('x-request-id') === id, 'the caller’s id is lost');
  for (const [name, value] of Object.entries({
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })) {
    assert(answer.headers.get(name) === value, `${name}: ${String(answer.headers.get(name))}`);
  }
  const document = await fetch(`${entry}/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
  assert(document.headers.get('content-encoding') === 'gzip', 'not compressed');
  const script = await fetch(`${entry}/redoc/redoc.standalone.js`);
  const kept = script.headers.get('cache-control');
  assert(kept === 'public, max-age=3600', `scripts are kept ${String(kept)}`);
  const health = await fetch(`${entry}/health`);
  assert((await health.text()) === 'healthy\n', 'nginx says another health');
  assert((await fetch(`${entry}/api/v1/health`)).status === 200, 'not ready');
  await fetch(`${entry}/somewhere/slc_aSecretOfSomebody/feed?token=${token}`);
  const lines = (await accessLog())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert(
    lines.some(({ requestId }) => requestId === id),
    'the id is not in the log',
  );
  assert(!lines.some(({ path }) => String(path).endsWith('/health')), 'health is logged');
  assert(!(await accessLog()).includes(token), 'a token is in the log');
  assert(!(await accessLog()).includes('aSecretOfSomebody'), 'a secret of a path is in the log');
  assert((await accessLog()).includes('/somewhere/slc_...'), 'a path is not in the log');
  return `ids, security headers, gzip, caching, health; ${lines.length} lines of JSON in the log`;
};

const rateLimit: Check = async () => {
  const bad = Array.from({ length: 60 }, () => client.post('/ai/analyze', {}));
  const answers = await Promise.all(bad);
  const limited = answers.filter(({ status }) => status === 429);
  assert(limited.length >= 20 && limited.length < 60, `${limited.length} of 60 limited`);
  const [first] = limited;
  assert(first?.body.code === 'too_many_requests', 'not told as a problem');
  assert(first?.headers.get('retry-after') === '2', 'not told when to come back');
  const others = await Promise.all(Array.from({ length: 60 }, () => client.get('/jobs')));
  assert(
    others.every(({ status }) => status === 200),
    'other routes are limited too',
  );
  return `${limited.length} of 60 requests to the language model at once refused, none of 60 others`;
};

const closedDoors: Check = async ({ entry }) => {
  const statusOf = async (path: string, cookie = ''): Promise<number> =>
    (await fetch(`${entry}${path}`, { headers: { cookie }, redirect: 'manual' })).status;
  const outside = [await statusOf('/metrics'), await statusOf('/prometheus/-/healthy')];
  const inside = [
    await statusOf('/metrics', GRAFANA_SESSION),
    await statusOf('/prometheus/-/healthy', GRAFANA_SESSION),
  ];
  assert(
    `${outside.join()} ${inside.join()}` === '401,302 200,200',
    `${outside.join()} ${inside.join()}`,
  );
  return 'metrics and Prometheus only for whoever is logged in at Grafana';
};

const failover: Check = async ({ apis }) => {
  const [first] = apis;
  let failed = 0;
  let done = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const { status } = await client.get('/jobs');
      done += 1;
      failed += status === 200 ? 0 : 1;
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  await sleep(500);
  await first?.kill('SIGKILL');
  await sleep(2_000);
  isOver = true;
  await asking;
  assert(failed === 0, `${failed} of ${done} reads failed`);
  return `one of two APIs killed: 0 of ${done} reads failed`;
};

const targetsUp: Check = async ({ prometheus }) => {
  const { scrape_configs: wanted }: { scrape_configs: { job_name: string }[] } = parse(
    await readFile('deploy/prometheus/prometheus.yml', 'utf8'),
  );
  const targets = await eventually(async () => {
    const { data } = await json(`${prometheus}/api/v1/targets`);
    const active: { labels: { job: string }; health: string; lastError: string }[] =
      data.activeTargets;
    // In its first second Prometheus has none, and none of them is down.
    const isThere = (job: string): boolean => active.some(({ labels }) => labels.job === job);
    return wanted.every(({ job_name: job }) => isThere(job)) &&
      active.every(({ health }) => health === 'up')
      ? active
      : null;
  }, 60_000);
  const jobs = targets.map(({ labels }) => labels.job).sort();
  return `${targets.length} of ${targets.length}: ${jobs.join(', ')}`;
};

const json = async (url: string): Promise<ReturnType<typeof JSON.parse>> =>
  (await fetch(url)).json();

interface Panel {
  readonly title: string;
  readonly targets: readonly {
    readonly expr: string;
    readonly datasource: { readonly type: string };
  }[];
}

/** The first query of the dashboards without data; null when all have some. */
async function emptyQuery(prometheus: string): Promise<string | null> {
  for (const { name, title, expr } of await dashboardQueries()) {
    const { data } = await json(`${prometheus}/api/v1/query?query=${encodeURIComponent(expr)}`);
    const values: readonly { value: [number, string] }[] = data?.result ?? [];
    if (!values.some(({ value }) => !Number.isNaN(Number(value[1])))) {
      return `${name}, ${title}: ${expr}`;
    }
  }
  return null;
}

async function dashboardQueries(): Promise<
  readonly { name: string; title: string; expr: string }[]
> {
  const found = await Promise.all(
    DASHBOARDS.map(async (name) => {
      const text = await readFile(`deploy/grafana/dashboards/${name}.json`, 'utf8');
      const panels: readonly Panel[] = JSON.parse(text).panels;
      return panels.flatMap(({ title, targets }) =>
        targets
          .filter(({ datasource }) => datasource.type === 'prometheus')
          .map(({ expr }) => ({ name, title, expr })),
      );
    }),
  );
  return found.flat();
}

const dashboards: Check = async ({ prometheus }) => {
  const end = Date.now() + DASHBOARDS_MS;
  // A rate needs a rise between two looks, so there must be work all the while.
  let empty = await emptyQuery(prometheus);
  for (let n = 100; empty !== null && Date.now() < end; n += 1) {
    await someWork(n);
    await sleep(1_000);
    empty = await emptyQuery(prometheus);
  }
  assert(empty === null, `no data for ${String(empty)}`);
  return `${(await dashboardQueries()).length} queries, all with data`;
};

const alerts: Check = async ({ prometheus, workers, startWorker }) => {
  const firing = async (): Promise<readonly string[]> => {
    const { data } = await json(`${prometheus}/api/v1/alerts`);
    const found: readonly { labels: { alertname: string }; state: string }[] = data.alerts;
    return found.map(({ labels, state }) => `${labels.alertname} ${state}`);
  };
  const { data } = await json(`${prometheus}/api/v1/rules`);
  const rules: readonly { health: string }[] = data.groups[0].rules;
  assert(
    rules.every(({ health }) => health === 'ok'),
    'a rule cannot be evaluated',
  );
  await Promise.all(workers.map((worker) => worker.kill('SIGTERM')));
  await eventually(
    async () => ((await firing()).includes('ShortlistWorkerGone pending') ? true : null),
    30_000,
  );
  await startWorker(0);
  await startWorker(1);
  await eventually(
    async () =>
      (await firing()).some((one) => one.startsWith('ShortlistWorkerGone')) ? null : true,
    30_000,
  );
  return `${rules.length} rules evaluated; workers stopped and missed, started and not missed any more`;
};

/** In the order in which they can be made. */
export const CHECKS: readonly (readonly [string, Check])[] = [
  ['requests through nginx', logIn],
  ['work', work],
  ['WebSocket through nginx', socket],
  ['uploads through nginx', uploads],
  ['headers and logs', headers],
  ['what is not for everybody', closedDoors],
  ['targets of Prometheus', targetsUp],
  ['queries of the dashboards', dashboards],
  ['rate limit', rateLimit],
  ['alerts', alerts],
  ['an API that dies', failover],
];
