import type { ScoreTerm } from '../../jobs';
import { percent, yearsText } from './score-words';
import { list } from './word-list';

/** One candidate of a job as far as words about the difference need them. */
export interface Compared {
  /** What to call them: a name, or the place in the ranking. */
  readonly label: string;
  readonly matchScore: number;
  readonly terms: readonly ScoreTerm[];
  /** Required skills that were found. */
  readonly skills: ReadonlySet<string>;
  readonly yearsOfExperience: number | null;
  /** The highest degree in a word or two; null when none was found. */
  readonly education: string | null;
}

export interface Asked {
  readonly skills: readonly { readonly skill: string; readonly mustHave: boolean }[];
  readonly minYearsExperience: number | null;
}

/** Candidates are few; of skills the heaviest are named. */
const ALL = Infinity;
const MOST_SKILLS = 8;

/** What sets candidates apart, in plain sentences; the best candidate comes first. At least two are needed. */
export function differences(compared: readonly Compared[], asked: Asked): string[] {
  const [best, ...others] = compared;
  if (best === undefined) {
    return [];
  }
  return [
    lead(best, others),
    ...others.flatMap((other) => sources(best, other)),
    ...skillDifferences(compared, asked),
    ...experienceDifference(compared, asked),
    ...educationDifference(compared),
  ];
}

function lead(best: Compared, others: readonly Compared[]): string {
  const scored = ({ label, matchScore }: Compared): string => `${label} (${percent(matchScore)})`;
  const isShared = others.some((other) => points(best.matchScore - other.matchScore) === 0);
  const verb = isShared ? 'is level with or ahead of' : 'is ahead of';
  return `${scored(best)} ${verb} ${list(others.map(scored), ALL)}.`;
}

/** Which parts of the score the distance is made of, in percentage points; nothing when there is none. */
function sources(best: Compared, other: Compared): readonly string[] {
  const distance = points(best.matchScore - other.matchScore);
  const parts = best.terms.map(({ name, contribution }) => {
    const theirs = other.terms.find((term) => term.name === name)?.contribution ?? 0;
    return { name: name === 'skills' ? 'skills' : 'similarity', by: points(contribution - theirs) };
  });
  const ahead = parts.filter(({ by }) => by > 0);
  const behind = parts.filter(({ by }) => by < 0);
  if (distance === 0 || ahead.length === 0) {
    return [];
  }
  const gained = list(
    ahead.map(({ name, by }) => `${pointsText(by)} by ${name}`),
    ALL,
  );
  const lost = list(
    behind.map(({ name, by }) => `${pointsText(-by)} by ${name}`),
    ALL,
  );
  const against = behind.length === 0 ? '' : `, and behind ${lost}`;
  return [`Against ${other.label}, ${best.label} is ahead ${gained}${against}.`];
}

function skillDifferences(compared: readonly Compared[], { skills }: Asked): readonly string[] {
  const name = ({ skill, mustHave }: Asked['skills'][number]): string =>
    mustHave ? `${skill} (a must-have)` : skill;
  const only = compared.flatMap(({ label, skills: own }) => {
    const alone = skills.filter(
      ({ skill }) => own.has(skill) && compared.filter((one) => one.skills.has(skill)).length === 1,
    );
    return alone.length === 0 ? [] : [`Only ${label} has ${list(alone.map(name), MOST_SKILLS)}.`];
  });
  const missing = skills.filter(({ skill }) => compared.every((one) => !one.skills.has(skill)));
  const nobody =
    missing.length === 0 ? [] : [`None of them has ${list(missing.map(name), MOST_SKILLS, 'or')}.`];
  const isSame = only.length === 0 && skills.length > 0 && compared.every(hasSkillsOf(compared[0]));
  return [...(isSame ? ['They have the same of the skills asked for.'] : only), ...nobody];
}

function hasSkillsOf(first: Compared | undefined): (one: Compared) => boolean {
  return ({ skills }) =>
    skills.size === first?.skills.size && [...skills].every((skill) => first.skills.has(skill));
}

function experienceDifference(
  compared: readonly Compared[],
  { minYearsExperience: asked }: Asked,
): readonly string[] {
  if (compared.every(({ yearsOfExperience }) => yearsOfExperience === null)) {
    return [];
  }
  const each = compared.map(({ label, yearsOfExperience: years }) =>
    years === null ? `no dates for ${label}` : `${yearsText(years)} for ${label}`,
  );
  const wanted = asked === null || asked === 0 ? '' : `; the job asks for ${yearsText(asked)}`;
  return [`Dated experience: ${list(each, ALL)}${wanted}.`];
}

function educationDifference(compared: readonly Compared[]): readonly string[] {
  if (new Set(compared.map(({ education }) => education)).size === 1) {
    return [];
  }
  const each = compared.map(({ label, education }) => `${education ?? 'none found'} for ${label}`);
  return [`Highest education: ${list(each, ALL)}.`];
}

function points(share: number): number {
  return Math.round(share * 1000) / 10;
}

function pointsText(count: number): string {
  return `${count} point${count === 1 ? '' : 's'}`;
}
