import { DEMO_CANDIDATES, type DemoPerson } from '../../src/cli/demo';
import { renderDocx, renderPdf } from '../../src/cli/demo/documents';
import { UnreadableResumeError } from '../../src/modules/resumes/resumes.errors';
import { resumeImage } from '../../test/support/documents';
import {
  shuffled,
  STUFFED_PLACES,
  stuffed,
  SWAPS,
  swapOf,
  textOf,
  untitled,
  withoutSkill,
} from '../../test/support/resume-variants';
import {
  type LabJob,
  type LabResume,
  ScoreLab,
  scoreOf,
  similarityOf,
} from '../../test/support/score-lab';

const REPETITIONS = 200;

/** Reading a picture takes a second: these few show it. */
const PICTURES = 6;

interface Subject {
  readonly person: DemoPerson;
  readonly base: LabResume;
  /** The vacancy that the person applies for. */
  readonly own: LabJob;
}

/**
 * Whether scores move when they should and only then, on the invented people and vacancies of the
 * demonstration: pairs that differ in one thing. The same pairs, fewer of them, are tests.
 */
export async function evaluateSanity(): Promise<object> {
  const lab = new ScoreLab();
  try {
    const jobs = await lab.jobs();
    const subjects: Subject[] = [];
    for (const { person, job } of DEMO_CANDIDATES) {
      const own = jobs.find(({ key }) => key === job);
      if (own !== undefined) {
        subjects.push({ person, base: await lab.read(textOf(person)), own });
      }
    }
    return {
      people: subjects.length,
      'who the person is': await swaps(lab, jobs, subjects),
      'how the file is made': await forms(lab, jobs, subjects),
      'a required skill less': await removals(lab, subjects),
      'a keyword 200 times': await stuffings(lab, subjects),
    };
  } finally {
    await lab.close();
  }
}

async function swaps(
  lab: ScoreLab,
  jobs: readonly LabJob[],
  subjects: readonly Subject[],
): Promise<object> {
  const rows: Record<string, object> = {};
  for (const kind of SWAPS) {
    const changes: number[] = [];
    const moves: number[] = [];
    for (const [index, { person, base }] of subjects.entries()) {
      const [before, after] = swapOf(kind, person, index);
      const [first, second] = [await lab.read(before), await lab.read(after)];
      for (const job of jobs) {
        const others = subjects.flatMap((one) => (one.base === base ? [] : scoreOf(job, one.base)));
        const [was, is] = [scoreOf(job, first), scoreOf(job, second)];
        changes.push(Math.abs(is - was) / was);
        moves.push(Math.abs(rankAmong(others, is) - rankAmong(others, was)));
      }
    }
    rows[kind] = {
      pairs: changes.length,
      'largest change, %': 100 * Math.max(...changes),
      'mean change, %': 100 * mean(changes),
      'most ranks moved': Math.max(...moves),
    };
  }
  return rows;
}

async function forms(
  lab: ScoreLab,
  jobs: readonly LabJob[],
  subjects: readonly Subject[],
): Promise<object> {
  const makers: Readonly<Record<string, (person: DemoPerson) => Promise<Buffer> | Buffer>> = {
    'without title line': untitled,
    'sections in opposite order': shuffled,
    'PDF, one column': (person) => renderPdf(person, 'classic'),
    'PDF, sidebar': (person) => renderPdf(person, 'sidebar_left'),
    DOCX: (person) => renderDocx(person, 'headings'),
    'DOCX, table': (person) => renderDocx(person, 'table'),
    'picture (OCR)': (person) => resumeImage('png', person),
  };
  const rows: Record<string, object> = {};
  for (const [name, make] of Object.entries(makers)) {
    const cosines: number[] = [];
    const changes: number[] = [];
    let unreadable = 0;
    const chosen = name.startsWith('picture') ? subjects.slice(0, PICTURES) : subjects;
    for (const { person, base } of chosen) {
      const made = await readable(lab, await make(person));
      if (made === null) {
        unreadable += 1;
        continue;
      }
      cosines.push(similarityOf(base.vector, made.vector));
      changes.push(...jobs.map((job) => Math.abs(scoreOf(job, made) - scoreOf(job, base))));
    }
    rows[name] = {
      'mean cosine': mean(cosines),
      'least cosine': Math.min(...cosines),
      'mean score change': mean(changes),
      'largest score change': Math.max(...changes),
      unreadable,
    };
  }
  return rows;
}

/** Null for a picture that a busy machine could not read in time. */
async function readable(lab: ScoreLab, bytes: Buffer): Promise<LabResume | null> {
  try {
    return await lab.read(bytes);
  } catch (error) {
    if (error instanceof UnreadableResumeError) {
      return null;
    }
    throw error;
  }
}

async function removals(lab: ScoreLab, subjects: readonly Subject[]): Promise<object> {
  const drops: number[] = [];
  for (const { base, own } of subjects) {
    for (const { skill } of own.required) {
      if (base.skills.some((one) => one.skill === skill)) {
        const less = await withoutSkill(lab, base, skill);
        drops.push(scoreOf(own, base) - scoreOf(own, less));
      }
    }
  }
  return {
    removals: {
      count: drops.length,
      'lowered the score, %': (100 * drops.filter((drop) => drop > 0).length) / drops.length,
      'mean drop': mean(drops),
      'least drop': Math.min(...drops),
    },
  };
}

/** Against the keyword written once; hidden, against not at all. */
async function stuffings(lab: ScoreLab, subjects: readonly Subject[]): Promise<object> {
  const rows: Record<string, object> = {};
  for (const place of STUFFED_PLACES) {
    const honest = place.startsWith('white') ? 0 : 1;
    const gains: number[] = [];
    for (const { person, own } of subjects) {
      const keyword = own.required[0]?.skill ?? '';
      const [once, often] = [
        await lab.read(await stuffed(person, place, keyword, honest)),
        await lab.read(await stuffed(person, place, keyword, REPETITIONS)),
      ];
      gains.push(scoreOf(own, often) - scoreOf(own, once));
    }
    rows[place] = { 'largest gain': Math.max(...gains), 'mean gain': mean(gains) };
  }
  return rows;
}

/** From 1: one more than the others that score higher. */
const rankAmong = (others: readonly number[], score: number): number =>
  1 + others.filter((other) => other > score).length;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
