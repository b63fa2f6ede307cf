import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ENV, type Env } from '../../config';
import { Database } from './database';
import { INDEX_SCAN, EXACT_SCAN, type VectorScan } from './vector-scan';

/** Tables with a column `embedding` that is searched by cosine distance. */
export const VECTOR_TABLES = ['resumes', 'resume_chunks'] as const;
export type VectorTable = (typeof VECTOR_TABLES)[number];

/**
 * Below so many vectors of one company all of them are read. HNSW becomes faster at about 2,000 and twice as
 * fast at 5,000 (npm run bench -- --only search, docs/adr/0013); below that an exact answer is worth more, and filters
 * cost it nothing.
 */
export const EXACT_BELOW = 5_000;

/** More rows than this are found faster by reading everything. */
const MOST_FROM_INDEX = 1000;
const SIZE_KNOWN_FOR_MS = 60_000;
const BUILD_MEMORY = '512MB';

const COUNT_SOME: Readonly<Record<VectorTable, string>> = {
  resumes: `SELECT count(*)::integer AS count FROM (SELECT FROM resumes WHERE company_id = $1 LIMIT ${EXACT_BELOW}) AS counted`,
  resume_chunks: `SELECT count(*)::integer AS count FROM (SELECT FROM resume_chunks WHERE company_id = $1 LIMIT ${EXACT_BELOW}) AS counted`,
};
const STATE: Readonly<Record<VectorTable, string>> = {
  resumes: `SELECT (SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('resumes_embedding_hnsw')) AS "isValid",
    EXISTS (SELECT FROM pg_stat_progress_create_index WHERE relid = to_regclass('resumes')) AS "isBuilding",
    (SELECT count(*) FROM (SELECT FROM resumes LIMIT ${EXACT_BELOW}) AS counted) >= ${EXACT_BELOW} AS "isLarge"`,
  resume_chunks: `SELECT (SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('resume_chunks_embedding_hnsw')) AS "isValid",
    EXISTS (SELECT FROM pg_stat_progress_create_index WHERE relid = to_regclass('resume_chunks')) AS "isBuilding",
    (SELECT count(*) FROM (SELECT FROM resume_chunks LIMIT ${EXACT_BELOW}) AS counted) >= ${EXACT_BELOW} AS "isLarge"`,
};
const BUILD: Readonly<Record<VectorTable, string>> = {
  resumes:
    'CREATE INDEX CONCURRENTLY resumes_embedding_hnsw ON resumes USING hnsw (embedding vector_cosine_ops)',
  resume_chunks:
    'CREATE INDEX CONCURRENTLY resume_chunks_embedding_hnsw ON resume_chunks USING hnsw (embedding vector_cosine_ops)',
};
const DROP: Readonly<Record<VectorTable, string>> = {
  resumes: 'DROP INDEX IF EXISTS resumes_embedding_hnsw',
  resume_chunks: 'DROP INDEX IF EXISTS resume_chunks_embedding_hnsw',
};

export interface NearestQuery {
  readonly table: VectorTable;
  readonly companyId: string;
  /** The SQL, with the parts of either way to scan in their places. */
  readonly statement: (scan: VectorScan) => string;
  readonly parameters: readonly unknown[];
  /** As in the statement. */
  readonly limit: number;
  /** So few rows pass the filters that all of them are compared. */
  readonly isSelective?: boolean;
}

/**
 * The one place that decides how vectors are searched: exactly, or by HNSW with iterative scans. The
 * index is built when a company has grown to need it, never in the embedded database.
 */
@Injectable()
export class VectorIndex implements OnApplicationBootstrap {
  private readonly log = new Logger(VectorIndex.name);
  private readonly sizes = new LRUCache<string, Promise<boolean>>({
    max: 10_000,
    ttl: SIZE_KNOWN_FOR_MS,
  });
  private building: Promise<void> | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
  ) {}

  /** Builds, in the background, what has become due while nobody searched. */
  onApplicationBootstrap(): void {
    if (!this.env.embedded) {
      this.buildInBackground();
    }
  }

  /** Whether this company's vectors are to be searched through the index. */
  isApproximate(table: VectorTable, companyId: string): Promise<boolean> {
    if (this.env.embedded) {
      return Promise.resolve(false);
    }
    const key = `${table} ${companyId}`;
    const known = this.sizes.get(key);
    if (known !== undefined) {
      return known;
    }
    const deciding = this.decide(table, companyId);
    this.sizes.set(key, deciding);
    deciding.catch(() => {
      this.sizes.delete(key);
    });
    return deciding;
  }

  /**
   * The rows nearest to a vector, through the index where that is worth it. What the index leaves missing
   * (it gives up when few rows pass the filters), an exact scan finds.
   */
  async nearest<Row>(query: NearestQuery): Promise<Row[]> {
    const { table, companyId, statement, parameters, limit, isSelective = false } = query;
    if (!isSelective && limit <= MOST_FROM_INDEX && (await this.isApproximate(table, companyId))) {
      const found = await this.database.query<Row>(statement(INDEX_SCAN), parameters);
      if (found.length === limit) {
        return found;
      }
    }
    return this.database.query<Row>(statement(EXACT_SCAN), parameters);
  }

  /** Creates the indexes of tables that are large enough. One process at a time; others leave it to that one. */
  async buildMissing(): Promise<void> {
    for (const table of VECTOR_TABLES) {
      const state = await this.stateOf(table);
      if (state.isLarge && state.isValid !== true && !state.isBuilding) {
        this.log.log({ table }, 'building a vector index');
        await this.build(table);
        this.sizes.clear();
      }
    }
  }

  private async decide(table: VectorTable, companyId: string): Promise<boolean> {
    const [row] = await this.database.query<{ count: number }>(COUNT_SOME[table], [companyId]);
    if ((row?.count ?? 0) < EXACT_BELOW) {
      return false;
    }
    const { isValid } = await this.stateOf(table);
    if (isValid !== true) {
      this.buildInBackground();
    }
    return isValid === true;
  }

  private buildInBackground(): void {
    this.building ??= this.database
      .onPrimary(() => this.buildMissing())
      .catch((error: unknown) => {
        // Searches stay exact meanwhile; the next large one tries again.
        this.log.warn({ err: error }, 'could not build a vector index');
      })
      .finally(() => {
        this.building = null;
      });
  }

  /** On one connection, outside of a transaction as CONCURRENTLY wants it: uploads go on meanwhile. */
  private async build(table: VectorTable): Promise<void> {
    const connection = this.database.manager.dataSource.createQueryRunner();
    try {
      // What a build left behind that was cut off.
      await connection.query(DROP[table]);
      await connection.query(`SET maintenance_work_mem = '${BUILD_MEMORY}'`);
      await connection.query(BUILD[table]);
      await connection.query('RESET maintenance_work_mem');
    } finally {
      await connection.release();
    }
  }

  private async stateOf(table: VectorTable): Promise<IndexState> {
    const [state] = await this.database.query<IndexState>(STATE[table]);
    return state ?? { isValid: null, isBuilding: false, isLarge: false };
  }
}

interface IndexState {
  /** Null when there is no index. */
  readonly isValid: boolean | null;
  readonly isBuilding: boolean;
  readonly isLarge: boolean;
}
