import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PoolCountsRepository } from './pool-counts.repository';

/** What so many resumes have is as rare some minutes later, and counting it takes long. */
const LARGE = 1000;
const LARGE_KNOWN_FOR_MS = 10 * 60_000;
const MOST_KNOWN = 20_000;

/** How many of a company's resumes there are, and have what is asked for. */
@Injectable()
export class PoolCounts {
  private readonly known = new LRUCache<string, number>({
    max: MOST_KNOWN,
    ttl: LARGE_KNOWN_FOR_MS,
  });

  constructor(private readonly repository: PoolCountsRepository) {}

  async size(companyId: string): Promise<number> {
    const counts = await this.countsOf(`pool of ${companyId}`, [''], async () => [
      await this.repository.size(companyId),
    ]);
    return counts[0] ?? 0;
  }

  /** That fulfil each `::tsquery`, in the order of the queries. */
  withWords(companyId: string, queries: readonly string[]): Promise<readonly number[]> {
    return this.countsOf(`words in ${companyId}`, queries, (missing) =>
      this.repository.withWords(companyId, missing),
    );
  }

  /** That have each skill, in the order of the skills; their names in lower case. */
  withSkills(companyId: string, skills: readonly string[]): Promise<readonly number[]> {
    return this.countsOf(`skills in ${companyId}`, skills, (missing) =>
      this.repository.withSkills(companyId, missing),
    );
  }

  /** Small counts are never remembered: one resume more is what somebody may look for at once. */
  private async countsOf(
    kind: string,
    asked: readonly string[],
    count: (missing: readonly string[]) => Promise<readonly number[]>,
  ): Promise<readonly number[]> {
    const counts = new Map(asked.map((one) => [one, this.known.get(`${kind} ${one}`)]));
    const missing = asked.filter((one) => counts.get(one) === undefined);
    const counted = missing.length === 0 ? [] : await count(missing);
    for (const [index, one] of missing.entries()) {
      const found = counted[index] ?? 0;
      counts.set(one, found);
      if (found >= LARGE) {
        this.known.set(`${kind} ${one}`, found);
      }
    }
    return asked.map((one) => counts.get(one) ?? 0);
  }
}
