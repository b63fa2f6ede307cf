import { Injectable } from '@nestjs/common';
import type { TaskProcessor } from '../tasks';
import { PoolRanker } from './pool-ranker';

type Kinds = 'matching.rescore-job' | 'matching.rank-pool';

/** The matching work that runs in the background. Both kinds may run twice without harm. */
@Injectable()
export class MatchingProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'matching.rescore-job': ({ companyId, payload }) =>
      this.ranker.rescore(companyId, payload.jobId, payload.jobVersion),
    'matching.rank-pool': ({ companyId, payload }) => this.ranker.rank(companyId, payload.jobId),
  };

  constructor(private readonly ranker: PoolRanker) {}
}
