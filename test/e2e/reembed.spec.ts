import { Reembedding, type ReembeddingProgress } from '../../src/modules/matching';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

/** More than one batch. */
const RESUMES = 20;
const CHANGED = { status: 409, body: { code: 'embedding_model_changed' } };

let app: TestApp;
let us: TestCompany;
let jobId: string;
let first: { resumeId: string; candidateId: string };

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
  for (let n = 0; n < RESUMES; n += 1) {
    const file = textResume({
      email: `reembed${n}@example.com`,
      phone: `+44 20 7946 0${200 + n}`,
      summary: `Number ${n} of many who run warehouses.`,
    });
    const { body } = expectStatus(await us.api.upload(file, { jobId }), 201);
    if (n === 0) {
      first = { resumeId: body.resume.id, candidateId: body.resume.candidate_id };
    }
  }
});

afterAll(async () => {
  await app.stop();
});

interface StoredVectors {
  readonly jobs: readonly unknown[];
  readonly resumes: readonly unknown[];
  readonly chunks: readonly unknown[];
  readonly results: readonly unknown[];
}

const vectors = async (): Promise<StoredVectors> => {
  const { database } = app;
  return {
    jobs: await database.query(
      'SELECT id, embedding_model, embedding::text FROM job_descriptions ORDER BY id',
    ),
    resumes: await database.query(
      'SELECT id, embedding_model, embedding::text FROM resumes ORDER BY id',
    ),
    chunks: await database.query(
      'SELECT resume_id, position, text, embedding_model, embedding::text FROM resume_chunks ORDER BY resume_id, position',
    ),
    results: await database.query(
      `SELECT job_id, resume_id, source, status, similarity_score, match_score, embedding_model
       FROM match_results ORDER BY job_id, resume_id`,
    ),
  };
};

const OTHER = `'elder/1'`;
const ELSEWHERE = `array_fill(0.05::real, ARRAY[384])::vector`;

/** As if another model had made the vectors of the jobs, of so many resumes, and the scores. */
async function changeModel(resumes = RESUMES): Promise<void> {
  const { database } = app;
  await database.query(
    `UPDATE job_descriptions SET embedding_model = ${OTHER}, embedding = ${ELSEWHERE}`,
  );
  await database.query(
    `UPDATE resumes SET embedding_model = ${OTHER}, embedding = ${ELSEWHERE}
     WHERE id IN (SELECT id FROM resumes ORDER BY id LIMIT $1)`,
    [resumes],
  );
  await database.query(
    `UPDATE resume_chunks SET embedding_model = ${OTHER}, embedding = ${ELSEWHERE}
     WHERE resume_id IN (SELECT id FROM resumes WHERE embedding_model = ${OTHER})`,
  );
  await database.query(
    `UPDATE match_results SET embedding_model = ${OTHER}, similarity_score = 0.1, match_score = 0.1`,
  );
}

const reembed = (request: Parameters<Reembedding['run']>[0] = {}): ReturnType<Reembedding['run']> =>
  app.app.get(Reembedding).run(request);

