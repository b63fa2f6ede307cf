import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type PersonOverrides, textResume } from '../support/documents';

let app: TestApp;
let company: TestCompany;
const ids = new Map<string, { resumeId: string; candidateId: string }>();

const position = (
  employer: string,
  title: string,
  start: string,
  end: string | null,
  bullets: readonly string[],
) => ({ employer, title, location: 'Leeds', start, end, bullets });

const education = (school: string, degree: string, field: string) => [
  { school, degree, field, start: '2010', end: '2013' },
];

/** Everybody is invented. */
const PEOPLE: Readonly<Record<string, PersonOverrides>> = {
  developer: {
    name: 'Ines Varga',
    headline: 'Software Developer',
    location: 'Leeds, United Kingdom',
    summary: 'Builds desktop tools in C# and .NET for factories.',
    positions: [
      position('Brackenfield Software Ltd', 'Software Developer', '2018-01', '2021-06', [
        'Wrote C# services for machine data.',
      ]),
    ],
    educations: education('University of Northvale', 'BSc', 'Computer Science'),
    skills: ['C#', '.NET', 'SQL'],
    languages: [{ name: 'English', level: 'native' }],
  },
  tester: {
    name: 'Olu Adeyemi',
    headline: 'Test Engineer',
    location: 'York, United Kingdom',
    summary: 'Finds faults before customers do, with C++ simulators and careful plans.',
    positions: [
      position('Brackenfield Software', 'Test Engineer', '2020-03', '2022-02', [
        'Built simulators in C++ for conveyor lines.',
      ]),
    ],
    educations: education('Harrow Marsh College', 'MSc', 'Mechatronics'),
    skills: ['C++', 'Python'],
    languages: [{ name: 'German', level: 'fluent' }],
  },
  nurse: {
    name: 'Petra Lindqvist',
    headline: 'Certified Nursing Assistant',
    location: 'Leeds, United Kingdom',
    summary: 'CNA who looks after elderly residents on night shifts.',
    positions: [
      position('Willow Court Care', 'CNA', '2016-05', null, [
        'Bathed, fed and comforted residents with dementia.',
      ]),
    ],
    educations: education('Harrow Marsh College', 'Diploma', 'Health Care'),
    skills: ['Wound care', 'Patient care'],
    languages: [{ name: 'German', level: 'native' }],
  },
  consultant: {
    name: 'Rashid Khoury',
    headline: 'SAP FI Consultant',
    location: 'Bristol, United Kingdom',
    summary: 'Introduces SAP FI and closes the books on time.',
    positions: [
      position('Ostrava Ledger GmbH', 'SAP FI Consultant', '2014-01', '2020-12', [
        'Moved the ledger of a brewery to SAP FI.',
      ]),
      position('Harbourline Partners', 'Finance Lead', '2021-02', '2022-12', ['Led the close.']),
    ],
    educations: education('University of Northvale', 'MSc', 'Finance'),
    skills: ['SAP FI', 'Accounting'],
    languages: [{ name: 'English', level: 'fluent' }],
  },
  clerk: {
    name: 'Tove Brandt',
    headline: 'Accounts Clerk',
    location: 'Bristol, United Kingdom',
    summary: 'Books invoices.',
    positions: [
      position('Harbourline Partners', 'Accounts Clerk', '2022-06', null, ['Booked invoices.']),
      position('Brackenfield Software', 'Office Clerk', '2021-08', '2021-12', ['Filed papers.']),
    ],
    educations: education('Midland Polytechnic', 'BA', 'Business'),
    skills: ['Accounting'],
    languages: [{ name: 'English', level: 'native' }],
  },
};

beforeAll(async () => {
  app = await startTestApp();
  company = await app.newCompany();
  for (const [index, [key, person]] of Object.entries(PEOPLE).entries()) {
    const file = textResume({
      ...person,
      email: `${key}@example.com`,
      phone: `+44 20 7946 0${100 + index}`,
    });
    const answer = expectStatus(await company.api.upload(file, { name: `${key}.txt` }), 201);
    const { id, candidate_id } = answer.body.resume;
    ids.set(key, { resumeId: id, candidateId: candidate_id });
  }
});

