import { DEMO_CANDIDATES, type DemoPerson } from '../../src/cli/demo';
import { renderDocx, renderPdf } from '../../src/cli/demo/documents';
import {
  shuffled,
  STUFFED_PLACES,
  stuffed,
  SWAPS,
  swapOf,
  textOf,
  untitled,
  withoutSkill,
} from '../support/resume-variants';
import { type LabJob, type LabResume, ScoreLab, scoreOf, similarityOf } from '../support/score-lab';

/** Each reads several files and runs the model for them on whatever the machine has to spare. */
jest.setTimeout(300_000);

/** Two of each trade; `npm run eval` has all of them. */
const CHOSEN = DEMO_CANDIDATES.filter((_, index) => index % 3 === 0);

const lab = new ScoreLab();
let jobs: readonly LabJob[];
let subjects: readonly { person: DemoPerson; base: LabResume; own: LabJob }[];

beforeAll(async () => {
  jobs = await lab.jobs();
  subjects = await Promise.all(
    CHOSEN.map(async ({ person, job }) => {
      const own = jobs.find(({ key }) => key === job);
      if (own === undefined) throw new Error(`There is no vacancy ${job}`);
      return { person, base: await lab.read(textOf(person)), own };
    }),
  );
});

afterAll(() => lab.close());

describe.each(SWAPS)('another %s', (kind) => {
  it('moves no score by 1 % and no rank by more than one', async () => {
    for (const [index, { person, base }] of subjects.entries()) {
      const [before, after] = swapOf(kind, person, index);
      const [first, second] = [await lab.read(before), await lab.read(after)];
      expect(second.content).not.toBe(first.content);
      for (const job of jobs) {
        const [was, is] = [scoreOf(job, first), scoreOf(job, second)];
        expect(Math.abs(is - was) / was).toBeLessThan(0.01);
        const others = subjects.flatMap((one) => (one.base === base ? [] : scoreOf(job, one.base)));
        const better = (score: number): number => others.filter((other) => other > score).length;
        expect(Math.abs(better(is) - better(was))).toBeLessThanOrEqual(1);
      }
    }
  });
});

it('scores a resume lower without a required skill', async () => {
  let removals = 0;
  for (const { base, own } of subjects) {
    for (const { skill } of own.required.slice(0, 3)) {
      if (base.skills.some((one) => one.skill === skill)) {
        const less = await withoutSkill(lab, base, skill);
        expect(scoreOf(own, less)).toBeLessThan(scoreOf(own, base));
        removals += 1;
      }
    }
  }
  expect(removals).toBeGreaterThan(5);
});

describe.each(STUFFED_PLACES)('a keyword 200 times in a %s', (place) => {
  it('gains no more than .01 over saying it once, and hidden over not at all', async () => {
    const honest = place.startsWith('white') ? 0 : 1;
    for (const { person, own } of subjects.slice(0, 4)) {
      const keyword = own.required[0]?.skill ?? '';
      const once = await lab.read(await stuffed(person, place, keyword, honest));
      const often = await lab.read(await stuffed(person, place, keyword, 200));
      expect(scoreOf(own, often) - scoreOf(own, once)).toBeLessThanOrEqual(0.01);
    }
  });
});

describe.each<[form: string, make: (person: DemoPerson) => Promise<Buffer> | Buffer, most: number]>(
  [
    ['without its title line', untitled, 0.1],
    ['with its sections in the opposite order', shuffled, 0.02],
    ['as a PDF', (person) => renderPdf(person, 'classic'), 0.02],
    ['as a DOCX', (person) => renderDocx(person, 'headings'), 0.02],
  ],
)('a resume %s', (_form, make, most) => {
  it('has nearly the same vector and score', async () => {
    for (const { person, base } of subjects) {
      const made = await lab.read(await make(person));
      expect(similarityOf(base.vector, made.vector)).toBeGreaterThan(1 - 2 * most);
      for (const job of jobs) {
        expect(Math.abs(scoreOf(job, made) - scoreOf(job, base))).toBeLessThan(most);
      }
    }
  });
});

it('gives the same file the same score', async () => {
  const [subject] = subjects;
  if (subject === undefined) throw new Error('There is nobody');
  const other = new ScoreLab();
  try {
    expect((await other.read(textOf(subject.person))).vector).toEqual(subject.base.vector);
  } finally {
    await other.close();
  }
});
