import { EMBEDDING_DIMENSIONS } from './model-manifest';

/** The sum of the vectors, scaled to length 1; all zeros when they cancel out or there are none. */
export function normalisedSum(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(EMBEDDING_DIMENSIONS);
  for (const vector of vectors) {
    vector.forEach((value, index) => {
      sum[index] = (sum[index] ?? 0) + value;
    });
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return Float32Array.from(sum, (value) => (length === 0 ? 0 : value / length));
}

/** The arithmetic mean, not scaled: texts that point apart count less. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(EMBEDDING_DIMENSIONS);
  for (const vector of vectors) {
    vector.forEach((value, index) => {
      mean[index] = (mean[index] ?? 0) + value / vectors.length;
    });
  }
  return mean;
}
