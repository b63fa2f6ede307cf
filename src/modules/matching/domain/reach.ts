/** A place or a score that somebody wants to know the way to. */
export type ReachTarget =
  | { readonly kind: 'rank'; readonly rank: number }
  | { readonly kind: 'score'; readonly matchScore: number };

/** Sums of weights in another order differ in their last digits; no person means those. */
const TOLERANCE = 1e-9;

export function reached(
  target: ReachTarget,
  at: { readonly rank: number; readonly matchScore: number },
): boolean {
  return target.kind === 'rank'
    ? at.rank <= target.rank
    : at.matchScore >= target.matchScore - TOLERANCE;
}
