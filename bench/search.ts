import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Env } from '../src/config';
import { RetrievalRepository } from '../src/modules/search/retrieval.repository';
import {
  type Database,
  VectorIndex,
  vectorLiteral,
  vectorParameter,
} from '../src/platform/database';
import { ClusteredVectors } from './clustered-vectors';
import type { BenchOptions } from './index';
import { percentile, round, timed } from './timing';
import { onOwnDatabase, type OwnDatabase } from './own-database';

/** The crossing of exact and indexed search lies among the first ones (docs/adr/0013). */
const SIZES = [1_000, 3_000, 10_000, 20_000, 100_000];
const BATCH = 1_000;
const QUERIES = 200;
const WARM_UP = 20;
const NEIGHBOURS = 10;
const MODEL = 'bench';
const BYTES_PER_MEGABYTE = 1024 * 1024;

const TABLES = ['resumes', 'resume_chunks'] as const;
type Table = (typeof TABLES)[number];
const ID: Readonly<Record<Table, string>> = { resumes: 'id', resume_chunks: 'resume_id' };

/**
 * Vector search in server mode, on a database of its own beside the one that DATABASE_URL names: the
 * system's query against the bare SQL with the same settings, both ways to scan against each other, and the
 * system's answers against an exact scan.
 */
export async function benchSearch(options: BenchOptions): Promise<object> {
  return onOwnDatabase(async (place) => {
    const bench = new SearchBench(place);
    const rows: object[] = [];
    for (const size of sizesUpTo(options.resumes)) {
      rows.push(await bench.measure(size));
      console.log(rows.at(-1));
    }
    return rows;
  });
}

function sizesUpTo(largest: number | null): readonly number[] {
  if (largest === null) {
    return SIZES;
  }
  return [...SIZES.filter((size) => size < largest), largest];
}

/** Takes one of the two ways, whatever the size. */
class FixedWay extends VectorIndex {
  constructor(
    env: Env,
    database: Database,
    private readonly isIndexed: boolean,
  ) {
    super(env, database);
  }

  override isApproximate(): Promise<boolean> {
    return Promise.resolve(this.isIndexed);
  }
}

type Search = (vector: Float32Array) => Promise<readonly string[]>;

class SearchBench {
  private readonly companyId = randomUUID();
  private readonly vectors = new ClusteredVectors();
  private filled = 0;

  private readonly env: Env;
  private readonly database: Database;
  private readonly bare: Client;

  constructor({ env, database, bare }: OwnDatabase) {
    this.env = env;
    this.database = database;
    this.bare = bare;
  }

  async measure(size: number): Promise<object> {
    await this.fill(size);
    const buildStart = performance.now();
    for (const table of TABLES) {
      await this.bare.query(`SET maintenance_work_mem = '512MB'`);
      await this.bare.query(
        `CREATE INDEX ${table}_embedding_hnsw ON ${table} USING hnsw (embedding vector_cosine_ops)`,
      );
      await this.bare.query(`VACUUM ANALYZE ${table}`);
    }
    const buildSeconds = round((performance.now() - buildStart) / 1000);
    const index = new VectorIndex(this.env, this.database);
    const isApproximate = await index.isApproximate('resumes', this.companyId);
    const measured: Record<string, number> = {};
    for (const table of TABLES) {
      Object.assign(measured, prefixed(table, await this.compare(table, index, isApproximate)));
    }
    const rssMb = Math.round(process.memoryUsage().rss / BYTES_PER_MEGABYTE);
    const way = isApproximate ? 'hnsw' : 'exact';
    return { vectors: size, way, buildSeconds, ...measured, rssMb };
  }

