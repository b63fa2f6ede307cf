import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { type Env, parseEnv } from '../src/config';
import {
  Database,
  dataSourceOptions,
  EmbeddedPostgres,
  vectorLiteral,
} from '../src/platform/database';
import { ApiClient } from '../test/support/api-client';
import { executeOnce } from '../test/support/execute-once';
import { ClusteredVectors } from './clustered-vectors';
import type { BenchOptions } from './index';
import { type BenchServer, logIn, startProcess, startServer, stopProcess } from './server';
import { percentile, round } from './timing';

const RESULTS = 10_000;
const POOL = { embedded: RESULTS, server: 100_000 } as const;
const BATCH = 1_000;
const REQUESTS = 100;
const WARM_UP = 10;
const MATCHES = 5;

/** Each by itself: the lists that people ask for. */
const LISTS: Readonly<Record<string, string>> = {
  'by match score': '',
  'by match score, 100 rows': 'limit=100',
  'by similarity': 'sort=similarity_score',
  'by skills': 'sort=skill_match_score',
  'by name': 'sort=name',
  'by years': 'sort=years_of_experience',
  newest: 'sort=created_at',
  'one status': 'status=pending,reviewing',
  'least score': 'min_score=0.5',
  'must-haves': 'must_have=true',
  'years and place': 'min_years=5&location=leeds',
  'a skill': 'skills=golang',
  'any of three skills': 'skills=golang,python,react&skills_mode=any',
  'a name': 'name=oka',
  'everything at once':
    'min_years=5&location=leeds&skills=golang&must_have=true&min_score=0.2&name=oka&sort=name',
};

/** What the page of 20 by match score costs without anything around it. */
export const BARE_LIST = `SELECT m.*, c.full_name FROM match_results m JOIN resumes r ON r.id = m.resume_id
  JOIN candidates c ON c.id = r.candidate_id
  WHERE m.job_id = $1 ORDER BY m.match_score DESC, m.resume_id LIMIT 20`;

const JOB = {
  title: 'Backend Engineer',
  description: 'You build the services behind our appointment system.',
  requirements: 'Must have Go and PostgreSQL.',
  skills_required: ['Go', 'PostgreSQL', 'Docker', 'Kubernetes', 'Python', 'React'],
};

/**
 * The pages of a job with 10,000 results and the match of a job with the whole pool, over HTTP on a real
 * server, on invented people with clustered vectors: 100,000 in server mode and 10,000 embedded, or `--resumes`.
 */
export async function benchRanking(options: BenchOptions): Promise<object> {
  const place = await RankingPlace.make();
  const usual = place.isEmbedded ? POOL.embedded : POOL.server;
  try {
    return await new RankingBench(place, Math.max(RESULTS, options.resumes ?? usual)).run();
  } finally {
    await place.remove();
  }
}

class RankingBench {
  constructor(
    private readonly place: RankingPlace,
    private readonly pool: number,
  ) {}

  async run(): Promise<object> {
    const { place } = this;
    const first = await place.serve();
    const token = await logIn(first.url);
    const api = new ApiClient(first.url, token);
    const jobId: string = (await api.post('/jobs', JOB)).body.id;
    const otherId: string = (await api.post('/jobs', JOB)).body.id;
    await first.stop();
    await place.withDatabase((database) => fill(database, jobId, this.pool));
    await place.working({ POOL_MATCHES_KEPT: String(RESULTS) }, (url) =>
      match(new ApiClient(url, token), jobId),
    );
    const bareMs = await place.withDatabase(async (database) => {
      // As autovacuum would within a minute.
      await database.query('VACUUM ANALYZE match_results');
      return bare(database, jobId);
    });
    const uncached = await place.working({ CACHE_SECONDS: '0' }, (url) =>
      lists(new ApiClient(url, token), jobId),
    );
    const cached = await place.working({ CACHE_SECONDS: '300' }, (url) =>
      lists(new ApiClient(url, token), jobId),
    );
    const matchMs = await place.working({}, async (url) => {
      const times: number[] = [];
      for (let run = 0; run < MATCHES; run += 1) {
        times.push(await match(new ApiClient(url, token), otherId));
      }
      return times;
    });
    const pool = {
      list: `match with ${this.pool} resumes`,
      p50Ms: percentile(matchMs, 0.5),
      p95Ms: percentile(matchMs, 0.95),
    };
    const rows = Object.keys(LISTS).map((list) => {
      const times = uncached.get(list) ?? [];
      return {
        list,
        p50Ms: percentile(times, 0.5),
        p95Ms: percentile(times, 0.95),
        cachedP50Ms: percentile(cached.get(list) ?? [], 0.5),
        ratioToBare: round(percentile(times, 0.5) / bareMs),
      };
    });
    return [...rows, { list: 'bare SQL of the first', p50Ms: bareMs }, pool];
  }
}