const outdated = async (): Promise<number> => {
  const [row] = await app.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM resumes WHERE embedding_model = ${OTHER}`,
  );
  return row?.count ?? 0;
};

it('gives everything the vectors and scores that it would get today, whether or not it is stopped', async () => {
  const before = await vectors();
  await changeModel();
  const seen: ReembeddingProgress[] = [];
  const stop = new AbortController();
  const stopped = await reembed({
    signal: stop.signal,
    onProgress: (progress) => {
      seen.push(progress);
      if (progress.what === 'resumes') {
        stop.abort();
      }
    },
  });
  expect(stopped).toEqual({ jobs: 1, resumes: 16, isComplete: false });
  await expect(outdated()).resolves.toBe(RESUMES - 16);
  expect(seen).toEqual([
    { what: 'jobs', done: 1, total: 1 },
    { what: 'resumes', done: 16, total: RESUMES },
  ]);

  await expect(reembed()).resolves.toEqual({ jobs: 0, resumes: RESUMES - 16, isComplete: true });
  await expect(vectors()).resolves.toEqual(before);
  await expect(reembed()).resolves.toEqual({ jobs: 0, resumes: 0, isComplete: true });
});

describe('while every vector is of another model', () => {
  beforeAll(() => changeModel());
  afterAll(() => reembed());

  it.each([
    ['a search by meaning', '/search/semantic', { query: 'runs a warehouse' }],
    ['a search by an offer', '/search-runs', { job_offer_text: 'A warehouse manager with SAP.' }],
  ])('refuses %s and says what to do', async (_name, path, body) => {
    const answer = await us.api.post(path, body);
    expect(answer).toMatchObject(CHANGED);
    expect(answer.body.detail).toContain('npm run reembed');
  });

  it('refuses jobs for a person and resumes like another', async () => {
    const { resumeId, candidateId } = first;
    await expect(us.api.post('/search/jobs', { candidate_id: candidateId })).resolves.toMatchObject(
      CHANGED,
    );
    await expect(us.api.get(`/resumes/${resumeId}/similar`)).resolves.toMatchObject(CHANGED);
  });

  it('goes on with words and skills in a hybrid search, and says so', async () => {
    const answer = await us.api.post('/search/hybrid', { query: 'barcode scanning' });
    const { body } = expectStatus(answer, 200);
    expect(body.count).toBe(20);
    expect(body.notices).toMatchObject([{ code: 'embedding_model_changed' }]);
    expect(body.results[0]).toMatchObject({ similarity_score: null });
  });

  it('refuses an application rather than to keep it without a score, and keeps nothing of it', async () => {
    const stored = await app.stored();
    const answer = await us.api.upload(textResume({ email: 'late@example.com' }), { jobId });
    expect(answer).toMatchObject(CHANGED);
    await expect(app.stored()).resolves.toEqual(stored);
  });

  it('still lists and explains the scores of the elder model', async () => {
    const { body } = expectStatus(await us.api.get(`/jobs/${jobId}/candidates`), 200);
    expect(body.total).toBe(RESUMES);
    expectStatus(await us.api.get(`/jobs/${jobId}/candidates/${first.resumeId}`), 200);
  });
});

describe('while some vectors are of another model', () => {
  beforeAll(() => changeModel(5));
  afterAll(() => reembed());

  it('searches the others and says how many it left out', async () => {
    const query = { query: 'runs a warehouse', limit: 100 };
    for (const kind of ['semantic', 'hybrid']) {
      const { body } = expectStatus(await us.api.post(`/search/${kind}`, query), 200);
      expect(body.notices).toEqual([
        { code: 'embedding_model_changed', message: expect.stringMatching(/^5 resumes .*reembed/) },
      ]);
    }
  });

  it('refuses to rank a pool of which it could compare a part', async () => {
    const answer = await us.api.post(`/jobs/${jobId}/match`);
    expect(answer).toMatchObject(CHANGED);
    expect(answer.body.detail).toContain('npm run reembed');
  });

  it('never compares a passage of one model with a job of the other', async () => {
    for (const { resume_id } of (await us.api.get(`/jobs/${jobId}/candidates`)).body.data) {
      const { body } = await us.api.get(`/jobs/${jobId}/candidates/${resume_id}`);
      const isOther = await app.database.query(
        `SELECT 1 FROM resumes WHERE id = $1 AND embedding_model = ${OTHER}`,
        [resume_id],
      );
      expect(body.best_chunks.length > 0).toBe(isOther.length > 0);
    }
  });

  it('scores for the job, once it is embedded, who came in meanwhile', async () => {
    const { body } = expectStatus(
      await us.api.upload(textResume({ email: 'meanwhile@example.com' })),
      201,
    );
    const results = (): Promise<unknown[]> =>
      app.database.query('SELECT source FROM match_results WHERE resume_id = $1', [body.resume.id]);
    await expect(results()).resolves.toEqual([]);
    await reembed();
    await expect(results()).resolves.toEqual([{ source: 'matched' }]);
  });
});