  /** All take turns on the same queries, each as often the first: the first one finds the pages cold. */
  private async compare(
    table: Table,
    index: VectorIndex,
    isApproximate: boolean,
  ): Promise<Record<string, number>> {
    await this.bare.query(`SET hnsw.iterative_scan = 'strict_order'; SET hnsw.ef_search = 120`);
    const searches: Readonly<Record<string, Search>> = {
      ours: this.ours(table, index),
      bare: (vector) => this.bareNeighbours(table, vector, isApproximate ? '' : ' + 0'),
      exact: this.ours(table, new FixedWay(this.env, this.database, false)),
      indexed: this.ours(table, new FixedWay(this.env, this.database, true)),
    };
    const names = Object.keys(searches);
    const times = new Map(names.map((name) => [name, [] as number[]]));
    const answers: { vector: Float32Array; found: readonly string[] }[] = [];
    for (let at = 0; at < QUERIES + WARM_UP; at += 1) {
      const vector = this.vectors.next();
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(at + turn) % names.length]!;
        const [found, ms] = await timed(() => searches[name]!(vector));
        if (at >= WARM_UP) {
          times.get(name)!.push(ms);
          if (name === 'ours') {
            answers.push({ vector, found });
          }
        }
      }
    }
    const p50 = (name: string): number => percentile(times.get(name)!, 0.5);
    return {
      p50Ms: p50('ours'),
      p95Ms: percentile(times.get('ours')!, 0.95),
      bareP50Ms: p50('bare'),
      ratio: round(p50('ours') / p50('bare')),
      exactP50Ms: p50('exact'),
      indexedP50Ms: p50('indexed'),
      recallAt10: await this.recall(table, answers),
    };
  }

  private ours(table: Table, index: VectorIndex): Search {
    const retrieval = new RetrievalRepository(this.database, index);
    const scope = { companyId: this.companyId, filters: {}, textQuery: null };
    return async (vector) => {
      const query = { model: MODEL, limit: NEIGHBOURS, vector };
      const found =
        table === 'resumes'
          ? await retrieval.resumes(scope, query)
          : await retrieval.chunks(scope, query);
      return found.map((one) => one.resumeId);
    };
  }

  private async bareNeighbours(
    table: Table,
    vector: Float32Array,
    order: '' | ' + 0',
  ): Promise<readonly string[]> {
    const { rows } = await this.bare.query<{ id: string }>(
      `SELECT ${ID[table]} AS id FROM ${table} WHERE company_id = $2
       ORDER BY (embedding <=> $1::vector)${order} LIMIT ${NEIGHBOURS}`,
      [vectorParameter(vector), this.companyId],
    );
    return rows.map((row) => row.id);
  }

  /** Apart from the clock: so many exact scans would leave the bare connection warm and the others cold. */
  private async recall(
    table: Table,
    answers: readonly { vector: Float32Array; found: readonly string[] }[],
  ): Promise<number> {
    let hits = 0;
    for (const { vector, found } of answers) {
      const truth = new Set(await this.bareNeighbours(table, vector, ' + 0'));
      hits += found.filter((one) => truth.has(one)).length;
    }
    return round(hits / (answers.length * NEIGHBOURS));
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
      const vectors = ids.map(() => vectorLiteral(this.vectors.next()));
      await this.database.query(
        `WITH given AS (SELECT id, vector::vector FROM unnest($2::uuid[], $3::text[]) AS given (id, vector)),
         people AS (INSERT INTO candidates (id, company_id) SELECT id, $1 FROM given),
         resumes AS (INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
             storage_key, content, profile, extraction, embedding, embedding_model)
           SELECT id, $1, id, 'bench', 'text/plain', 1, id::text, id::text, 'bench', '{"positions": [], "educations": []}', '{}', vector, $4 FROM given)
         INSERT INTO resume_chunks (id, company_id, resume_id, position, section, text, char_start, char_end, token_count, embedding, embedding_model)
         SELECT gen_random_uuid(), $1, id, 0, 'other', 'bench', 0, 5, 1, vector, $4 FROM given`,
        [this.companyId, ids, vectors, MODEL],
      );
      this.filled += count;
    }
  }
}

function prefixed(table: Table, values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `${table === 'resumes' ? 'resume' : 'chunk'}${key[0]!.toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
}
