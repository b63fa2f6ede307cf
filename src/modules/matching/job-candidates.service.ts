import { Injectable } from '@nestjs/common';
import type { Actor, Page } from '../../common/http';
import { Database } from '../../platform/database';
import { JobsService, scopeOf } from '../jobs';
import type { ApplicationStatus } from './match.entity';
import { MatchReasons, type MatchWithReasons } from './match-reasons';
import { MatchNotFoundError, StatusChangedMeanwhileError } from './matching.errors';
import {
  MatchesRepository,
  type MatchFilter,
  type MatchRow,
  type MatchSort,
} from './matches.repository';

/** The ranked candidates of a job, as people read them and decide on them. */
@Injectable()
export class JobCandidatesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly repository: MatchesRepository,
    private readonly reasons: MatchReasons,
  ) {}

  /** @throws NotFoundError */
  async list(
    actor: Actor,
    jobId: string,
    query: MatchFilter & {
      readonly limit: number;
      readonly cursor?: string;
      readonly sort: MatchSort;
    },
  ): Promise<Page<MatchRow>> {
    await this.jobs.get(scopeOf(actor), jobId);
    return this.repository.list(actor.companyId, jobId, query);
  }

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
    const changed = await this.database.transaction(() =>
      this.repository.changeStatus(match, { ...change, by: actor.userId }),
    );
    if (!changed) {
      throw new StatusChangedMeanwhileError();
    }
    return this.get(actor, ids.jobId, ids.resumeId);
  }

  private async get(actor: Actor, jobId: string, resumeId: string): Promise<MatchRow> {
    const match = await this.repository.find(actor.companyId, jobId, resumeId);
    if (match === null) {
      throw new MatchNotFoundError();
    }
    return match;
  }
}
