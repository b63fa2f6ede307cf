import { matchScore } from '../../jobs';
import { type RequiredSkill, scoreSkills } from '../../skills';

/** The parts of a score that stay while skills are imagined. */
export interface ScoreBasis {
  readonly similarityScore: number;
  readonly similarityWeight: number;
  readonly required: readonly RequiredSkill[];
  /** Names of the required skills that the resume has, by itself or through another one. */
  readonly matched: readonly string[];
}

export interface WhatIf {
  /** What the resume is imagined to have as well. */
  readonly skills: readonly string[];
  /** The match score with them, by the formula of every score. */
  readonly matchScore: number;
  readonly gain: number;
}

/** The score with each missing skill alone; largest gain first. */
export function counterfactuals(basis: ScoreBasis): WhatIf[] {
  return byGain(basis).map((skill) => withSkills(basis, [skill]));
}

/**
 * For every number of missing skills the most that so many can reach: first the best single one, last all
 * of them.
 *
 * The best set of k is simply the k heaviest. The score is a rising function of nothing but the sum of the
 * weights found, so it is enough to make that sum as large as k skills can: take any other set of k and
 * put a heavier missing skill in the place of a lighter one, and the sum does not fall. Hence also the
 * smallest set that reaches a score, or a rank, is the first of these that does: no smaller one can,
 * because the best of its size does not.
 */
export function bestSets(basis: ScoreBasis): WhatIf[] {
  const ordered = byGain(basis);
  return ordered.map((_skill, index) => withSkills(basis, ordered.slice(0, index + 1)));
}

/** Missing skills, heaviest first; must-haves before others of the same weight, then as the job lists them. */
function byGain({ required, matched }: ScoreBasis): string[] {
  return required
    .filter(({ skill }) => !matched.includes(skill))
    .sort((a, b) => b.weight - a.weight || Number(b.mustHave) - Number(a.mustHave))
    .map(({ skill }) => skill);
}

function withSkills(basis: ScoreBasis, skills: readonly string[]): WhatIf {
  const score = scoreWith(basis, [...basis.matched, ...skills]);
  return { skills, matchScore: score, gain: score - scoreWith(basis, basis.matched) };
}

function scoreWith(basis: ScoreBasis, names: readonly string[]): number {
  const { score } = scoreSkills(basis.required, { named: new Set(names) });
  return matchScore(basis.similarityScore, score, basis.similarityWeight).matchScore;
}
