import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../tasks';
import { PoolRanker } from './pool-ranker';

/** The matching work that runs in the background. Both kinds may run twice without harm. */
@Injectable()
export class MatchingProcessor implements OnModuleInit {
  constructor(
    private readonly runner: TaskRunner,
    private readonly ranker: PoolRanker,
  ) {}

  onModuleInit(): void {
    this.runner.register('matching.rescore-job', ({ companyId, payload }) =>
      this.ranker.rescore(companyId, payload.jobId, payload.jobVersion),
    );
    this.runner.register('matching.rank-pool', ({ companyId, payload }) =>
      this.ranker.rank(companyId, payload.jobId),
    );
  }
}
