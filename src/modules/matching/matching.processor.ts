import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import type { TaskProcessor } from '../tasks';
import { PoolRanker } from './pool-ranker';

type Kinds = 'matching.rescore-job' | 'matching.rank-pool';

/** The matching work that runs in the background. Both kinds may run twice without harm. */
@Injectable()
export class MatchingProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'matching.rescore-job': ({ companyId, payload, progress }) =>
      this.ranker.rescore(companyId, payload, progress),
    'matching.rank-pool': ({ companyId, payload, progress }) => {
      const limit = this.env.POOL_MATCHES_KEPT;
      return this.ranker.rank(companyId, { jobId: payload.jobId, limit }, progress);
    },
  };

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly ranker: PoolRanker,
  ) {}
}
