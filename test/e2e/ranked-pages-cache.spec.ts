import { randomUUID } from 'node:crypto';
import { RankedListRepository } from '../../src/modules/matching/ranked-list.repository';
import { RankedPages } from '../../src/modules/matching/ranked-pages';
import { Cache } from '../../src/platform/cache';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { eventually, finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

let app: TestApp;
let us: TestCompany;
let jobId: string;
let ids: readonly string[];

async function upload(name: string, job: string, company = us): Promise<Body> {
  const file = textResume({ name, email: `${randomUUID()}@example.com`, phone: '' });
  return expectStatus(await company.api.upload(file, { jobId: job }), 201).body.resume;
}

/** Whether the pages come from the cache: the database is asked only where the cache has none. */
async function isCached(query = ''): Promise<boolean> {
  const asked = jest.spyOn(app.app.get(RankedListRepository), 'page');
  expectStatus(await us.api.get(`/jobs/${jobId}/candidates?${query}`), 200);
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count === 0;
}

/** Nobody waits for a page to be kept, so it may take a moment. */
const untilCached = (query = ''): Promise<true> =>
  eventually(async () => ((await isCached(query)) ? true : null));

/** Pages are kept for one generation of the company's rankings. */
const generation = (): Promise<string> =>
  app.app.get(RankedListRepository).generation(us.companyId);

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

beforeEach(async () => {
  jobId = await createJob(us.api);
  const resumes = [await upload('Bruno Keller', jobId), await upload('Marcus Weber', jobId)];
  ids = resumes.map(({ id }) => id);
});

afterAll(async () => {
  await app.stop();
});

describe('a page of ranked candidates', () => {
  it('is read once while nothing changes, and shows the same', async () => {
    const { body: first } = await us.api.get(`/jobs/${jobId}/candidates?limit=1`);
    await untilCached('limit=1');
    const { body: again } = await us.api.get(`/jobs/${jobId}/candidates?limit=1`);
    expect([again.data, again.total]).toEqual([first.data, 2]);
    const next = `limit=1&cursor=${first.next_cursor}`;
    const { body: second } = await us.api.get(`/jobs/${jobId}/candidates?${next}`);
    await untilCached(next);
    const { body: secondAgain } = await us.api.get(`/jobs/${jobId}/candidates?${next}`);
    expect(secondAgain.data).toEqual(second.data);
    expect(second.data).not.toEqual(first.data);
    await expect(isCached('limit=2')).resolves.toBe(false);
    await expect(isCached('limit=1&status=pending')).resolves.toBe(false);
  });

  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'a new result': () => upload('Anna Young', jobId),
    'a decision': () => us.api.patch(`/jobs/${jobId}/candidates/${ids[0]}`, { status: 'rejected' }),
    'decisions on many': () =>
      us.api.patch(`/jobs/${jobId}/candidates`, { resume_ids: ids, status: 'reviewing' }),
    'other must-haves of the job': () =>
      us.api.patch(`/jobs/${jobId}`, { skills_required: ['SAP', 'Kubernetes'] }),
    'other scores': async () => {
      await us.api.patch(`/jobs/${jobId}`, { description: 'You bake bread at night.' });
      await finishedTasks(us.api);
    },
    'a match with the pool': async () => {
      const other = await createJob(us.api, { status: 'draft' });
      await upload('Anna Young', other);
      await us.api.post(`/jobs/${jobId}/match`);
      await finishedTasks(us.api);
    },
    'the deletion of a resume': () => us.api.delete(`/resumes/${ids[0]}`),
    'a resume read again': async () => {
      await us.api.post(`/resumes/${ids[0]}/reprocess`);
      await finishedTasks(us.api);
    },
    'a corrected name': async () => {
      const { body } = await us.api.get(`/resumes/${ids[0]}`);
      await us.api.patch(`/candidates/${body.candidate_id}`, { full_name: 'Zoe Keller' });
    },
    'another place': async () => {
      const { body } = await us.api.get(`/resumes/${ids[0]}`);
      await us.api.patch(`/candidates/${body.candidate_id}`, { location: 'Porto' });
    },
    'a merge': async () => {
      const [kept, merged] = await Promise.all(ids.map((id) => us.api.get(`/resumes/${id}`)));
      await us.api.post(`/candidates/${kept?.body.candidate_id}/merges`, {
        candidate_id: merged?.body.candidate_id,
      });
    },
  };

  it.each(Object.keys(changes))('is read anew after %s', async (what) => {
    await untilCached();
    await changes[what]!();
    await expect(isCached()).resolves.toBe(false);
    // What the database says, and not what was kept.
    await untilCached();
    const kept = await us.api.get(`/jobs/${jobId}/candidates`);
    const read = await us.api.get(`/jobs/${jobId}/candidates?limit=99`);
    expect(kept.body).toEqual(read.body);
  });

  it('is not read anew after a change that does not last, or what changes nothing', async () => {
    const before = await generation();
    await expect(
      app.database.transaction(async () => {
        await app.database.query(`UPDATE match_results SET status = 'hired' WHERE job_id = $1`, [
          jobId,
        ]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(generation()).resolves.toBe(before);
    const row = { status: 'pending' };
    await us.api.patch(`/jobs/${jobId}/candidates/${ids[0]}`, row);
    await expect(generation()).resolves.toBe(before);
  });

  it('stays kept while another company changes, and is never another company’s', async () => {
    const before = await generation();
    const them = await app.newCompany();
    const theirJob = await createJob(them.api);
    await upload('Anna Young', theirJob, them);
    await expect(generation()).resolves.toBe(before);
    const pages = app.app.get(RankedPages);
    const query = {
      filter: {},
      sort: 'match_score' as const,
      limit: 20,
      after: null,
      fingerprint: 'the very same',
    };
    const ours = await pages.page(us.companyId, jobId, query);
    expect(ours.total).toBe(2);
    await expect(pages.page(them.companyId, jobId, query)).resolves.toEqual({
      entries: [],
      next: null,
      total: 0,
    });
  });

  it('keeps no name: lists by name are always read', async () => {
    const kept = jest.spyOn(app.app.get(Cache), 'set');
    await us.api.get(`/jobs/${jobId}/candidates?sort=name&limit=1`);
    await us.api.get(`/jobs/${jobId}/candidates?sort=match_score&limit=1&name=bruno`);
    const texts = JSON.stringify(kept.mock.calls).toLowerCase();
    kept.mockRestore();
    expect(texts).toContain(us.companyId);
    expect(texts).not.toMatch(/bruno|keller|marcus|weber/);
    await expect(isCached('sort=name&limit=1')).resolves.toBe(false);
  });
});

it('is read from the database when the cache fails', async () => {
  const cache = app.app.get(Cache);
  const failing = jest.spyOn(cache, 'get').mockResolvedValue(undefined);
  const { body } = await us.api.get(`/jobs/${jobId}/candidates`);
  failing.mockRestore();
  expect(body.total).toBe(2);
});

it('shares the vectors of a company’s searches, and with nobody else', async () => {
  const cache = app.app.get(Cache);
  const them = await app.newCompany();
  const search = (company: TestCompany, query: string): Promise<ApiAnswer> =>
    company.api.post('/search/semantic', { query });
  const query = `forklift ${randomUUID()}`;
  const keys: string[] = [];
  const kept = jest.spyOn(cache, 'set').mockImplementation((key) => {
    keys.push(key);
    return Promise.resolve();
  });
  await search(us, query);
  await search(them, query);
  kept.mockRestore();
  const vectors = keys.filter((key) => key.startsWith('vector '));
  expect(vectors).toHaveLength(2);
  expect(new Set(vectors).size).toBe(2);
});