/** Where the bench's data live: a database of its own beside the one that DATABASE_URL names, or a data directory. */
export class RankingPlace {
  private constructor(
    private readonly env: Env,
    private readonly variables: NodeJS.ProcessEnv,
    private readonly name: string,
  ) {}

  static async make(): Promise<RankingPlace> {
    const name = `bench_${randomUUID().replaceAll('-', '')}`;
    const url = process.env['DATABASE_URL'] ?? '';
    const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-bench-'));
    if (url !== '') {
      await executeOnce(url, `CREATE DATABASE ${name}`);
    }
    const own = url === '' ? '' : Object.assign(new URL(url), { pathname: `/${name}` }).toString();
    const variables = {
      DATA_DIR: dataDir,
      DATABASE_URL: own,
      SECRET_KEY: process.env['SECRET_KEY'] ?? randomUUID().repeat(2),
    };
    const place = new RankingPlace(parseEnv({ ...process.env, ...variables }), variables, name);
    await place.withDatabase(async (_database, dataSource) => {
      await dataSource.runMigrations();
    });
    return place;
  }

  get isEmbedded(): boolean {
    return this.env.embedded;
  }

  serve(variables: NodeJS.ProcessEnv = {}): Promise<BenchServer> {
    return startServer({ ...this.variables, ...variables });
  }

  /** Server mode only. Not ready yet when it returns. */
  startWorker(variables: NodeJS.ProcessEnv = {}): ChildProcess {
    return startProcess('worker.js', { ...this.variables, ...variables });
  }

  /** With background work: by a worker in server mode. */
  async working<T>(variables: NodeJS.ProcessEnv, work: (url: string) => Promise<T>): Promise<T> {
    const server = await this.serve(variables);
    const worker = this.env.embedded ? null : this.startWorker(variables);
    try {
      return await work(server.url);
    } finally {
      await Promise.all([server.stop(), ...(worker === null ? [] : [stopProcess(worker)])]);
    }
  }

  /** Not while a server runs: the embedded database is one process's. */
  async withDatabase<T>(
    work: (database: Database, dataSource: DataSource) => Promise<T>,
  ): Promise<T> {
    const embedded = this.env.embedded ? await EmbeddedPostgres.start(this.env.DATA_DIR) : null;
    const dataSource = new DataSource(dataSourceOptions(this.env, embedded?.address ?? null));
    try {
      await dataSource.initialize();
      return await work(new Database(dataSource), dataSource);
    } finally {
      await dataSource.destroy();
      await embedded?.stop();
    }
  }

  async remove(): Promise<void> {
    if (!this.env.embedded) {
      await executeOnce(
        process.env['DATABASE_URL'] ?? '',
        `DROP DATABASE ${this.name} WITH (FORCE)`,
      );
    }
    await rm(this.env.DATA_DIR, { recursive: true, force: true });
  }
}

async function lists(api: ApiClient, jobId: string): Promise<ReadonlyMap<string, number[]>> {
  const times = new Map<string, number[]>();
  for (const [list, query] of Object.entries(LISTS)) {
    const taken: number[] = [];
    for (let request = 0; request < REQUESTS + WARM_UP; request += 1) {
      const start = performance.now();
      const { status } = await api.get(`/jobs/${jobId}/candidates?${query}`);
      if (status !== 200) {
        throw new Error(`"${query}" was answered with ${status}.`);
      }
      taken.push(performance.now() - start);
    }
    times.set(list, taken.slice(WARM_UP));
  }
  times.set('by match score', await walk(api, jobId));
  return times;
}

