/** One category of a run, as far as its share of a score goes. */
export interface CategoryShare {
  readonly name: string;
  readonly score: number;
  /** Scaled to a sum of one. */
  readonly weightUsed: number;
}

/** How the score of a run's result comes about: the products add up to it. */
export function explainRun(shares: readonly CategoryShare[]): string {
  const products = shares
    .filter(({ weightUsed }) => weightUsed > 0)
    .map(({ name, score, weightUsed }) => `${name} ${score.toFixed(2)} × ${weightUsed.toFixed(2)}`);
  return products.length === 0 ? '' : `Similar to the offer: ${products.join(' + ')}.`;
}
