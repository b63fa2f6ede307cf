import { yearsText } from './score-words';

export interface StrengthFacts {
  readonly matched: readonly {
    readonly skill: string;
    readonly years: number | null;
    readonly mustHave: boolean;
  }[];
  readonly yearsOfExperience: number | null;
  readonly minYearsExperience: number | null;
}

const MOST_STRENGTHS = 5;

/** The best arguments for a candidate, strongest first: must-haves with years, then experience, then the rest. */
export function keyStrengths(facts: StrengthFacts): string[] {
  const skills = [...facts.matched]
    .sort(
      (a, b) =>
        Number(b.mustHave) - Number(a.mustHave) ||
        (b.years ?? 0) - (a.years ?? 0) ||
        a.skill.localeCompare(b.skill),
    )
    .map(({ skill, years }) => (years === null ? skill : `${skill} (${yearsText(years)})`));
  const strengths = skills.slice(0, MOST_STRENGTHS - 1);
  const { yearsOfExperience: years, minYearsExperience: asked } = facts;
  if (years !== null && years >= (asked ?? 1)) {
    strengths.push(`${yearsText(years)} of experience`);
  }
  return strengths;
}