/** The first pages one after the other, as somebody reads them: what comes later must not cost more. */
async function walk(api: ApiClient, jobId: string): Promise<number[]> {
  const taken: number[] = [];
  let cursor = '';
  while (taken.length < REQUESTS) {
    const start = performance.now();
    const { body } = await api.get(`/jobs/${jobId}/candidates?${cursor}`);
    taken.push(performance.now() - start);
    cursor = body.next_cursor === null ? '' : `cursor=${body.next_cursor}`;
  }
  return taken;
}

/** From the request to the end of its task, in milliseconds. */
async function match(api: ApiClient, jobId: string): Promise<number> {
  const start = performance.now();
  const { body } = await api.post(`/jobs/${jobId}/match`);
  for (;;) {
    const task = await api.get(`/tasks/${body.task_id}`);
    if (task.body.state === 'completed') {
      return performance.now() - start;
    }
    if (task.body.state === 'failed') {
      throw new Error(`The match failed: ${JSON.stringify(task.body.error)}`);
    }
    await sleep(10);
  }
}

async function bare(database: Database, jobId: string): Promise<number> {
  const taken: number[] = [];
  for (let request = 0; request < REQUESTS + WARM_UP; request += 1) {
    const start = performance.now();
    await database.query(BARE_LIST, [jobId]);
    taken.push(performance.now() - start);
  }
  return percentile(taken.slice(WARM_UP), 0.5);
}

const NAMES = `ARRAY['Amara', 'Bruno', 'Chidi', 'Dana', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jun']`;
const FAMILY_NAMES = `ARRAY['Okafor', 'Keller', 'Haddad', 'Novak', 'Silva', 'Tanaka', 'Weber', 'Young']`;
const PLACES = `ARRAY['Leeds, UK', 'Coventry, UK', 'Lyon, France', 'Utrecht', 'Porto, Portugal']`;
const SKILLS = `ARRAY['Go', 'PostgreSQL', 'Docker', 'Kubernetes', 'Python', 'React', 'SAP', 'Java', 'Linux',
  'Excel', 'Baking', 'Forklift', 'Welding', 'TypeScript', 'Redis', 'Terraform']`;
const oneOf = (list: string): string =>
  `(${list})[1 + floor(random() * cardinality(${list}))::int]`;

/** Invented people of the job's company, each with a resume, a clustered vector and five skills. */
async function fill(database: Database, jobId: string, size: number): Promise<void> {
  const vectors = new ClusteredVectors();
  const [job] = await database.query<{ companyId: string; model: string }>(
    `SELECT company_id AS "companyId", embedding_model AS model FROM job_descriptions WHERE id = $1`,
    [jobId],
  );
  for (let filled = 0; filled < size; filled += BATCH) {
    const ids = Array.from({ length: BATCH }, () => randomUUID());
    await database.query(
      `WITH given AS (SELECT id, vector::vector FROM unnest($2::uuid[], $3::text[]) AS given (id, vector)),
       people AS (INSERT INTO candidates (id, company_id, full_name, location)
         SELECT id, $1, ${oneOf(NAMES)} || ' ' || ${oneOf(FAMILY_NAMES)}, ${oneOf(PLACES)} FROM given),
       resumes AS (INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
           storage_key, content, profile, extraction, years_of_experience, embedding, embedding_model)
         SELECT id, $1, id, 'bench', 'text/plain', 1, id::text, id::text, repeat('bench ', 500),
           '{"positions": [], "educations": [], "skills": []}', '{}', floor(random() * 30), vector, $4 FROM given)
       INSERT INTO resume_skills (resume_id, company_id, skill, category, evidence)
       SELECT DISTINCT ON (given.id, skill) given.id, $1::uuid, skill, 'bench', '[]'::jsonb
       FROM given CROSS JOIN generate_series(1, 5) AS n
       CROSS JOIN LATERAL (SELECT ${oneOf(SKILLS)} AS skill WHERE n > 0 AND given.id IS NOT NULL) AS drawn`,
      [job?.companyId, ids, ids.map(() => vectorLiteral(vectors.next())), job?.model],
    );
  }
  await database.query('VACUUM ANALYZE candidates');
  await database.query('VACUUM ANALYZE resumes');
  await database.query('VACUUM ANALYZE resume_skills');
}