afterAll(async () => {
  await app.stop();
});

const keyOf = (resumeId: string): string =>
  [...ids].find(([, one]) => one.resumeId === resumeId)?.[0] ?? 'nobody';

const found = (answer: { body: { results: { resume_id: string }[] } }): string[] =>
  answer.body.results.map((result) => keyOf(result.resume_id));

const hybrid = async (query: string, filters?: object): Promise<string[]> =>
  found(expectStatus(await company.api.post('/search/hybrid', { query, filters }), 200));

const structured = async (filters: object): Promise<string[]> => {
  const answer = await company.api.post('/search/structured', { filters });
  return found(expectStatus(answer, 200)).sort();
};

describe('POST /search/semantic', () => {
  it('finds a paraphrase first and quotes the passage', async () => {
    const answer = await company.api.post('/search/semantic', {
      query: 'someone who cares for old people in a home',
      limit: 3,
    });
    const { body } = expectStatus(answer, 200);
    expect(body).toMatchObject({
      query: 'someone who cares for old people in a home',
      count: 3,
    });
    expect(found(answer)[0]).toBe('nurse');
    const [first] = body.results;
    expect(first.similarity_score).toBe(first.score);
    const { content } = (await company.api.get(`/resumes/${first.resume_id}`)).body;
    expect(first.excerpts.length).toBeGreaterThan(0);
    for (const excerpt of first.excerpts) {
      expect(content.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
    }
  });

  it('pages through everybody without repeating anyone', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = expectStatus(
        await company.api.post('/search/semantic', { query: 'engineer', limit: 2, cursor }),
        200,
      );
      seen.push(...body.results.map((one: { resume_id: string }) => keyOf(one.resume_id)));
      cursor = body.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(Object.keys(PEOPLE).sort());
  });

  it('finds nothing of another company', async () => {
    const other = await app.newCompany();
    const { body } = await other.api.post('/search/semantic', { query: 'developer' });
    expect(body).toMatchObject({ results: [], count: 0, next_cursor: null });
  });
});

describe('POST /search/hybrid', () => {
  it.each([
    ['C#', 'developer'],
    ['C++', 'tester'],
    ['.NET', 'developer'],
    ['CNA', 'nurse'],
    ['SAP FI', 'consultant'],
    ['keeps the books and closes the ledger', 'consultant'],
  ])('finds %s', async (query, expected) => {
    expect((await hybrid(query))[0]).toBe(expected);
  });

  it('takes quotes, AND, OR, NOT, exclusions and prefixes as a condition', async () => {
    expect(await hybrid('"SAP FI"')).toEqual(['consultant']);
    expect(await hybrid('simulat* AND conveyor')).toEqual(['tester']);
    expect((await hybrid('"C#" OR "C++"')).sort()).toEqual(['developer', 'tester']);
    expect(await hybrid('(simulators OR invoices) NOT conveyor')).toEqual(['clerk']);
    expect(await hybrid('accounting AND university -brewery AND NOT sap')).toEqual([]);
    expect(await hybrid('"on night shifts"')).toEqual(['nurse']);
  });

  it('says which list found a result at which place, and why', async () => {
    const answer = await company.api.post('/search/hybrid', { query: 'C# developer' });
    const [first] = expectStatus(answer, 200).body.results;
    expect(first.ranks).toEqual([
      { list: 'text', rank: 1 },
      { list: 'semantic', rank: expect.any(Number) },
      { list: 'skills', rank: 1 },
    ]);
    expect(first.matched_skills).toContain('C#');
    const terms = first.excerpts.flatMap((excerpt: { terms: string[] }) => excerpt.terms);
    expect(terms).toContain('C#');
  });

  it('keeps to the filters', async () => {
    expect((await hybrid('university', { location: 'Bristol' })).sort()).toEqual([
      'clerk',
      'consultant',
    ]);
  });
});

