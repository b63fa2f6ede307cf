import { randomUUID } from 'node:crypto';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { jpegBytes, textResume } from '../support/documents';
import { createJob } from '../support/jobs';

/** What people and programs send by mistake: each is refused by the field that is wrong, in words. */
let app: TestApp;
let us: TestCompany;
let jobId: string;
let candidateId: string;
let emptyResumeId: string;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
  const { body } = expectStatus(await us.api.upload(textResume()), 201);
  candidateId = body.resume.candidate_id;
  // Kept for a person to look at: it has no word.
  const picture = expectStatus(await us.api.upload(jpegBytes(), { name: 'scan.jpg', jobId }), 201);
  emptyResumeId = picture.body.resume.id;
  expect(picture.body).toMatchObject({ resume: { extraction: { state: 'needs_attention' } } });
});

afterAll(async () => {
  await app.stop();
});

const HYBRID = '/search/hybrid';
const SEMANTIC = '/search/semantic';
const STRUCTURED = '/search/structured';
const CANDIDATES = '/search/candidates';
const JOBS = '/search/jobs';
const RUNS = '/search-runs';
const OFFER = { job_offer_text: 'We look for a warehouse manager with SAP.' };

type Case = readonly [what: string, path: string, body: () => object, field: string, says: RegExp];

const both = (what: string, fields: object, field: string, says: RegExp): Case[] =>
  [SEMANTIC, HYBRID].map((path) => [what, path, () => ({ query: 'x', ...fields }), field, says]);

const filters = (what: string, given: unknown, field: string, says: RegExp): Case[] => [
  [what, STRUCTURED, () => ({ filters: given }), `filters${field}`, says],
  [what, HYBRID, () => ({ query: 'x', filters: given }), `filters${field}`, says],
];

const CASES: readonly Case[] = [
  ...both('no query', { query: undefined }, 'query', /must not be empty/),
  ...both('an empty query', { query: ' ' }, 'query', /must not be empty/),
  ...both('a query of signs', { query: '*** "" ()' }, 'query', /at least one letter or digit/),
  ...both('a query that only excludes', { query: 'NOT java' }, 'query', /not only exclude/),
  ...both('a query of 100 kB', { query: 'word '.repeat(20_000) }, 'query', /5000 characters/),
  ...both('a number as query', { query: 5 }, 'query', /must be a string/),
  ...both('no result wanted', { limit: 0 }, 'limit', /not be less than 1/),
  ...both('a million results', { limit: 1_000_000 }, 'limit', /not be greater than 2000/),
  ...both('a cursor of its own', { cursor: 'zzz' }, 'cursor', /not a cursor/),
  ...both('an unknown field', { colour: 'red' }, 'colour', /should not exist/),
  [
    'deep brackets',
    HYBRID,
    () => ({ query: `${'('.repeat(30)}"a" OR b${')'.repeat(30)}` }),
    'query',
    /20 deep/,
  ],
  [
    'too many conditions',
    HYBRID,
    () => ({ query: Array.from({ length: 70 }, (_, n) => `w${n}`).join(' OR ') }),
    'query',
    /64 terms/,
  ],
  ...filters('an unknown filter', { colour: 'red' }, '.colour', /should not exist/),
  ...filters('an empty list', { skills: [] }, '.skills', /at least 1/),
  ...filters('a text for a list', { skills: 'SAP' }, '.skills', /must be an array/),
  ...filters('an empty skill', { skills: [''] }, '.skills', /letter or a digit/),
  ...filters(
    'years in words',
    { years_experience: 'many' },
    '.years_experience',
    /number of years/,
  ),
  ...filters('negative years', { years_experience: -1 }, '.years_experience.min', /less than 0/),
  ...filters(
    'fewer years at most than at least',
    { years_experience: { min: 9, max: 2 } },
    '.years_experience',
    /min \(9\).*max \(2\)/,
  ),
  ...filters(
    'a skill wanted and excluded',
    { skills: ['SAP'], excluded_skills: ['sap'] },
    '.excluded_skills',
    /SAP/,
  ),
  ...filters('no such level', { education_level: 'high' }, '.education_level', /bachelor/),
  ...filters('a text for a person', { worked_with: 'x' }, '.worked_with', /object/),
  ...filters(
    'three steps away',
    { worked_with: { candidate_id: randomUUID(), steps: 3 } },
    '.worked_with.steps',
    /greater than 2/,
  ),
  ['no filter at all', STRUCTURED, () => ({ filters: {} }), 'filters', /must hold a filter/],
  ['only filters of null', STRUCTURED, () => ({ filters: { skills: null } }), 'filters', /filter/],
  ['no job', CANDIDATES, () => ({}), 'job_id', /UUID/],
  ...[1.5, -0.1, 'high'].map((threshold): Case => [
    `a threshold of ${threshold}`,
    CANDIDATES,
    () => ({ job_id: jobId, similarity_threshold: threshold }),
    'similarity_threshold',
    /must/,
  ]),
  ['a sort of its own', CANDIDATES, () => ({ job_id: jobId, sort: 'age' }), 'sort', /relevance/],
  [
    'a threshold of 2',
    JOBS,
    () => ({ candidate_id: candidateId, similarity_threshold: 2 }),
    'similarity_threshold',
    /greater than 1/,
  ],
  [
    'an empty offer',
    RUNS,
    () => ({ job_offer_text: '***' }),
    'job_offer_text',
    /must not be empty/,
  ],
  [
    'an offer of 100 kB',
    RUNS,
    () => ({ job_offer_text: 'x'.repeat(100_000) }),
    'job_offer_text',
    /20000/,
  ],
  ['no top', RUNS, () => ({ ...OFFER, top_k: 0 }), 'top_k', /less than 1/],
  ['a top of a million', RUNS, () => ({ ...OFFER, top_k: 1_000_000 }), 'top_k', /2000/],
  [
    'weights of zero',
    RUNS,
    () => ({ ...OFFER, weights: { skill: 0, experience: 0, education: 0 } }),
    'weights',
    /not all be 0/,
  ],
  [
    'a negative weight',
    RUNS,
    () => ({ ...OFFER, weights: { skill: -1 } }),
    'weights.skill',
    /less than 0/,
  ],
  [
    'an unknown weight',
    RUNS,
    () => ({ ...OFFER, weights: { charm: 1 } }),
    'weights.charm',
    /should not exist/,
  ],
  ['weights in words', RUNS, () => ({ ...OFFER, weights: 'all' }), 'weights', /object/],
  [
    'weights for what the offer leaves out',
    RUNS,
    () => ({ ...OFFER, weights: { skill: 0, experience: 0, education: 1 } }),
    'weights',
    /speaks of/,
  ],
  [
    'a saved query that cannot run',
    '/saved-searches',
    () => ({ name: 'a', kind: 'hybrid', query: '-java' }),
    'query',
    /not only exclude/,
  ],
  [
    'a saved query of signs',
    '/saved-searches',
    () => ({ name: 'b', kind: 'semantic', query: '***' }),
    'query',
    /letter or digit/,
  ],
  [
    'saved filters that exclude each other',
    '/saved-searches',
    () => ({ name: 'c', kind: 'structured', filters: { years_experience: { min: 9, max: 2 } } }),
    'filters.years_experience',
    /min/,
  ],
  [
    'a job of signs',
    '/jobs',
    () => ({ title: '***', description: 'x' }),
    'title',
    /letter or a digit/,
  ],
  [
    'a job without text',
    '/jobs',
    () => ({ title: 'Cook', description: ' - ' }),
    'description',
    /letter or a digit/,
  ],
];

