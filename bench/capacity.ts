import { availableParallelism, loadavg } from 'node:os';
import autocannon from 'autocannon';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ApiClient } from '../test/support/api-client';
import { uniqueResumePdf } from '../test/support/documents';
import { DEMO_JOBS } from '../src/cli/demo';
import type { BenchOptions } from './index';
import { cpuSeconds } from './process-usage';
import { BARE_LIST, RankingPlace } from './ranking';
import { type BenchServer, logIn, newAccount, startBareNest } from './server';
import { percentile, round } from './timing';

const RESUMES = 200;
const CONNECTIONS = 8;
const SECONDS = 10;
const UPLOADS = 100;
const UPLOADS_AT_ONCE = 4;
/** An answer under load may come late, and is an answer still. */
const TIMEOUT_SECONDS = 60;
/** So many logins a minute as the settings allow: the account is the same each time. */
const LOGINS = '10000';
/** What a core may be used for while answers still come in time. */
const USABLE_SHARE = 0.7;

const LIST = 'GET /jobs/{id}/candidates';

interface Load {
  readonly title: string;
  readonly request: autocannon.Request;
  /** Ends the load; without it the time does. */
  readonly amount?: number;
}

interface Row {
  readonly what: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
  /** Of the process that answers, on all cores; without a database that runs outside. */
  readonly cpuMs: number | null;
}

/**
 * How many requests a core carries, by autocannon against a real server that holds `--resumes` (200) uploaded
 * ones: each kind by itself, beside a Nest application with nothing in it and beside the SQL of the list alone.
 * Processor time of the process tells the capacity of a core, since the machine's cores do other things too.
 */
export async function benchCapacity(options: BenchOptions): Promise<object> {
  const place = await RankingPlace.make();
  const resumes = options.resumes ?? RESUMES;
  try {
    const account = newAccount();
    const server = await place.serve({ LOGIN_ATTEMPTS_PER_MINUTE: LOGINS });
    let jobId: string;
    const rows: Row[] = [];
    try {
      const token = await logIn(server.url, account);
      const api = new ApiClient(server.url, token);
      jobId = await fill(api, resumes);
      const resumeId: string = (await api.get('/resumes?limit=1')).body.data[0].id;
      const given = { token, jobId, resumeId, account, firstFile: resumes };
      for (const load of await loads(given)) {
        rows.push(await measured(server, load));
        console.log(rows.at(-1));
      }
    } finally {
      await server.stop();
    }
    const nest = await bareNest();
    const sql = await place.withDatabase((_database, source) => bareSql(source, jobId));
    return [...rows, nest, sql].map((row) => withRatios(row, nest, sql));
  } finally {
    await place.remove();
  }
}

async function fill(api: ApiClient, resumes: number): Promise<string> {
  const { key: _key, ...job } = DEMO_JOBS[0]!;
  const jobId: string = (await api.post('/jobs', job)).body.id;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let n = next++; n < resumes; n = next++) {
      const { status } = await api.upload(await uniqueResumePdf(n), { jobId, name: `${n}.pdf` });
      if (status !== 201) {
        throw new Error(`An upload was answered with ${status}.`);
      }
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, work));
  return jobId;
}

