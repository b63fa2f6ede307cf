/**
 * How much it says that a resume has what `frequency` of a pool have: the inverse document frequency of Robertson and
 * Spärck Jones as Lucene has it, above 0 also for what all have.
 */
export function rarity(frequency: number, poolSize: number): number {
  const size = Math.max(poolSize, frequency);
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}
