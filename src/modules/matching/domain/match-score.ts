/** Share of the embedding similarity in the match score; the rest is the skills'. */
export const SIMILARITY_WEIGHT = 0.6;
export const SKILL_WEIGHT = 0.4;

/** Changes when the same inputs would give another score or explanation. Stored with every result. */
export const ENGINE_VERSION = '1';

export interface RequiredSkill {
  readonly skill: string;
  readonly weight: number;
  readonly mustHave: boolean;
}

export interface ScoreTerm {
  readonly name: 'similarity' | 'skills';
  /** 0..1. */
  readonly value: number;
  readonly weight: number;
  /** `value * weight`; the contributions of all terms add up to the match score. */
  readonly contribution: number;
}

export interface MatchScore {
  /** 0..1: `clamp(1 - cosine distance)`. */
  readonly similarityScore: number;
  /** Weight of the required skills found over the weight of all; null when none is required. */
  readonly skillMatchScore: number | null;
  readonly matchScore: number;
  readonly terms: readonly ScoreTerm[];
}

/** Without a required skill the similarity is the whole score: nothing is known about skills. */
export function matchScore(similarityScore: number, skillMatchScore: number | null): MatchScore {
  const terms: ScoreTerm[] =
    skillMatchScore === null
      ? [term('similarity', similarityScore, 1)]
      : [
          term('similarity', similarityScore, SIMILARITY_WEIGHT),
          term('skills', skillMatchScore, SKILL_WEIGHT),
        ];
  const total = terms.reduce((sum, { contribution }) => sum + contribution, 0);
  return { similarityScore, skillMatchScore, matchScore: total, terms };
}

/** Weight of the found over the weight of all; null when nothing is required. */
export function skillMatchScore(
  required: readonly RequiredSkill[],
  found: ReadonlySet<string>,
): number | null {
  const total = required.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) {
    return null;
  }
  const matched = required.filter(({ skill }) => found.has(skill));
  return matched.reduce((sum, { weight }) => sum + weight, 0) / total;
}

function term(name: ScoreTerm['name'], value: number, weight: number): ScoreTerm {
  return { name, value, weight, contribution: value * weight };
}