async function loads(given: {
  readonly token: string;
  readonly jobId: string;
  readonly resumeId: string;
  readonly account: object;
  readonly firstFile: number;
}): Promise<readonly Load[]> {
  const { jobId } = given;
  const headers = { authorization: `Bearer ${given.token}` };
  const json = { ...headers, 'content-type': 'application/json' };
  const login = JSON.stringify(given.account);
  let searches = 0;
  const search = (): string =>
    JSON.stringify({ query: `backend engineer for project ${(searches += 1)}`, limit: 20 });
  // Autocannon prepares a request more for each connection than it sends.
  const files = await Promise.all(
    Array.from({ length: UPLOADS + 2 * CONNECTIONS }, (_, n) =>
      multipart(given.firstFile + n, jobId),
    ),
  );
  let uploads = 0;
  const upload = (request: autocannon.Request): autocannon.Request => {
    const { type, body } = files[uploads++ % files.length]!;
    return { ...request, body, headers: { ...headers, 'content-type': type } };
  };
  const api = '/api/v1';
  return [
    { title: 'readiness', request: { path: `${api}/health` } },
    {
      title: LIST,
      request: { path: `${api}/jobs/${jobId}/candidates?limit=20`, headers },
    },
    { title: 'GET /resumes', request: { path: `${api}/resumes?limit=20`, headers } },
    { title: 'GET /resumes/{id}', request: { path: `${api}/resumes/${given.resumeId}`, headers } },
    {
      title: 'POST /search/hybrid',
      request: {
        ...{ method: 'POST', path: `${api}/search/hybrid`, headers: json },
        setupRequest: (request) => ({ ...request, body: search() }),
      },
    },
    {
      title: 'POST /auth/login',
      request: { method: 'POST', path: `${api}/auth/login`, headers: json, body: login },
    },
    {
      title: 'POST /resumes/upload',
      request: { method: 'POST', path: `${api}/resumes/upload`, setupRequest: upload },
      amount: UPLOADS,
    },
  ];
}

/** The n-th invented person's file as a form that has been written out. */
async function multipart(n: number, jobId: string): Promise<{ type: string; body: Buffer }> {
  const form = new FormData();
  form.append('file', new File([Uint8Array.from(await uniqueResumePdf(n))], `${n}.pdf`));
  form.append('job_id', jobId);
  const written = new Response(form);
  const type = written.headers.get('content-type') ?? '';
  return { type, body: Buffer.from(await written.arrayBuffer()) };
}

async function measured(server: BenchServer, load: Load): Promise<Row> {
  const shared = {
    url: server.url,
    connections: CONNECTIONS,
    timeout: TIMEOUT_SECONDS,
    requests: [load.request],
  };
  const pid = server.process.pid ?? 0;
  await autocannon({ ...shared, amount: CONNECTIONS });
  const before = await cpuSeconds(pid);
  const result = await autocannon({
    ...shared,
    ...(load.amount === undefined ? { duration: SECONDS } : { amount: load.amount }),
  });
  const after = await cpuSeconds(pid);
  const answers = result['2xx'] + result.non2xx;
  return {
    what: load.title,
    requestsPerSecond: round(answers / result.duration),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
    cpuMs: before === null || after === null ? null : ((after - before) * 1000) / answers,
  };
}

async function bareNest(): Promise<Row> {
  const server = await startBareNest();
  try {
    return await measured(server, { title: 'bare Nest handler', request: { path: '/' } });
  } finally {
    await server.stop();
  }
}

/** The list's page by plain connections, as many as autocannon has; the embedded database has one. */
async function bareSql(source: DataSource, jobId: string): Promise<Row> {
  // TypeORM's driver for PostgreSQL keeps its connections in a pool of `pg`.
  const { master: pool } = source.driver as unknown as { readonly master: Pool };
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await pool.query(BARE_LIST, [jobId]);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return {
    what: 'bare SQL of the list',
    requestsPerSecond: round(times.length / SECONDS),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    failed: 0,
    cpuMs: null,
  };
}

function withRatios(row: Row, nest: Row, sql: Row): object {
  const times = (bare: Row): number => round(bare.requestsPerSecond / row.requestsPerSecond);
  return {
    ...row,
    cpuMs: row.cpuMs === null ? null : Math.round(row.cpuMs * 100) / 100,
    coreAt70Percent: row.cpuMs === null ? null : round((USABLE_SHARE * 1000) / row.cpuMs),
    timesBareNest: times(nest),
    timesBareSql: row.what === LIST ? times(sql) : null,
    load: `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()}`,
  };
}
