/**
 * How much of a match score is the similarity; the rest is the skills. A job may choose within these
 * limits: neither half of the evidence can be switched off, so that no score rests on word lists or on a
 * language model alone.
 */
export const SIMILARITY_WEIGHT = { default: 0.6, least: 0.4, most: 0.8 } as const;

/** Weights are chosen in hundredths, so that both of them read as a person would write them. */
export const WEIGHT_DECIMALS = 2;
const HUNDREDTHS = 10 ** WEIGHT_DECIMALS;

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

/** The formula of every score, wherever it is shown: here for one resume, in SQL for whole pools. */
export function matchScore(
  similarityScore: number,
  skillMatchScore: number | null,
  similarityWeight: number,
): MatchScore {
  // Without a required skill nothing is known about skills: the similarity is the whole score.
  const terms: ScoreTerm[] =
    skillMatchScore === null
      ? [term('similarity', similarityScore, 1)]
      : [
          term('similarity', similarityScore, similarityWeight),
          term('skills', skillMatchScore, skillWeight(similarityWeight)),
        ];
  const total = terms.reduce((sum, { contribution }) => sum + contribution, 0);
  return { similarityScore, skillMatchScore, matchScore: total, terms };
}

/** What is left for the skills: 0.3 beside 0.7, not 0.30000000000000004. */
export function skillWeight(similarityWeight: number): number {
  return Math.round((1 - similarityWeight) * HUNDREDTHS) / HUNDREDTHS;
}

function term(name: ScoreTerm['name'], value: number, weight: number): ScoreTerm {
  return { name, value, weight, contribution: value * weight };
}
