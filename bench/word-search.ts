import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { PoolCounts } from '../src/modules/search/pool-counts';
import { PoolCountsRepository } from '../src/modules/search/pool-counts.repository';
import { Retrieval } from '../src/modules/search/retrieval';
import { RetrievalRepository } from '../src/modules/search/retrieval.repository';
import { WordsRepository } from '../src/modules/search/words.repository';
import { VectorIndex, vectorLiteral } from '../src/platform/database';
import { ClusteredVectors } from './clustered-vectors';
import type { BenchOptions } from './index';
import { onOwnDatabase, type OwnDatabase } from './own-database';
import { percentile, round, timed } from './timing';

const RESUMES = 100_000;
const BATCH = 1_000;
const MODEL = 'bench';
const LIMIT = 200;
const TIMES = 40;
const WARM_UP = 3;
/** Usual ones of a text, so that reading it takes as long as reading a resume. */
const WORDS_OF_A_TEXT = 250;
const VOCABULARY = 3_000;

/** Which share of the pool has a word; none is a stem of another or of the vocabulary. */
const SHARES = {
  zebra: 0.45,
  yacht: 0.4,
  xenon: 0.1,
  walnut: 0.05,
  violin: 0.003,
  umbrella: 0.0002,
} as const;
type RareWord = keyof typeof SHARES;

const QUERIES: readonly (readonly RareWord[])[] = [
  ['umbrella'],
  ['violin'],
  ['walnut'],
  ['zebra'],
  ['zebra', 'yacht'],
  ['zebra', 'yacht', 'xenon'],
  ['zebra', 'yacht', 'umbrella'],
];

/**
 * The list of a search that is made by words, in a pool of 100,000 resumes (`--resumes`), beside what ranking every text
 * that holds all the words costs in PostgreSQL. Server mode only.
 */
export async function benchWordSearch(options: BenchOptions): Promise<object> {
  const size = options.resumes ?? RESUMES;
  return onOwnDatabase(async (place) => {
    const companyId = await fill(place, size);
    const index = new VectorIndex(place.env, place.database);
    const retrieval = new Retrieval(
      new RetrievalRepository(place.database, index),
      new WordsRepository(place.database, index),
      new PoolCounts(new PoolCountsRepository(place.database)),
    );
    const scope = { companyId, filters: {}, textQuery: null };
    const vectors = new ClusteredVectors();
    const rows: object[] = [];
    for (const words of QUERIES) {
      const ours: number[] = [];
      const bare: number[] = [];
      for (let turn = 0; turn < TIMES + WARM_UP; turn += 1) {
        const vector = { vector: vectors.next(), model: MODEL };
        const [, ms] = await timed(() => retrieval.byTerms(scope, words, { vector, limit: LIMIT }));
        ours.push(ms);
      }
      for (let turn = 0; turn < WARM_UP; turn += 1) {
        bare.push((await timed(() => ranked(place.bare, companyId, words)))[1]);
      }
      const warm = ours.slice(WARM_UP);
      rows.push({
        words: words.map((word) => `${SHARES[word] * 100} %`).join(' and '),
        p50Ms: percentile(warm, 0.5),
        p95Ms: percentile(warm, 0.95),
        firstMs: round(ours[0] ?? 0),
        bareMs: percentile(bare, 0.5),
        ratio: round(percentile(warm, 0.5) / percentile(bare, 0.5)),
      });
      console.log(rows.at(-1));
    }
    return rows;
  });
}

async function ranked(bare: Client, companyId: string, words: readonly string[]): Promise<void> {
  await bare.query(
    `SELECT id FROM resumes WHERE company_id = $1 AND search_vector @@ $2::tsquery
     ORDER BY ts_rank(search_vector, $2::tsquery) DESC LIMIT ${LIMIT}`,
    [companyId, words.join(' & ')],
  );
}

async function fill({ database, bare }: OwnDatabase, size: number): Promise<string> {
  const companyId = randomUUID();
  const vectors = new ClusteredVectors();
  await database.query('INSERT INTO companies (id, name, name_key) VALUES ($1, $2, $2)', [
    companyId,
    'bench',
  ]);
  for (let filled = 0; filled < size; filled += BATCH) {
    const ids = Array.from({ length: BATCH }, () => randomUUID());
    await database.query(
      `WITH given AS (SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[]) AS given (id, content, vector)),
       people AS (INSERT INTO candidates (id, company_id) SELECT id, $1 FROM given)
       INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
         storage_key, content, profile, extraction, embedding, embedding_model)
       SELECT id, $1, id, 'bench', 'text/plain', 1, id::text, id::text, content, '{}', '{}', vector::vector, $5 FROM given`,
      [companyId, ids, ids.map(text), ids.map(() => vectorLiteral(vectors.next())), MODEL],
    );
  }
  await bare.query(`SET maintenance_work_mem = '512MB'`);
  await bare.query(
    'CREATE INDEX resumes_embedding_hnsw ON resumes USING hnsw (embedding vector_cosine_ops)',
  );
  await bare.query('VACUUM ANALYZE resumes');
  return companyId;
}

function text(): string {
  const rare = Object.entries(SHARES).flatMap(([word, share]) =>
    Math.random() < share ? [word] : [],
  );
  const usual = Array.from(
    { length: WORDS_OF_A_TEXT },
    () => `term${Math.floor(VOCABULARY * Math.random() ** 2)}`,
  );
  return [...rare, ...usual].join(' ');
}
