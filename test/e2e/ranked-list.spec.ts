import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTasks } from '../support/waiting';

type Body = ApiAnswer['body'];

interface Somebody {
  readonly name: string;
  readonly location: string;
  /** Of experience, up to the end of 2020; null for a resume without dates. */
  readonly years: number | null;
  readonly skills: readonly string[];
}

/** The job asks for inventory management, SAP (both must-haves) and Kubernetes. */
const PEOPLE: readonly Somebody[] = [
  {
    name: 'Élodie Marchand',
    location: 'Lyon, France',
    years: 4,
    skills: ['Inventory management', 'SAP', 'Kubernetes'],
  },
  {
    name: 'Bruno Keller',
    location: 'Coventry, United Kingdom',
    years: 12,
    skills: ['Inventory management', 'SAP', 'JavaScript'],
  },
  {
    name: 'Walter Mason',
    location: 'Coventry, United Kingdom',
    years: 1,
    skills: ['SAP', 'React'],
  },
  { name: 'Anna de Vries', location: 'Utrecht', years: null, skills: ['Inventory management'] },
  { name: 'Marcus Eld', location: 'Coventry, Canada', years: 7, skills: ['Baking'] },
  { name: 'Elena Bruns', location: 'Leeds', years: 2, skills: ['Kubernetes', 'Go', 'SAP'] },
];

const SORTS = [
  'match_score',
  'similarity_score',
  'skill_match_score',
  'name',
  'years_of_experience',
  'created_at',
];

let app: TestApp;
let us: TestCompany;
let jobId: string;
let ranked: readonly Body[];

const resumeOf = (person: Somebody): Buffer =>
  textResume({
    name: person.name,
    location: person.location,
    email: `${randomUUID()}@example.com`,
    phone: `+44 20 7946 0${String(Math.floor(Math.random() * 900) + 100)}`,
    summary: 'Some years of work.',
    positions:
      person.years === null
        ? []
        : [
            {
              employer: 'Fernhill Distribution',
              title: 'Warehouse Operations Manager',
              location: 'Leeds',
              start: `${2021 - person.years}-01`,
              end: '2020-12',
              bullets: [],
            },
          ],
    skills: person.skills,
    educations: [],
    certifications: [],
  });

async function apply(person: Somebody, job = jobId): Promise<Body> {
  return expectStatus(await us.api.upload(resumeOf(person), { jobId: job }), 201).body.match;
}

const listOf = async (query = '', job = jobId): Promise<Body> =>
  expectStatus(await us.api.get(`/jobs/${job}/candidates${query}`), 200).body;

const namesOf = (rows: readonly Body[]): readonly string[] =>
  rows.map(({ candidate_name: name }) => name);

const idsOf = (rows: readonly Body[]): readonly string[] => rows.map((row) => row.resume_id);

/** The rest of a list, page by page. */
async function rest(page: Body, query: string, job = jobId): Promise<readonly Body[]> {
  const rows: Body[] = [];
  for (let cursor = page.next_cursor; cursor !== null;) {
    const next = await listOf(`?${query}&cursor=${cursor}`, job);
    expect(next.total).toBe(page.total);
    rows.push(...next.data);
    cursor = next.next_cursor;
  }
  return rows;
}

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
  for (const person of PEOPLE) {
    await apply(person);
  }
  ({ data: ranked } = await listOf());
});

afterAll(async () => {
  await app.stop();
});