describe('POST /search/structured', () => {
  it.each<[string, object, readonly string[]]>([
    ['every skill', { skills: ['c sharp', '.NET'] }, ['developer']],
    ['no excluded skill', { skills: ['Accounting'], excluded_skills: ['SAP FI'] }, ['clerk']],
    ['years as a number', { years_experience: 8 }, ['consultant', 'nurse']],
    ['years as a range', { years_experience: { min: 1, max: 3 } }, ['tester']],
    [
      'any spelling of an employer',
      { employers: ['BRACKENFIELD SOFTWARE LIMITED'] },
      ['clerk', 'developer', 'tester'],
    ],
    ['a title', { titles: ['clerk'] }, ['clerk']],
    ['a school', { schools: ['Harrow Marsh'] }, ['nurse', 'tester']],
    ['a place', { location: 'leeds' }, ['developer', 'nurse']],
    ['at least a level of education', { education_level: 'master' }, ['consultant', 'tester']],
    ['a language', { languages: ['german'] }, ['nurse', 'tester']],
    ['all filters together', { languages: ['German'], location: 'York' }, ['tester']],
  ])('filters by %s', async (_what, filters, expected) => {
    expect(await structured(filters)).toEqual(expected);
  });

  it('quotes the entry that fulfils a filter', async () => {
    const answer = await company.api.post('/search/structured', {
      filters: { employers: ['Willow Court'] },
    });
    expect(answer.body.results[0].excerpts).toEqual([
      expect.objectContaining({
        reason: 'employer',
        terms: ['Willow Court Care'],
        section: 'experience',
        text: expect.stringContaining('Willow Court Care'),
      }),
    ]);
  });

  it('finds who worked with somebody at the same time, also two steps away', async () => {
    const { candidateId } = ids.get('developer')!;
    const one = { worked_with: { candidate_id: candidateId } };
    expect(await structured(one)).toEqual(['tester']);
    const two = { worked_with: { candidate_id: candidateId, steps: 2 } };
    expect(await structured(two)).toEqual(['clerk', 'tester']);
    expect(await structured({ ...two, location: 'Bristol' })).toEqual(['clerk']);
  });
});

