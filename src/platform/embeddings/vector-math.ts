import { EMBEDDING_DIMENSIONS } from './model-manifest';

/** The sum of the vectors, each times its weight (1 without), scaled to length 1; all zeros when they cancel out or there are none. */
export function normalisedSum(
  vectors: readonly Float32Array[],
  weights?: readonly number[],
): Float32Array {
  const sum = weightedSum(vectors, weights);
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return Float32Array.from(sum, (value) => (length === 0 ? 0 : value / length));
}

/** The mean, weighted where weights are given and not scaled: texts that point apart count less. */
export function meanVector(
  vectors: readonly Float32Array[],
  weights?: readonly number[],
): Float32Array {
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? vectors.length;
  const sum = weightedSum(vectors, weights);
  return Float32Array.from(sum, (value) => (total === 0 ? 0 : value / total));
}

function weightedSum(
  vectors: readonly Float32Array[],
  weights: readonly number[] | undefined,
): Float64Array {
  const sum = new Float64Array(EMBEDDING_DIMENSIONS);
  // Plain loops: one runs over every token of every text that is embedded.
  for (const [index, vector] of vectors.entries()) {
    const weight = weights?.[index] ?? 1;
    for (let dimension = 0; dimension < EMBEDDING_DIMENSIONS; dimension += 1) {
      sum[dimension] = (sum[dimension] ?? 0) + weight * (vector[dimension] ?? 0);
    }
  }
  return sum;
}
