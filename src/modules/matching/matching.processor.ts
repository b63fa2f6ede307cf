import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import type { TaskProcessor } from '../tasks';
import { PoolRanker } from './pool-ranker';

type Kinds = 'matching.rescore-job' | 'matching.rank-pool';

/** The matching work that runs in the background. Both kinds may run twice without harm. */
@Injectable()
export class MatchingProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'matching.rescore-job': ({ companyId, payload }) =>
      this.ranker.rescore(companyId, payload.jobId, payload.jobVersion),
    'matching.rank-pool': ({ companyId, payload }) =>
      this.ranker.rank(companyId, payload.jobId, this.env.POOL_MATCHES_KEPT),
  };

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly ranker: PoolRanker,
  ) {}
}
