/** Quality of one ranked list: `relevant[i]` says whether the item at place i is relevant. */
export interface RankingQuality {
  readonly ndcg10: number;
  readonly averagePrecision: number;
  readonly precision10: number;
  readonly reciprocalRank: number;
}

const CUT = 10;

/** Binary relevance; nDCG with log2 discount (Järvelin and Kekäläinen 2002), AP over all relevant items. */
export function rankingQuality(relevant: readonly boolean[]): RankingQuality {
  const total = relevant.filter(Boolean).length;
  const gain = (hits: readonly boolean[]): number =>
    hits.reduce((sum, hit, place) => sum + (hit ? 1 / Math.log2(place + 2) : 0), 0);
  const ideal = gain(Array.from({ length: Math.min(CUT, total) }, () => true));
  const top = relevant.slice(0, CUT);
  let hits = 0;
  let precisionSum = 0;
  relevant.forEach((hit, place) => {
    if (hit) {
      hits += 1;
      precisionSum += hits / (place + 1);
    }
  });
  const first = relevant.indexOf(true);
  return {
    ndcg10: ideal === 0 ? 0 : gain(top) / ideal,
    averagePrecision: total === 0 ? 0 : precisionSum / total,
    precision10: top.filter(Boolean).length / CUT,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The mean over the queries. */
export function meanQuality(all: readonly RankingQuality[]): RankingQuality {
  const mean = (pick: (one: RankingQuality) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, all.length);
  return {
    ndcg10: mean((one) => one.ndcg10),
    averagePrecision: mean((one) => one.averagePrecision),
    precision10: mean((one) => one.precision10),
    reciprocalRank: mean((one) => one.reciprocalRank),
  };
}

/** A mean difference and the interval that holds it in 95 % of samples of the queries. */
export interface Gain {
  readonly gain: number;
  readonly from: number;
  readonly to: number;
}

const SAMPLES = 10_000;

/**
 * The mean of paired differences with a percentile bootstrap interval (Efron 1979): queries are drawn with
 * replacement, by a generator with a fixed seed, so that the same qualities give the same interval.
 */
export function meanGain(
  own: readonly RankingQuality[],
  baseline: readonly RankingQuality[],
  pick: (one: RankingQuality) => number,
): Gain {
  const differences = own.map((one, index) => {
    const other = baseline[index];
    return other === undefined ? 0 : pick(one) - pick(other);
  });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const random = seeded();
  const means = Array.from({ length: SAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return {
    gain: mean(differences),
    from: means[Math.floor(SAMPLES * 0.025)] ?? 0,
    to: means[Math.floor(SAMPLES * 0.975)] ?? 0,
  };
}

/** Numbers in [0, 1) from a linear congruential generator (Numerical Recipes' constants). */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
