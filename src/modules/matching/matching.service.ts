import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Page } from '../../common/http';
import { ENV, type Env } from '../../config';
import { Database } from '../../platform/database';
import { JobsService, scopeOf } from '../jobs';
import { TasksService } from '../tasks';
import type { ApplicationStatus } from './match.entity';
import { MatchReasons, type MatchWithReasons } from './match-reasons';
import { MatchScorer } from './match-scorer';
import { MatchNotFoundError, StatusChangedMeanwhileError } from './matching.errors';
import {
  MatchesRepository,
  type MatchFilter,
  type MatchRow,
  type MatchSort,
} from './matches.repository';

/** The candidates of a job: scored, ranked, explained and decided on. */
@Injectable()
export class MatchingService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly repository: MatchesRepository,
    private readonly scorer: MatchScorer,
    private readonly reasons: MatchReasons,
    private readonly tasks: TasksService,
  ) {}

  /** Scores a resume for the job that it was uploaded for. Call it in the upload's transaction. */
  async matchApplication(companyId: string, jobId: string, resumeId: string): Promise<void> {
    await this.scorer.score(companyId, { jobId, resumeIds: [resumeId], source: 'applied' });
  }

  /** Scores a resume for every open job and keeps the results above the threshold. */
  async matchOpenJobs(companyId: string, resumeId: string): Promise<void> {
    for (const jobId of await this.jobs.openJobIds(companyId)) {
      await this.scorer.score(companyId, {
        jobId,
        resumeIds: [resumeId],
        source: 'matched',
        threshold: this.env.AUTO_MATCH_THRESHOLD,
      });
    }
  }

  /** Scores a resume again for every job that it has a result for; their number. Call it in a transaction. */
  async rescoreResume(companyId: string, resumeId: string): Promise<number> {
    const results = await this.repository.listOfResume(companyId, resumeId);
    for (const { jobId, source } of results) {
      await this.scorer.score(companyId, { jobId, resumeIds: [resumeId], source });
    }
    return results.length;
  }

  /** Ranks the whole pool for a job in a task; its id. @throws NotFoundError, JobClosedError */
  async rankPool(actor: Actor, jobId: string): Promise<string> {
    await this.jobs.getAccepting(scopeOf(actor), jobId);
    return this.tasks.enqueue('matching.rank-pool', { jobId }, actor);
  }

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

  /** Null when the resume has no result for the job. */
  find(companyId: string, jobId: string, resumeId: string): Promise<MatchRow | null> {
    return this.repository.find(companyId, jobId, resumeId);
  }

  listOfResume(companyId: string, resumeId: string): Promise<MatchRow[]> {
    return this.repository.listOfResume(companyId, resumeId);
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
