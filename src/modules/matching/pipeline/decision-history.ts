import { Injectable } from '@nestjs/common';
import type { Actor, Page } from '../../../common/http';
import { JobCandidatesService } from '../job-candidates.service';
import { DecisionsRepository, type HistoryRow } from './decisions.repository';

/** What was decided on a candidate of a job so far. */
@Injectable()
export class DecisionHistory {
  constructor(
    private readonly candidates: JobCandidatesService,
    private readonly repository: DecisionsRepository,
  ) {}

  /** @throws NotFoundError */
  async list(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeId: string },
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<HistoryRow>> {
    const match = await this.candidates.getMatch(actor, ids);
    return this.repository.history(actor.companyId, match.id, query);
  }
}
