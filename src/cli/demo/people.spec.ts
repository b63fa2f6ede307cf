import { DEMO_JOB_KEYS, DEMO_JOBS } from './company';
import { DEMO_CANDIDATES, FITS } from './people';
import { type DemoPerson } from './person';

const people = DEMO_CANDIDATES.map(({ person }) => person);

it('has one person of each fit for each job', () => {
  const found = DEMO_CANDIDATES.map(({ job, fit }) => `${job}/${fit}`);

  expect(found).toEqual(DEMO_JOB_KEYS.flatMap((job) => FITS.map((fit) => `${job}/${fit}`)));
  expect(DEMO_JOBS.map(({ key }) => key)).toEqual(DEMO_JOB_KEYS);
});

it('uses every look equally often, and none for one fit only', () => {
  const fitsOfLooks = new Map<string, Set<string>>();
  for (const { look, fit } of DEMO_CANDIDATES) {
    const fits = fitsOfLooks.get(look.layout) ?? new Set();
    fitsOfLooks.set(look.layout, fits.add(fit));
  }

  expect([...fitsOfLooks.values()].map((fits) => fits.size)).toEqual(Array(8).fill(3));
});

it.each(['name', 'email', 'phone', 'summary'] as const)(
  'has 24 different values of %s',
  (field) => {
    expect(new Set(people.map((person) => person[field])).size).toBe(24);
  },
);

describe.each(people)('$name', (person: DemoPerson) => {
  it('cannot be reached by anybody: reserved domains, numbers kept for fiction', () => {
    const isAmerican = /^(\+1 |\()\d{3}(-|\) )555-01\d\d$/;
    const isBritish = /^\+44 (20 7946|1[1-9][13-8] 496) 0\d{3}$/;

    expect(person.email).toMatch(/@example\.(com|net|org)$/);
    expect(isAmerican.test(person.phone) || isBritish.test(person.phone)).toBe(true);
    for (const link of person.links) {
      expect(link).toMatch(/(-demo|\.example)$/);
    }
  });

  it('has a plausible career: the latest position first, each over before the next begins', () => {
    const months = person.positions.flatMap(({ start, end }) => [end ?? '9999-12', start]);

    expect(months).toEqual([...months].sort().reverse());
    expect(months.every((month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month))).toBe(true);
    expect(person.educations.every(({ start, end }) => start <= end)).toBe(true);
  });

  it('backs up each position with what was done, with numbers', () => {
    for (const { bullets } of person.positions) {
      expect(bullets.join(' ')).toMatch(/\d/);
    }
  });
});

it.each(DEMO_JOBS)('offers $title a field that falls off from the best to the last', (job) => {
  const shares = DEMO_CANDIDATES.filter((candidate) => candidate.job === job.key).map(
    ({ person }) => {
      const text = JSON.stringify(person).toLowerCase();
      const found = job.skills_required.filter((skill) => text.includes(skill.toLowerCase()));
      return found.length / job.skills_required.length;
    },
  );
  const [excellent = 0, strong = 0, good = 0, partial = 0, weak = 0, otherTrade = 0] = shares;

  expect(excellent).toBe(1);
  expect(strong).toBeGreaterThanOrEqual(0.6);
  expect(strong).toBeGreaterThanOrEqual(good);
  expect(good).toBeGreaterThan(Math.max(partial, weak));
  expect(Math.max(partial, weak, otherTrade)).toBeLessThanOrEqual(0.4);
});