it.each(CASES)('refuses %s at %s', async (_what, path, body, field, says) => {
  const answer = await us.api.post(path, body());
  expectStatus(answer, 422);
  const messages = answer.body.errors
    .filter((error: { field: string }) => error.field === field)
    .map((error: { message: string }) => error.message);
  expect(messages.join('; ')).toMatch(says);
});

it.each<readonly [string, object]>([
  [SEMANTIC, { query: 'warehouse', limit: null, cursor: null }],
  [HYBRID, { query: 'warehouse', limit: null, cursor: null, filters: null }],
  [
    HYBRID,
    {
      query: 'warehouse',
      filters: {
        skills: null,
        location: null,
        years_experience: { min: null, max: null },
        worked_with: null,
      },
    },
  ],
  [STRUCTURED, { filters: { skills: ['SAP'], titles: null, languages: null } }],
])('takes null for not given at %s', async (path, body) => {
  const answer = expectStatus(await us.api.post(path, body), 200);
  expect(answer.body.count).toBeGreaterThan(0);
});

it('takes null for the defaults of runs and fits', async () => {
  expectStatus(await us.api.post(RUNS, { ...OFFER, weights: null, top_k: null }), 201);
  expectStatus(await us.api.post(RUNS, { ...OFFER, weights: { skill: null } }), 201);
  const fit = { limit: null, sort: null, similarity_threshold: null };
  expectStatus(await us.api.post(CANDIDATES, { job_id: jobId, ...fit }), 200);
  expectStatus(await us.api.post(JOBS, { candidate_id: candidateId, ...fit }), 200);
});

it('says of a resume without text that it cannot be compared, and finds the others', async () => {
  const similar = await us.api.get(`/resumes/${emptyResumeId}/similar`);
  expect(similar).toMatchObject({ status: 409, body: { code: 'resume_not_comparable' } });
  expect(similar.body.detail).toContain('no text');
  for (const sort of ['relevance', 'similarity', 'match_score']) {
    const { body } = expectStatus(await us.api.post(CANDIDATES, { job_id: jobId, sort }), 200);
    const found = body.results.map((one: { candidate_id: string }) => one.candidate_id);
    expect(found).toEqual([candidateId]);
  }
  const { body: list } = expectStatus(await us.api.get(`/jobs/${jobId}/candidates`), 200);
  const listed = list.data.map((one: { resume_id: string }) => one.resume_id);
  expect(listed).not.toContain(emptyResumeId);
});

it('explains each result in words', async () => {
  const query = { query: 'someone with SAP for the warehouse', limit: 1 };
  const { body } = expectStatus(await us.api.post(HYBRID, query), 200);
  expect(body.results[0].explanation).toMatch(
    /^Holds “SAP” and “warehouse”\. Has the skills SAP.*Similar in meaning by 0\.\d\d.*Place 1 by words/,
  );
  const terms = body.results[0].excerpts.flatMap((one: { terms: string[] }) => one.terms);
  expect(terms).not.toContain('the');
});
