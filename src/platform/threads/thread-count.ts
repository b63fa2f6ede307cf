import { availableParallelism } from 'node:os';

const MOST_THREADS = 8;

/** The number set, or for 0 one thread per core, at most eight. */
export function threadCount(setting: number): number {
  return setting > 0 ? setting : Math.min(availableParallelism(), MOST_THREADS);
}