describe('the filters of a job’s candidates', () => {
  it.each([
    ['name=bruno', ['Bruno Keller']],
    ['name=kel%20BRU', ['Bruno Keller']],
    ['name=elodie', ['Élodie Marchand']],
    ['name=el', ['Elena Bruns', 'Élodie Marchand', 'Marcus Eld']],
    ['name=runo', []],
    ['name=%25anna', ['Anna de Vries']],
    ['location=coventry', ['Bruno Keller', 'Marcus Eld', 'Walter Mason']],
    ['location=Coventry,%20united', ['Bruno Keller', 'Walter Mason']],
    ['location=oven', []],
    ['min_years=4', ['Bruno Keller', 'Marcus Eld', 'Élodie Marchand']],
    ['max_years=2', ['Elena Bruns', 'Walter Mason']],
    ['min_years=2&max_years=4', ['Elena Bruns', 'Élodie Marchand']],
    ['min_years=0', PEOPLE.filter(({ years }) => years !== null).map(({ name }) => name)],
    ['skills=js', ['Bruno Keller', 'Walter Mason']],
    ['skills=js&skills=inventory%20management', ['Bruno Keller']],
    ['skills=js,golang&skills_mode=any', ['Bruno Keller', 'Elena Bruns', 'Walter Mason']],
    ['skills=JavaScript,js', ['Bruno Keller', 'Walter Mason']],
    ['skills=Zorbing', []],
    ['excluded_skills=SAP', ['Anna de Vries', 'Marcus Eld']],
    ['skills=SAP&excluded_skills=k8s,React', ['Bruno Keller']],
    ['skills=k8s,React&skills_mode=any&excluded_skills=k8s', ['Walter Mason']],
    ['must_have=true', ['Bruno Keller', 'Élodie Marchand']],
    ['must_have=true&max_years=4&location=lyon&name=m', ['Élodie Marchand']],
    ['source=matched', []],
    ['status=pending,hired&name=walt', ['Walter Mason']],
    ['status=hired&status=rejected', []],
  ])('%s', async (query, names) => {
    const { data, total } = await listOf(`?${query}`);
    expect([...namesOf(data)].sort()).toEqual([...names].sort());
    expect(total).toBe(names.length);
    // The place among all, whatever is filtered.
    for (const row of data) {
      expect(row.rank).toBe(ranked.find((one) => one.resume_id === row.resume_id).rank);
    }
  });

  it('take both bounds of the score in', async () => {
    const [, second, third] = ranked;
    const query = `?min_score=${third.match_score}&max_score=${second.match_score}`;
    expect(idsOf((await listOf(query)).data)).toEqual(idsOf([second, third]));
  });

  it.each([
    ['min_score', 'min_score=0.8&max_score=0.2'],
    ['min_years', 'min_years=9&max_years=3'],
    ['excluded_skills', 'skills=JavaScript&excluded_skills=js'],
    ['excluded_skills', 'must_have=true&excluded_skills=sap'],
    ['skills_mode', 'skills_mode=any'],
    ['skills_mode', 'skills=SAP&skills_mode=none'],
    ['status', 'status=pending,fired'],
    ['status', 'status='],
    ['source', 'source=found'],
    ['max_score', 'max_score=1.5'],
    ['min_score', 'min_score='],
    ['min_score', 'min_score=0.1&min_score=0.2'],
    ['min_years', 'min_years=-1'],
    ['max_years', 'max_years=many'],
    ['location', 'location=...'],
    ['name', 'name='],
    ['name', `name=${'x'.repeat(201)}`],
    ['name', 'name=a&name=b'],
    ['skills', 'skills='],
    ['skills', `skills=${Array.from({ length: 51 }, (_, n) => `s${n}`).join(',')}`],
    ['must_have', 'must_have=SAP'],
    ['sort', 'sort=phone'],
    ['experience', 'experience=3'],
  ])('refuse a bad %s with words (%s)', async (field, query) => {
    const { status, body } = await us.api.get(`/jobs/${jobId}/candidates?${query}`);
    expect(status).toBe(422);
    const [problem] = body.errors.filter((error: Body) => error.field === field);
    expect(problem.message).toMatch(/\w+ \w+/);
  });
});

describe('the rows of a job’s candidates', () => {
  it('tell those apart whose name was not found', async () => {
    const job = await createJob(us.api);
    const text = Buffer.from('Experience with inventory management and SAP.\n');
    expectStatus(await us.api.upload(text, { jobId: job, name: 'first.txt' }), 201);
    await apply(PEOPLE[0]!, job);
    const { data } = await listOf('?sort=name', job);
    expect(data).toMatchObject([
      { candidate_name: PEOPLE[0]!.name, headline: 'Warehouse Operations Manager' },
      { candidate_name: null, headline: null, file_name: 'first.txt' },
    ]);
  });
});

describe('the orders of a job’s candidates', () => {
  it('are by name without accents, and by years with those who give none last', async () => {
    expect(namesOf((await listOf('?sort=name')).data)).toEqual([
      'Anna de Vries',
      'Bruno Keller',
      'Elena Bruns',
      'Élodie Marchand',
      'Marcus Eld',
      'Walter Mason',
    ]);
    const { data } = await listOf('?sort=years_of_experience');
    expect(data.map((row: Body) => row.years_of_experience)).toEqual([12, 7, 4, 2, 1, null]);
    const newest = await listOf('?sort=created_at');
    expect(namesOf(newest.data)).toEqual(PEOPLE.map(({ name }) => name).toReversed());
  });

  it.each(SORTS)('give the same by %s page by page, filtered too', async (sort) => {
    for (const filter of ['', '&skills=SAP', '&min_years=2', '&location=coventry&status=pending']) {
      const { data } = await listOf(`?sort=${sort}${filter}`);
      const query = `sort=${sort}${filter}&limit=1`;
      const first = await listOf(`?${query}`);
      const pages = [...first.data, ...(await rest(first, query))];
      expect(pages).toEqual(data);
      for (const row of pages) {
        expect(row.rank).toBe(ranked.find((one) => one.resume_id === row.resume_id).rank);
      }
    }
  });
});