describe('a search that makes no sense', () => {
  it.each<[string, string, object, string]>([
    ['an empty query', 'semantic', { query: '  ' }, 'query'],
    ['a query without words', 'hybrid', { query: '***' }, 'query'],
    ['a query that only excludes', 'hybrid', { query: '-java' }, 'query'],
    ['a query of 90 kB', 'hybrid', { query: 'a '.repeat(45_000) }, 'query'],
    ['a limit of nothing', 'semantic', { query: 'cook', limit: 0 }, 'limit'],
    ['a limit of a million', 'semantic', { query: 'cook', limit: 1_000_000 }, 'limit'],
    ['an unknown filter', 'structured', { filters: { colour: 'red' } }, 'filters.colour'],
    ['no filter', 'structured', { filters: {} }, 'filters'],
    ['filters of another type', 'structured', { filters: { skills: 'SQL' } }, 'filters.skills'],
    [
      'contradictory years',
      'structured',
      { filters: { years_experience: { min: 9, max: 3 } } },
      'filters.years_experience',
    ],
    [
      'contradictory skills',
      'hybrid',
      { query: 'cook', filters: { skills: ['SQL'], excluded_skills: ['sql'] } },
      'filters.excluded_skills',
    ],
    ['a foreign cursor', 'semantic', { query: 'cook', cursor: 'bm9uc2Vuc2U' }, 'cursor'],
  ])('is refused: %s', async (_what, route, body, field) => {
    const answer = await company.api.post(`/search/${route}`, body);
    expectStatus(answer, 422);
    expect(answer.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });

  it('names the limit of a query that is too long', async () => {
    const { body } = await company.api.post('/search/semantic', { query: 'a'.repeat(6000) });
    expect(body.errors[0].message).toContain('5000');
  });

  it('does not know another company’s people', async () => {
    const other = await app.newCompany();
    const filters = { worked_with: { candidate_id: ids.get('clerk')!.candidateId } };
    const answer = await other.api.post('/search/structured', { filters });
    expect(answer).toMatchObject({ status: 404, body: { code: 'candidate_not_found' } });
  });
});

describe('POST /search/candidates and /search/jobs', () => {
  const newJob = async (fields: object): Promise<string> => {
    const body = { description: 'Work with us.', requirements: '', ...fields };
    return expectStatus(await company.api.post('/jobs', body), 201).body.id;
  };

  it.each(['relevance', 'similarity', 'match_score'])('ranks the pool by %s', async (sort) => {
    const jobId = await newJob({
      title: 'SAP FI Consultant',
      description: 'You move ledgers to SAP FI.',
      skills_required: ['SAP FI', 'Accounting'],
    });
    const answer = await company.api.post('/search/candidates', { job_id: jobId, sort });
    const { body } = expectStatus(answer, 200);
    expect(body).toMatchObject({ query: jobId, count: 5 });
    expect(found(answer)[0]).toBe('consultant');
    const scores = body.results.map((one: { score: number }) => one.score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(body.results[0].matched_skills.sort()).toEqual(['Accounting', 'SAP FI']);
  });

  it('gives the scores that the job’s own list has', async () => {
    const jobId = await newJob({ title: 'Developer', skills_required: ['C#', 'Kubernetes'] });
    const resumeId = ids.get('developer')!.resumeId;
    const upload = textResume({ ...PEOPLE['developer'], email: 'twin@example.com', phone: '' });
    const twin = expectStatus(await company.api.upload(upload, { jobId }), 201).body.resume.id;
    const match = (await company.api.get(`/jobs/${jobId}/candidates/${twin}`)).body;
    const { body } = await company.api.post('/search/candidates', { job_id: jobId });
    const own = body.results.find((one: { resume_id: string }) => one.resume_id === twin);
    expect(own.match_score).toBeCloseTo(match.match_score, 9);
    expect(own.similarity_score).toBeCloseTo(match.similarity_score, 9);
    expect(own.skill_match_score).toBe(0.5);
    const similar = await company.api.get(`/resumes/${resumeId}/similar?limit=2`);
    expect(expectStatus(similar, 200).body.results[0]).toMatchObject({ resume_id: twin });
    expect(similar.body.results[0].matched_skills).toContain('C#');
    expectStatus(await company.api.delete(`/resumes/${twin}`), 204);
  });

  it('keeps to the threshold of the similarity', async () => {
    const jobId = await newJob({ title: 'Nursing assistant', description: 'Care for residents.' });
    const all = await company.api.post('/search/candidates', { job_id: jobId });
    const threshold = all.body.results[1].similarity_score;
    const some = await company.api.post('/search/candidates', {
      job_id: jobId,
      similarity_threshold: threshold,
      sort: 'similarity',
    });
    expect(some.body.results.length).toBeLessThan(5);
    for (const { similarity_score: similarity } of some.body.results) {
      expect(similarity).toBeGreaterThanOrEqual(threshold);
    }
    const bad = { job_id: jobId, similarity_threshold: 1.5 };
    expectStatus(await company.api.post('/search/candidates', bad), 422);
  });

  it('lets hiring managers search for their own jobs only', async () => {
    const manager = await app.join(company, 'hiring_manager');
    const own = await newJob({ title: 'Cook', hiring_manager_id: manager.userId });
    const other = await newJob({ title: 'Baker' });
    expectStatus(await manager.api.post('/search/candidates', { job_id: own }), 200);
    expectStatus(await manager.api.post('/search/candidates', { job_id: other }), 404);
    expectStatus(await manager.api.post('/search/semantic', { query: 'cook' }), 403);
  });

  it('says that a job without a vector cannot be compared', async () => {
    const jobId = await newJob({ title: 'Ghost' });
    await app.database.query('UPDATE job_descriptions SET embedding = NULL WHERE id = $1', [jobId]);
    const answer = await company.api.post('/search/candidates', { job_id: jobId });
    expect(answer).toMatchObject({ status: 409, body: { code: 'job_not_comparable' } });
    await company.api.delete(`/jobs/${jobId}`);
  });

  it('ranks the open jobs for a candidate', async () => {
    const fitting = await newJob({
      title: 'Night care assistant',
      description: 'CNA for elderly residents.',
      skills_required: ['Wound care'],
    });
    const closed = await newJob({ title: 'CNA', status: 'closed' });
    const { candidateId } = ids.get('nurse')!;
    const answer = await company.api.post('/search/jobs', { candidate_id: candidateId });
    const { results } = expectStatus(answer, 200).body;
    const ranked = results.map((one: { job_id: string }) => one.job_id);
    // Other tests' jobs are open too; this one is among the best, and above those of other trades.
    expect(ranked.slice(0, 3)).toContain(fitting);
    expect(results[ranked.indexOf(fitting)]).toMatchObject({ matched_skills: ['Wound care'] });
    expect(ranked).not.toContain(closed);
    const same = await company.api.get(`/candidates/${candidateId}/jobs?limit=1`);
    expect(same.body.results).toEqual(results.slice(0, 1));
  });
});

describe('GET /candidates/:candidate_id/connections', () => {
  it('tells who worked with a person, when and as what', async () => {
    const { candidateId } = ids.get('tester')!;
    const { body } = expectStatus(
      await company.api.get(`/candidates/${candidateId}/connections`),
      200,
    );
    expect(body).toMatchObject({ total: 2, next_cursor: null });
    expect(body.data[0]).toMatchObject({
      candidate_id: ids.get('developer')!.candidateId,
      steps: 1,
      via_candidate_id: null,
      shared: [
        {
          employer: 'Brackenfield Software Ltd',
          from: '2020-03-01',
          to: '2021-06-30',
          own_title: 'Test Engineer',
          their_title: 'Software Developer',
        },
      ],
      days: 487,
    });
  });

  it('goes two steps and names the person in between, page by page', async () => {
    const path = `/candidates/${ids.get('consultant')!.candidateId}/connections?steps=2&limit=1`;
    const first = expectStatus(await company.api.get(path), 200).body;
    expect(first).toMatchObject({
      total: 2,
      data: [{ candidate_id: ids.get('clerk')!.candidateId, steps: 1 }],
    });
    const next = await company.api.get(`${path}&cursor=${first.next_cursor}`);
    expect(expectStatus(next, 200).body.data[0]).toMatchObject({
      candidate_id: ids.get('tester')!.candidateId,
      steps: 2,
      via_candidate_id: ids.get('clerk')!.candidateId,
    });
  });
});

describe('search runs', () => {
  const offer = `You worked in breweries for five years.
    Knowledge of SAP FI and accounting.
    A master's degree in finance.`;

  it('split an offer, weight its parts and are kept', async () => {
    const weights = { skill: 2, experience: 1, education: 1 };
    const answer = await company.api.post('/search-runs', {
      job_offer_text: offer,
      weights,
      top_k: 2,
    });
    const { body } = expectStatus(answer, 201);
    expect(found(answer)[0]).toBe('consultant');
    expect(body.categories.map((one: { name: string }) => one.name)).toEqual([
      'skill',
      'experience',
      'education',
    ]);
    expect(body.categories.map((one: { weight_used: number }) => one.weight_used)).toEqual([
      0.5, 0.25, 0.25,
    ]);
    for (const result of body.results) {
      const sum = result.category_scores.reduce(
        (total: number, one: { name: keyof typeof weights; score: number }) =>
          total + (one.score * weights[one.name]) / 4,
        0,
      );
      expect(result.score).toBeCloseTo(sum, 9);
    }
    expect((await company.api.get(`/search-runs/${body.id}`)).body).toEqual(body);
  });

  it('leave out a category that the offer does not speak of', async () => {
    const { body } = await company.api.post('/search-runs', {
      job_offer_text: 'Knowledge of SAP FI.',
    });
    expect(body.categories).toMatchObject([
      { name: 'skill', weight_used: 1 },
      { name: 'experience', text: '', weight: 1, weight_used: 0 },
      { name: 'education', weight_used: 0 },
    ]);
  });

  it.each<[string, object, string]>([
    ['no offer', { job_offer_text: ' ' }, 'job_offer_text'],
    [
      'weights without a sum',
      { job_offer_text: offer, weights: { skill: 0, experience: 0, education: 0 } },
      'weights',
    ],
    ['a negative weight', { job_offer_text: offer, weights: { skill: -1 } }, 'weights.skill'],
    ['no results wanted', { job_offer_text: offer, top_k: 0 }, 'top_k'],
    ['a million results', { job_offer_text: offer, top_k: 1_000_000 }, 'top_k'],
    [
      'weight on nothing',
      { job_offer_text: 'Knowledge of SAP FI.', weights: { skill: 0 } },
      'weights',
    ],
  ])('refuse %s', async (_what, body, field) => {
    const answer = expectStatus(await company.api.post('/search-runs', body), 422);
    expect(answer.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });
});

describe('saved searches', () => {
  it('are kept, changed, run and deleted', async () => {
    const draft = {
      name: 'Linguists',
      kind: 'structured',
      filters: { languages: ['German'], years_experience: 1 },
    };
    const created = expectStatus(await company.api.post('/saved-searches', draft), 201).body;
    expect(created).toMatchObject({
      name: 'Linguists',
      filters: { languages: ['German'], years_experience: { min: 1 } },
      limit: 20,
      last_run_at: null,
    });
    const path = `/saved-searches/${created.id}`;
    const run = expectStatus(await company.api.post(`${path}/run`), 200);
    expect(found(run).sort()).toEqual(['nurse', 'tester']);
    expect(run.body.saved_search_id).toBe(created.id);
    const change = { kind: 'hybrid', query: 'conveyor' };
    const changed = expectStatus(await company.api.patch(path, change), 200).body;
    expect(changed).toMatchObject({ ...change, filters: created.filters });
    expect(found(await company.api.post(`${path}/run`))[0]).toBe('tester');
    expect((await company.api.get('/saved-searches')).body).toMatchObject({ total: 1 });
    expectStatus(await company.api.delete(path), 204);
    expectStatus(await company.api.get(path), 404);
  });

  it('have a name of their own and make sense', async () => {
    const draft = { name: 'Books', kind: 'semantic', query: 'books' };
    expectStatus(await company.api.post('/saved-searches', draft), 201);
    const again = await company.api.post('/saved-searches', draft);
    expect(again).toMatchObject({ status: 409, body: { code: 'saved_search_name_taken' } });
    const empty = await company.api.post('/saved-searches', { name: 'Empty', kind: 'hybrid' });
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ field: 'query' }] } });
    const other = await app.newCompany();
    expectStatus(await other.api.post('/saved-searches', draft), 201);
  });
});

describe('the graph', () => {
  it('follows a resume to the person that it is merged into, and back', async () => {
    const kept = ids.get('developer')!.candidateId;
    const merged = ids.get('clerk')!.candidateId;
    const merge = await company.api.post(`/candidates/${kept}/merges`, { candidate_id: merged });
    expectStatus(merge, 201);
    expect(await structured({ worked_with: { candidate_id: kept } })).toEqual([
      'consultant',
      'tester',
    ]);
    expectStatus(await company.api.post(`/candidates/${kept}/merges/${merge.body.id}/undo`), 200);
    expect(await structured({ worked_with: { candidate_id: kept } })).toEqual(['tester']);
  });
});
