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
