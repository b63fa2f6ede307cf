/** The formula of every match score (docs/matching.md); a test compares the two. */
export const SIMILARITY_WEIGHT = 0.6;

export const FIT_SORTS = ['relevance', 'similarity', 'match_score'] as const;
export type FitSort = (typeof FIT_SORTS)[number];

/** Without a required skill the similarity is the whole score. */
export function fitScore(similarityScore: number, skillMatchScore: number | null): number {
  return skillMatchScore === null
    ? similarityScore
    : SIMILARITY_WEIGHT * similarityScore + (1 - SIMILARITY_WEIGHT) * skillMatchScore;
}
