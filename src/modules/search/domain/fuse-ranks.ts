/** Of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009. */
export const FUSION_K = 60;

export interface FusedHit<List extends string> {
  readonly id: string;
  /** 0..1: 1 when it is the first of every list. */
  readonly score: number;
  /** Its place in each list, from 1; absent where it is not found. */
  readonly ranks: Readonly<Partial<Record<List, number>>>;
}

/**
 * Reciprocal rank fusion: the sum of 1 / (k + rank) over the lists that hold an id, divided by the
 * largest possible sum. A list that found nothing at all says nothing and does not count. Ties by id.
 */
export function fuseRanks<List extends string>(
  lists: Readonly<Record<List, readonly string[]>>,
): readonly FusedHit<List>[] {
  const found = listNames(lists)
    .map((list) => [list, lists[list]] as const)
    .filter(([, ids]) => ids.length > 0);
  const ranks = new Map<string, Partial<Record<List, number>>>();
  for (const [list, ids] of found) {
    ids.forEach((id, index) => {
      ranks.set(id, { [list]: index + 1, ...ranks.get(id) });
    });
  }
  const best = found.length / (FUSION_K + 1);
  return [...ranks]
    .map(([id, own]) => {
      const sum = found.reduce((total, [list]) => total + reciprocal(own[list]), 0);
      return { id, score: sum / best, ranks: own };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function listNames<List extends string>(lists: Readonly<Record<List, unknown>>): readonly List[] {
  // The keys of a record of lists are the names of the lists.
  return Object.keys(lists) as List[];
}

function reciprocal(rank: number | undefined): number {
  return rank === undefined ? 0 : 1 / (FUSION_K + rank);
}
