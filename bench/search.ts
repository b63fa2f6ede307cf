import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { parseEnv } from '../src/config';
import { RetrievalRepository } from '../src/modules/search/retrieval.repository';
import { Database, dataSourceOptions, VectorIndex, vectorLiteral } from '../src/platform/database';
import { EMBEDDING_DIMENSIONS } from '../src/platform/embeddings';
import type { BenchOptions } from './index';

const SIZES = [1_000, 10_000, 100_000];
const MILLION = 1_000_000;
const BATCH = 1_000;
const QUERIES = 200;
const WARM_UP = 20;
const NEIGHBOURS = 10;
/** Resumes gather around occupations: this many centres, and noise that keeps neighbours distinct. */
const CENTRES = 400;
const NOISE = 0.35;
const MODEL = 'bench';

/**
 * Vector search in server mode, on a database of its own beside the one that DATABASE_URL names: the
 * system's query against the bare SQL with the same settings, and its answers against an exact scan.
 */
export async function benchSearch(options: BenchOptions): Promise<object> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') {
    return { skipped: 'needs DATABASE_URL and REDIS_URL: the embedded database scans exactly' };
  }
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `CREATE DATABASE ${name}`);
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const env = parseEnv({ ...process.env, DATABASE_URL: own });
  const dataSource = new DataSource(dataSourceOptions(env, null));
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
    const bench = new SearchBench(new Database(dataSource), dataSource);
    const rows: object[] = [];
    for (const size of options.million ? [...SIZES, MILLION] : SIZES) {
      rows.push(await bench.measure(size, new VectorIndex(env, new Database(dataSource))));
      console.log(rows.at(-1));
    }
    return rows;
  } finally {
    await dataSource.destroy();
    await administer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

class SearchBench {
  private readonly companyId = randomUUID();
  private readonly random = seeded(7);
  private readonly centres = Array.from({ length: CENTRES }, () => this.direction());
  private filled = 0;

  constructor(
    private readonly database: Database,
    private readonly dataSource: DataSource,
  ) {}

  async measure(size: number, index: VectorIndex): Promise<object> {
    await this.fill(size);
    const buildStart = performance.now();
    await index.buildMissing();
    const buildSeconds = (performance.now() - buildStart) / 1000;
    await this.database.query('ANALYZE resumes');
    await this.database.query('ANALYZE resume_chunks');
    const isApproximate = await index.isApproximate('resumes', this.companyId);
    const queries = Array.from({ length: QUERIES + WARM_UP }, () => this.nearCentre());
    const retrieval = new RetrievalRepository(this.database, index);
    const scope = { companyId: this.companyId, filters: {}, textQuery: null };
    const ask = { model: MODEL, limit: NEIGHBOURS };
    const resumes = await this.compare('resumes', isApproximate, queries, async (vector) => {
      const found = await retrieval.resumes(scope, { ...ask, vector });
      return found.map((one) => one.resumeId);
    });
    const chunks = await this.compare('resume_chunks', isApproximate, queries, async (vector) => {
      const found = await retrieval.chunks(scope, { ...ask, vector });
      return found.map((one) => one.resumeId);
    });
    return {
      vectors: size,
      way: isApproximate ? 'hnsw' : 'exact',
      buildSeconds: round(buildSeconds),
      ...prefixed('resume', resumes),
      ...prefixed('chunk', chunks),
    };
  }

  /** Ours, the bare statement and the exact one take turns on the same query. */
  private async compare(
    table: 'resumes' | 'resume_chunks',
    isApproximate: boolean,
    queries: readonly Float32Array[],
    ours: (vector: Float32Array) => Promise<string[]>,
  ): Promise<Record<string, number>> {
    const bare = new Client(clientOptions(this.dataSource));
    await bare.connect();
    if (isApproximate) {
      await bare.query(`SET hnsw.iterative_scan = 'strict_order'; SET hnsw.ef_search = 120`);
    }
    const id = table === 'resumes' ? 'id' : 'resume_id';
    const sql = (order: string): string =>
      `SELECT ${id} AS id FROM ${table} WHERE company_id = $2 ORDER BY (embedding <=> $1::vector)${order} LIMIT ${NEIGHBOURS}`;
    const times = { ours: [] as number[], bare: [] as number[] };
    const answers: { parameters: unknown[]; found: readonly string[] }[] = [];
    let hits = 0;
    try {
      for (const [at, vector] of queries.entries()) {
        const parameters = [vectorLiteral(vector), this.companyId];
        const [found, oursMs] = await timed(() => ours(vector));
        const [, bareMs] = await timed(() =>
          bare.query(sql(isApproximate ? '' : ' + 0'), parameters),
        );
        if (at < WARM_UP) {
          continue;
        }
        times.ours.push(oursMs);
        times.bare.push(bareMs);
        answers.push({ parameters, found });
      }
      // Apart from the clock: an exact scan would leave the bare connection warm and the other one cold.
      for (const { parameters, found } of answers) {
        const exact = await bare.query<{ id: string }>(sql(' + 0'), parameters);
        const truth = new Set(exact.rows.map((row) => row.id));
        hits += found.filter((one) => truth.has(one)).length;
      }
    } finally {
      await bare.end();
    }
    return {
      p50Ms: percentile(times.ours, 0.5),
      p95Ms: percentile(times.ours, 0.95),
      bareP50Ms: percentile(times.bare, 0.5),
      ratio: round(percentile(times.ours, 0.5) / percentile(times.bare, 0.5)),
      recallAt10: round(hits / (times.ours.length * NEIGHBOURS)),
    };
  }

  /** One person, resume and chunk per vector, until there are so many. */
  private async fill(size: number): Promise<void> {
    if (this.filled === 0) {
      await this.database.query('INSERT INTO companies (id, name, name_key) VALUES ($1, $2, $2)', [
        this.companyId,
        'bench',
      ]);
    }
    // Filling an index row by row takes many times as long as building it.
    await this.database.query('DROP INDEX IF EXISTS resumes_embedding_hnsw');
    await this.database.query('DROP INDEX IF EXISTS resume_chunks_embedding_hnsw');
    while (this.filled < size) {
      const count = Math.min(BATCH, size - this.filled);
      const ids = Array.from({ length: count }, () => randomUUID());
      const vectors = ids.map(() => vectorLiteral(this.nearCentre()));
      await this.database.query(
        `WITH given AS (SELECT id, vector::vector FROM unnest($2::uuid[], $3::text[]) AS given (id, vector)),
         people AS (INSERT INTO candidates (id, company_id) SELECT id, $1 FROM given),
         resumes AS (INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
             storage_key, content, profile, extraction, embedding, embedding_model)
           SELECT id, $1, id, 'bench', 'text/plain', 1, id::text, id::text, 'bench', '{"positions": [], "educations": []}', '{}', vector, $4 FROM given)
         INSERT INTO resume_chunks (id, company_id, resume_id, position, section, text, char_start, char_end, token_count, embedding)
         SELECT gen_random_uuid(), $1, id, 0, 'other', 'bench', 0, 5, 1, vector FROM given`,
        [this.companyId, ids, vectors, MODEL],
      );
      this.filled += count;
    }
  }

  private nearCentre(): Float32Array {
    const centre = this.centres[Math.floor(this.random() * CENTRES)]!;
    const noise = this.direction();
    return normalised(centre.map((value, index) => value + NOISE * 2 * noise[index]!));
  }

  private direction(): Float32Array {
    return normalised(
      Float32Array.from({ length: EMBEDDING_DIMENSIONS }, () => gaussian(this.random)),
    );
  }
}

function prefixed(name: string, values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `${name}${key[0]!.toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
}

function clientOptions(dataSource: DataSource): { connectionString: string } {
  const { options } = dataSource;
  if (options.type !== 'postgres' || options.url === undefined) {
    throw new Error('The bench runs on PostgreSQL by its address.');
  }
  return { connectionString: options.url };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32: the same vectors in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
