/** Fewer advanced or rejected candidates than this say nothing: one more decision could turn the answer. */
export const FEWEST_DECISIONS = 5;

/**
 * The decisions that were taken on one ranking: one job, one version of it, one engine. Only there do
 * scores stand beside each other.
 */
export interface RankedDecisions {
  readonly advanced: number;
  readonly rejected: number;
  /** Pairs of an advanced and a rejected candidate in which the advanced one had the higher score; a tie is half. */
  readonly pairsWithRanking: number;
}

export interface Agreement {
  readonly advanced: number;
  readonly rejected: number;
  readonly pairs: number;
  readonly pairsWithRanking: number;
  /**
   * How probable it is that of an advanced and a rejected candidate the advanced one had the higher score
   * (the area under the ROC curve): 1 always, 0.5 as by chance, 0 never. Null when there are too few.
   */
  readonly agreement: number | null;
  /** The half width of a 95 % interval around it; null together with it. */
  readonly margin: number | null;
}

/** What many rankings say together: every pair counts the same, and no pair crosses two rankings. */
export function agreementOf(rankings: readonly RankedDecisions[]): Agreement {
  const comparable = rankings.filter(({ advanced, rejected }) => advanced > 0 && rejected > 0);
  const pairs = sum(comparable, pairsOf);
  const counts = {
    advanced: sum(rankings, ({ advanced }) => advanced),
    rejected: sum(rankings, ({ rejected }) => rejected),
    pairs,
    pairsWithRanking: sum(comparable, ({ pairsWithRanking }) => pairsWithRanking),
  };
  const isEnough =
    sum(comparable, ({ advanced }) => advanced) >= FEWEST_DECISIONS &&
    sum(comparable, ({ rejected }) => rejected) >= FEWEST_DECISIONS;
  if (!isEnough) {
    return { ...counts, agreement: null, margin: null };
  }
  const agreement = counts.pairsWithRanking / pairs;
  const variance = sum(
    comparable,
    (one) => (pairsOf(one) / pairs) ** 2 * varianceOf(one, agreement),
  );
  return { ...counts, agreement, margin: NORMAL_95 * Math.sqrt(variance) };
}

const NORMAL_95 = 1.96;

/**
 * Of one ranking's area under the curve (Hanley and McNeil 1982), at the area of all of them: a single
 * small ranking that happens to be perfect would claim no error at all.
 */
function varianceOf({ advanced, rejected }: RankedDecisions, area: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area ** 2) / (1 + area);
  const spread =
    area * (1 - area) + (advanced - 1) * (q1 - area ** 2) + (rejected - 1) * (q2 - area ** 2);
  return Math.max(0, spread) / (advanced * rejected);
}

function pairsOf({ advanced, rejected }: RankedDecisions): number {
  return advanced * rejected;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
