import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Cache } from '../../platform/cache';
import {
  type RankedEntries,
  RankedListRepository,
  type RankedListQuery,
} from './ranked-list.repository';

/** Changes when the shape of what is cached does: an older process must not read it. */
const SHAPE = 1;

/**
 * The pages of ranked lists by way of the cache. A page's key names the company, the state that its
 * rankings are in, and everything that was asked, so a changed page is another key and no company ever
 * meets another's. Only ids, ranks and sort keys are kept: what a row shows is always read anew.
 */
@Injectable()
export class RankedPages {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly cache: Cache,
    private readonly repository: RankedListRepository,
  ) {}

  async page(
    companyId: string,
    jobId: string,
    query: RankedListQuery & { readonly fingerprint: string },
  ): Promise<RankedEntries> {
    const seconds = this.env.CACHE_SECONDS;
    // A name sorts by itself, and names are not to be kept anywhere else.
    if (seconds === 0 || query.sort === 'name') {
      return this.repository.page(companyId, jobId, query);
    }
    // Before the page: what is read after it is as new as this generation, or newer.
    const generation = await this.repository.generation(companyId);
    const { fingerprint, limit, after } = query;
    const key = JSON.stringify([companyId, SHAPE, generation, fingerprint, limit, after]);
    const known = await this.cache.get<RankedEntries>(key);
    if (known !== undefined) {
      return known;
    }
    const page = await this.repository.page(companyId, jobId, query);
    void this.cache.set(key, page, seconds);
    return page;
  }
}
