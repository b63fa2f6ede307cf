import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { textWords } from '../../src/modules/search/domain/search-words';
import { RetrievalRepository } from '../../src/modules/search/retrieval.repository';
import { VectorIndex, vectorLiteral, vectorParameter } from '../../src/platform/database';
import { INDEX_SCAN } from '../../src/platform/database/vector-scan';
import { startTestDatabase, type TestDatabase } from '../support/database';

let test: TestDatabase;

beforeAll(async () => {
  test = await startTestDatabase();
});

afterAll(async () => {
  await test.stop();
});

const valueOf = async (sql: string, ...parameters: unknown[]): Promise<unknown> => {
  const [row] = await test.database.query<{ value: unknown }>(`SELECT ${sql} AS value`, parameters);
  return row?.value;
};

describe('search_text', () => {
  it.each([
    ['C++/C# and ASP.NET', 'cplusplus csharp and asp dotnet'],
    ['Résumé of Żółć', 'resume of zołc'],
    ['Node.js (R&D), full-time!', 'node js r and d full time'],
    ['• Управление  проектами', 'управление проектами'],
    ['***', ''],
  ])('normalises %s', async (text, expected) => {
    await expect(valueOf('search_text($1)', text)).resolves.toBe(expected);
  });

  it('agrees with what the excerpts take for words', async () => {
    const unit = fc.constantFrom(
      'C++',
      'C#',
      '.NET',
      'é',
      'ﬁ',
      'Ab',
      '9',
      ' ',
      '-',
      '&',
      '.',
      ',',
      '\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (units) => {
        const text = units.join(' ');
        const words = textWords(text).map((one) => one.word);
        const expected = String(await valueOf('search_text($1)', text)).split(' ');
        expect(words).toEqual(expected.filter((word) => word !== '' && word !== 'and'));
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['Acme GmbH & Co. KG', 'acme'],
  ['The Acme Company, Inc.', 'acme'],
  ['ACME S.A.', 'acme'],
  ['Deutsche Bank', 'deutsche bank'],
  ['Co', 'co'],
])('organisation_key takes %s for %s', async (name, key) => {
  await expect(valueOf('organisation_key($1)', name)).resolves.toBe(key);
});

it.each([
  ['2020', false, '2020-01-01'],
  ['2020', true, '2020-12-31'],
  ['2020-02', true, '2020-02-29'],
  ['2020-13', true, null],
  ['present', false, null],
])('resume_date reads %s', async (text, isEnd, expected) => {
  await expect(valueOf('resume_date($1, $2)::text', text, isEnd)).resolves.toBe(expected);
});

/** As if the company were large: the index is used as soon as it exists. */
class AlwaysIndex extends VectorIndex {
  override isApproximate(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

/** The table of a test is so small that PostgreSQL would read all of it. */
const preferringIndex = <T>(work: () => Promise<T>): Promise<T> =>
  test.database.transaction(async () => {
    for (const way of ['enable_seqscan', 'enable_sort', 'enable_bitmapscan', 'jit']) {
      await test.database.query(`SET LOCAL ${way} = off`);
    }
    return work();
  });

it('finds through the index what an exact scan finds, and fills up what a filter leaves missing', async () => {
  const { database, env } = test;
  const companyId = randomUUID();
  await database.query(`INSERT INTO companies (id, name, name_key) VALUES ($1, 'x', 'x')`, [
    companyId,
  ]);
  for (let index = 0; index < 300; index += 1) {
    const id = randomUUID();
    const vector = Array.from({ length: 384 }, (_, at) =>
      Math.sin(index * 7 + at * (1 + (index % 13))),
    );
    await database.query('INSERT INTO candidates (id, company_id, location) VALUES ($1, $2, $3)', [
      id,
      companyId,
      index % 100 === 0 ? 'Leeds' : 'York',
    ]);
    await database.query(
      `INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash, storage_key,
         content, profile, extraction, embedding, embedding_model)
       VALUES ($1::uuid, $2, $1::uuid, 'x', 'x', 1, $1::uuid::text, 'x', 'x', '{}', '{}', $3::vector, 'm')`,
      [id, companyId, vectorLiteral(vector)],
    );
  }
  await database.query(
    'CREATE INDEX resumes_embedding_hnsw ON resumes USING hnsw (embedding vector_cosine_ops)',
  );
  const exact = new RetrievalRepository(database, new VectorIndex(env, database));
  const approximate = new RetrievalRepository(database, new AlwaysIndex(env, database));
  const vector = Float32Array.from({ length: 384 }, (_, at) => Math.sin(3 + at));
  const query = { vector, model: 'm', limit: 10 };
  for (const filters of [{}, { location: 'Leeds' }]) {
    const scope = { companyId, filters, textQuery: null };
    const expected = await exact.resumes(scope, query);
    expect(expected).toHaveLength('location' in filters ? 3 : 10);
    await expect(preferringIndex(() => approximate.resumes(scope, query))).resolves.toEqual(
      expected,
    );
  }
  await expect(valueOf(`current_setting('hnsw.iterative_scan', true)`)).resolves.not.toBe(
    'strict_order',
  );
  const plan = await preferringIndex(() =>
    database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (COSTS OFF) SELECT id FROM resumes WHERE ${INDEX_SCAN.condition} AND company_id = $1
       ORDER BY ${INDEX_SCAN.nearestFirst('embedding <=> $2::vector')} LIMIT 10`,
      [companyId, vectorParameter(vector)],
    ),
  );
  const lines = plan.map((line) => line['QUERY PLAN']);
  const settings = lines.findIndex((line) => line.includes('One-Time Filter'));
  const scan = lines.findIndex((line) => line.includes('using resumes_embedding_hnsw'));
  expect(settings).toBeGreaterThan(-1);
  expect(scan).toBeGreaterThan(settings);
  await database.query('DROP INDEX resumes_embedding_hnsw');
});
