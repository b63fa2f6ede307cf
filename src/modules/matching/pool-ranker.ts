import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { type Job, JobsService } from '../jobs';
import { ResumesService } from '../resumes';
import type { TaskResult } from '../tasks';
import { ENGINE_VERSION } from './domain/engine-version';
import { MatchScorer } from './match-scorer';
import { MatchesRepository } from './matches.repository';
import { ScoringRepository } from './scoring.repository';

const BATCH = 500;

/** Ids of resumes to score, in their order, from after the given one on. */
type NextBatch = (afterId: string | null) => Promise<readonly string[]>;

/** Scores many resumes for one job. Each batch is a transaction, so that the job is not locked for long. */
@Injectable()
export class PoolRanker {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly resumes: ResumesService,
    private readonly scorer: MatchScorer,
    private readonly scoring: ScoringRepository,
    private readonly matches: MatchesRepository,
  ) {}

  /** Scores the job's results again, unless it has changed once more: then a later task does it. */
  async rescore(companyId: string, jobId: string, jobVersion: number): Promise<TaskResult> {
    const job = await this.jobs.find(companyId, jobId);
    if (job?.version !== jobVersion) {
      return { rescored: 0, superseded: true };
    }
    await this.searchForSkills(companyId, job);
    const next: NextBatch = (afterId) => this.matches.resumeIds(jobId, afterId, BATCH);
    return { rescored: await this.scoreAll(companyId, jobId, next) };
  }

  /**
   * Ranks the company's whole pool but those who applied, and keeps the best `limit` as `matched`. Who was
   * matched before and is not among them any more goes, unless somebody has decided on them. Results that
   * stay and that an older version of the rules made are scored anew, so that all stand beside each other.
   */
  async rank(companyId: string, jobId: string, limit: number): Promise<TaskResult> {
    const job = await this.jobs.find(companyId, jobId);
    if (job === null) {
      return { matched: 0, removed: 0, job_deleted: true };
    }
    await this.searchForSkills(companyId, job);
    const next: NextBatch = (afterId) =>
      this.matches.outdatedResumeIds(jobId, ENGINE_VERSION, { afterId, limit: BATCH });
    await this.scoreAll(companyId, jobId, next);
    const best = await this.scoring.bestOfPool(companyId, job, limit);
    if (best.length === 0) {
      // Nobody can be compared, which says nothing against those who were matched before.
      return { matched: 0, removed: 0 };
    }
    return this.database.transaction(async () => ({
      matched: await this.score(companyId, jobId, best),
      removed: await this.matches.removeUndecided(companyId, jobId, best),
    }));
  }

  private searchForSkills(companyId: string, job: Job): Promise<void> {
    const names = job.skills.map(({ skill }) => skill);
    return this.resumes.searchForCompanySkills(companyId, names);
  }

  /** One batch of resumes after the other; the number of results written. */
  private async scoreAll(companyId: string, jobId: string, next: NextBatch): Promise<number> {
    let written = 0;
    let resumeIds = await next(null);
    while (resumeIds.length > 0) {
      written += await this.score(companyId, jobId, resumeIds);
      resumeIds = await next(resumeIds.at(-1) ?? null);
    }
    return written;
  }

  private async score(
    companyId: string,
    jobId: string,
    resumeIds: readonly string[],
  ): Promise<number> {
    const written = await this.database.transaction(() =>
      this.scorer.score(companyId, { jobId, resumeIds, source: 'matched' }),
    );
    return written ?? 0;
  }
}
