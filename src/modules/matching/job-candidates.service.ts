import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { JobsService, scopeOf } from '../jobs';
import type { ApplicationStatus } from './match.entity';
import { MatchReasons, type MatchWithReasons } from './match-reasons';
import { MatchStatusChanged } from './matching.events';
import { MatchNotFoundError, StatusChangedMeanwhileError } from './matching.errors';
import { MatchesRepository, type MatchRow } from './matches.repository';

/** One candidate of a job, as people read and decide on them. */
@Injectable()
export class JobCandidatesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly repository: MatchesRepository,
    private readonly reasons: MatchReasons,
    private readonly events: EventBus,
  ) {}

  /** With everything that a person needs to check the score. @throws NotFoundError */
  async getWithReasons(actor: Actor, jobId: string, resumeId: string): Promise<MatchWithReasons> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    return this.reasons.of(job, await this.get(actor, jobId, resumeId));
  }

  /**
   * Decisions are kept beside the score of that moment.
   *
   * @throws NotFoundError, StatusChangedMeanwhileError
   */
  async changeStatus(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeId: string },
    change: { readonly to: ApplicationStatus; readonly reason: string | null },
  ): Promise<MatchRow> {
    await this.jobs.get(scopeOf(actor), ids.jobId);
    const match = await this.get(actor, ids.jobId, ids.resumeId);
    if (match.status === change.to) {
      return match;
    }
    await this.database.transaction(() => this.decide(actor, match, change));
    return this.get(actor, ids.jobId, ids.resumeId);
  }

  /** One decision with what follows from it; call it in a transaction. @throws StatusChangedMeanwhileError */
  private async decide(
    actor: Actor,
    match: MatchRow,
    change: { readonly to: ApplicationStatus; readonly reason: string | null },
  ): Promise<void> {
    const by = actor.userId;
    const changeId = await this.repository.changeStatus(match, { ...change, by });
    if (changeId === null) {
      throw new StatusChangedMeanwhileError();
    }
    const { id: matchId, companyId, jobId, resumeId, candidateId, status: from } = match;
    const ids = { changeId, companyId, matchId, jobId, resumeId, candidateId };
    await this.events.publish(
      new MatchStatusChanged({ ...ids, from, to: change.to, changedBy: by }),
    );
  }

  private async get(actor: Actor, jobId: string, resumeId: string): Promise<MatchRow> {
    const match = await this.repository.find(actor.companyId, jobId, resumeId);
    if (match === null) {
      throw new MatchNotFoundError();
    }
    return match;
  }
}