describe('a cursor', () => {
  const cursorOf = async (query: string): Promise<string> =>
    (await listOf(`?limit=2&${query}`)).next_cursor;

  it.each([
    ['another sort', 'sort=name'],
    ['another filter', 'sort=match_score&min_score=0.01'],
  ])('is refused for a list with %s', async (_what, query) => {
    const cursor = await cursorOf('sort=match_score');
    const { status, body } = await us.api.get(
      `/jobs/${jobId}/candidates?${query}&cursor=${cursor}`,
    );
    expect([status, body.errors[0].field]).toEqual([422, 'cursor']);
    expect(body.errors[0].message).toMatch(/another sort or filter|not a cursor of this list/);
  });

  it('is refused when its parts are not ours', async () => {
    const [fingerprint, , total, key, id] = JSON.parse(
      Buffer.from(await cursorOf('sort=match_score'), 'base64url').toString(),
    );
    for (const parts of [
      [fingerprint, 'x', total, key, id],
      [fingerprint, '5:4:', total, key, id],
      [fingerprint, '0:0:', total, key, id],
      [fingerprint, '1:9:8,3', total, key, id],
      [fingerprint, '1:9:9', total, key, id],
      [fingerprint, `1:${'9'.repeat(19)}:`, total, key, id],
      [fingerprint, '1:9:', 'many', key, id],
      [fingerprint, '1:9:', 0.5, key, id],
      [fingerprint, '1:9:', total, 'high', id],
      [fingerprint, '1:9:', total, key, 'nobody'],
      [fingerprint, '1:9:', total, key],
      ['', '1:9:', total, key, id],
    ]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      const { status, body } = await us.api.get(`/jobs/${jobId}/candidates?cursor=${cursor}`);
      expect([parts, status, body.errors?.[0].field]).toEqual([parts, 422, 'cursor']);
    }
    for (const parts of [
      [fingerprint, '3:3:', total, key, id],
      [fingerprint, '3:9:3,5', total, key, id],
    ]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      await listOf(`?cursor=${cursor}`);
    }
  });

  it('works with another page size', async () => {
    const cursor = await cursorOf('sort=match_score');
    const { data } = await listOf(`?sort=match_score&limit=3&cursor=${cursor}`);
    expect(idsOf(data)).toEqual(idsOf(ranked.slice(2, 5)));
  });
});

describe('pages that are read while the ranking changes', () => {
  let job: string;
  let before: readonly Body[];

  beforeEach(async () => {
    job = await createJob(us.api);
    for (const person of PEOPLE) {
      await apply(person, job);
    }
    ({ data: before } = await listOf('', job));
  });

  it.each(SORTS)('by %s list everybody once when others come in between', async (sort) => {
    const { data } = await listOf(`?sort=${sort}`, job);
    const query = `sort=${sort}&limit=2`;
    const first = await listOf(`?${query}`, job);
    for (const person of [PEOPLE[0]!, PEOPLE[4]!]) {
      await apply({ ...person, name: 'Norma Newcomer' }, job);
    }
    const pages = [...first.data, ...(await rest(first, query, job))];
    expect(idsOf(pages)).toEqual(idsOf(data));
    // Read anew, the newcomers are there.
    await expect(listOf('', job)).resolves.toMatchObject({ total: PEOPLE.length + 2 });
  });

  it.each(['match_score', 'similarity_score', 'skill_match_score'])(
    'by %s keep their order when everybody is scored again',
    async (sort) => {
      const { data } = await listOf(`?sort=${sort}`, job);
      const query = `sort=${sort}&limit=2`;
      const first = await listOf(`?${query}`, job);
      const change = { skills_required: ['Baking', 'Go'], description: 'You bake bread by night.' };
      expectStatus(await us.api.patch(`/jobs/${job}`, change), 200);
      await finishedTasks(us.api);
      const pages = [...first.data, ...(await rest(first, query, job))];
      expect(idsOf(pages)).toEqual(idsOf(data));
      // The rows are as they are now, their new ranks with them; only the order is the old one.
      const { data: now } = await listOf('', job);
      expect(idsOf(now)).not.toEqual(idsOf(before));
      expect(now.map(({ rank }: Body) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
      for (const row of pages.slice(2)) {
        expect(now).toContainEqual(row);
      }
    },
  );

  it('list everybody else once when scores change again and again', async () => {
    const first = await listOf('?limit=2', job);
    for (const skills_required of [['Baking'], ['Go', 'SAP'], ['Baking']]) {
      expectStatus(await us.api.patch(`/jobs/${job}`, { skills_required }), 200);
      await finishedTasks(us.api);
    }
    const pages = idsOf([...first.data, ...(await rest(first, 'limit=2', job))]);
    expect(new Set(pages).size).toBe(pages.length);
    expect(idsOf(before)).toEqual(expect.arrayContaining([...pages]));
  });

  it('go on where they were when those on the first page leave the filter', async () => {
    const query = 'status=pending&limit=2';
    const first = await listOf(`?${query}`, job);
    for (const { resume_id: resumeId } of first.data) {
      await us.api.patch(`/jobs/${job}/candidates/${resumeId}`, { status: 'rejected' });
    }
    expect(idsOf(await rest(first, query, job))).toEqual(idsOf(before.slice(2)));
  });

  it('leave out who was deleted, even the one they would go on after', async () => {
    const first = await listOf('?limit=2', job);
    const gone = [before[1], before[3]];
    for (const { resume_id: resumeId } of gone) {
      expectStatus(await us.api.delete(`/resumes/${resumeId}`), 204);
    }
    expect(idsOf(await rest(first, 'limit=2', job))).toEqual(
      idsOf(before.slice(2).filter((row) => !gone.includes(row))),
    );
  });
});
