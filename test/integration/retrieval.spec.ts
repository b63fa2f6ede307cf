import { randomUUID } from 'node:crypto';
import { PoolCounts } from '../../src/modules/search/pool-counts';
import { PoolCountsRepository } from '../../src/modules/search/pool-counts.repository';
import { Retrieval } from '../../src/modules/search/retrieval';
import { RetrievalRepository } from '../../src/modules/search/retrieval.repository';
import { WordsRepository } from '../../src/modules/search/words.repository';
import { VectorIndex, vectorLiteral } from '../../src/platform/database';
import { startTestDatabase, type TestDatabase } from '../support/database';

const POOL = 2_400;
/** More than are ranked of one word. */
const CARPENTERS = 1_100;
const RANKED = 1_000;
const ROOFERS = 30;

let test: TestDatabase;
let retrieval: Retrieval;
const companyId = randomUUID();
/** Resume n is the nearer to the first axis the smaller n is, and the newer the larger n is. */
const ids = Array.from({ length: POOL }, (): string => randomUUID());
const scope = { companyId, filters: {}, textQuery: null };
const vector = { vector: axis(0), model: 'm' };

beforeAll(async () => {
  test = await startTestDatabase();
  const { database, env } = test;
  const index = new VectorIndex(env, database);
  retrieval = new Retrieval(
    new RetrievalRepository(database, index),
    new WordsRepository(database, index),
    new PoolCounts(new PoolCountsRepository(database)),
  );
  await database.query(`INSERT INTO companies (id, name, name_key) VALUES ($1, 'x', 'x')`, [
    companyId,
  ]);
  for (const [n, id] of ids.entries()) {
    const words = [n < CARPENTERS ? 'carpenter' : 'plumber', n < ROOFERS ? 'roofer' : ''];
    await add(id, words.join(' '), axis(n / POOL), n);
  }
});

afterAll(async () => {
  await test.stop();
});

it('ranks of a word that many have those nearest in meaning', async () => {
  const found = await retrieval.byTerms(scope, ['carpent'], { vector, limit: RANKED });
  expect(new Set(found.map(({ resumeId }) => resumeId))).toEqual(new Set(ids.slice(0, RANKED)));
});

it('ranks the newest of them where no vector can be compared', async () => {
  const found = await retrieval.byTerms(scope, ['carpent'], { vector: null, limit: RANKED });
  const newest = ids.slice(CARPENTERS - RANKED, CARPENTERS);
  expect(new Set(found.map(({ resumeId }) => resumeId))).toEqual(new Set(newest));
});

it('does the same with a condition', async () => {
  const found = await retrieval.byCondition(scope, 'carpent & !roofer', { vector, limit: RANKED });
  const nearest = ids.slice(ROOFERS, ROOFERS + RANKED);
  expect(new Set(found.map(({ resumeId }) => resumeId))).toEqual(new Set(nearest));
});

it('finds everybody with a rare word, also far away and just added', async () => {
  const ask = (): Promise<number> =>
    retrieval
      .byTerms(scope, ['roofer', 'carpent'], { vector, limit: RANKED })
      .then(({ length }) => length);
  await expect(ask()).resolves.toBe(ROOFERS);
  const id = randomUUID();
  await add(id, 'roofer', axis(1), POOL);
  await expect(ask()).resolves.toBe(ROOFERS + 1);
  await test.database.query('DELETE FROM resumes WHERE id = $1', [id]);
});

it('ranks by words within the filters', async () => {
  const oldest = { ...scope, filters: { minYears: POOL - 10 } };
  await expect(
    retrieval.byTerms(oldest, ['plumber'], { vector, limit: RANKED }),
  ).resolves.toHaveLength(10);
});

it('puts those with more skills first, with longer experience, with rarer ones, with named ones', async () => {
  const skills: readonly (readonly [number, string, string | null, number | null])[] = [
    [0, 'Roofing', null, null],
    [1, 'Joinery', null, 9],
    [2, 'Joinery', null, null],
    [3, 'Joinery', 'Carpentry', null],
    [4, 'Roofing', null, null],
    [4, 'Joinery', null, null],
  ];
  for (const [n, skill, impliedBy, years] of skills) {
    await test.database.query(
      `INSERT INTO resume_skills (resume_id, company_id, skill, category, implied_by, evidence, years)
       VALUES ($1, $2, $3, 'x', $4, '[]', $5)`,
      [ids[n], companyId, skill, impliedBy, years],
    );
  }
  const found = await retrieval.bySkills(scope, ['joinery', 'Roofing'], 10);
  expect(found.map(({ resumeId }) => ids.indexOf(resumeId))).toEqual([4, 1, 0, 2, 3]);
  const filtered = { ...scope, filters: { minYears: 2 } };
  const among = await retrieval.bySkills(filtered, ['joinery', 'Roofing'], 10);
  expect(among.map(({ resumeId }) => ids.indexOf(resumeId))).toEqual([4, 2, 3]);
  await expect(retrieval.bySkills(scope, [], 10)).resolves.toEqual([]);
});

/** A vector turned from the first axis towards the second by a share of a right angle. */
function axis(share: number): number[] {
  const angle = (share * Math.PI) / 2;
  return [Math.cos(angle), Math.sin(angle), ...Array<number>(382).fill(0)];
}

async function add(
  id: string,
  words: string,
  place: readonly number[],
  years: number,
): Promise<void> {
  await test.database.query(
    `WITH person AS (INSERT INTO candidates (id, company_id) VALUES ($1::uuid, $2))
     INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash, storage_key,
       content, profile, extraction, years_of_experience, embedding, embedding_model, created_at)
     VALUES ($1::uuid, $2, $1::uuid, 'x', 'x', 1, $1::uuid::text, 'x', $3, '{}', '{}', $4, $5::vector, 'm',
       timestamptz '2026-01-01 00:00Z' + $4 * interval '1 minute')`,
    [id, companyId, words, years, vectorLiteral(place)],
  );
}
