import { matchScore, type RequiredSkill, skillMatchScore } from './match-score';

export interface Counterfactual {
  /** The skill that is missing today. */
  readonly skill: string;
  /** The match score if the resume had it. */
  readonly matchScore: number;
  readonly gain: number;
}

/** For each missing skill the score with it, by the same formula; largest gain first. */
export function counterfactuals(
  similarityScore: number,
  required: readonly RequiredSkill[],
  matched: readonly string[],
): Counterfactual[] {
  const found = new Set(matched);
  const scoreWith = (skills: ReadonlySet<string>): number =>
    matchScore(similarityScore, skillMatchScore(required, skills)).matchScore;
  const today = scoreWith(found);
  return required
    .filter(({ skill }) => !found.has(skill))
    .map(({ skill }) => {
      const score = scoreWith(new Set([...matched, skill]));
      return { skill, matchScore: score, gain: score - today };
    })
    .sort((a, b) => b.gain - a.gain || a.skill.localeCompare(b.skill));
}
