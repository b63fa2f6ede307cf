export const FIT_SORTS = ['relevance', 'similarity', 'match_score'] as const;
export type FitSort = (typeof FIT_SORTS)[number];
