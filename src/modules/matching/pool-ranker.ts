import { Injectable } from '@nestjs/common';
import { Database, shareUpToId } from '../../platform/database';
import { type Job, JobsService } from '../jobs';
import { ResumesService } from '../resumes';
import type { TaskContext, TaskResult } from '../tasks';
import { ENGINE_VERSION } from './domain/engine-version';
import { MatchScorer } from './match-scorer';
import { MatchesRepository } from './matches.repository';
import { ScoringRepository } from './scoring.repository';

const BATCH = 500;

/** Ids of resumes to score, in their order, from after the given one on. */
type NextBatch = (afterId: string | null) => Promise<readonly string[]>;

type Progress = TaskContext<'matching.rank-pool' | 'matching.rescore-job'>['progress'];

/** How far the ranking of a pool is, in percent, when that much is done; writing the best is the rest. */
const PERCENT_AFTER = { outdatedScored: 50, poolCompared: 80 } as const;

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
  async rescore(
    companyId: string,
    { jobId, jobVersion }: { readonly jobId: string; readonly jobVersion: number },
    progress: Progress,
  ): Promise<TaskResult> {
    const job = await this.jobs.find(companyId, jobId);
    if (job?.version !== jobVersion) {
      return { rescored: 0, superseded: true };
    }
    await this.searchForSkills(companyId, job);
    const next: NextBatch = (afterId) => this.matches.resumeIds(jobId, afterId, BATCH);
    const onShare = (share: number): Promise<void> => progress(100 * share);
    return { rescored: await this.scoreAll(companyId, { jobId, next, onShare }) };
  }

  /**
   * Ranks the company's whole pool but those who applied, and keeps the best `limit` as `matched`. Who was
   * matched before and is not among them any more goes, unless somebody has decided on them. Results that
   * stay and that an older version of the rules made are scored anew, so that all stand beside each other.
   */
  async rank(
    companyId: string,
    { jobId, limit }: { readonly jobId: string; readonly limit: number },
    progress: Progress,
  ): Promise<TaskResult> {
    const job = await this.jobs.find(companyId, jobId);
    if (job === null) {
      return { matched: 0, removed: 0, job_deleted: true };
    }
    await this.searchForSkills(companyId, job);
    const next: NextBatch = (afterId) =>
      this.matches.outdatedResumeIds(jobId, ENGINE_VERSION, { afterId, limit: BATCH });
    const onShare = (share: number): Promise<void> =>
      progress(PERCENT_AFTER.outdatedScored * share);
    await this.scoreAll(companyId, { jobId, next, onShare });
    const best = await this.scoring.bestOfPool(companyId, job, limit);
    await progress(PERCENT_AFTER.poolCompared);
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
  private async scoreAll(
    companyId: string,
    work: {
      readonly jobId: string;
      readonly next: NextBatch;
      readonly onShare: (share: number) => Promise<void>;
    },
  ): Promise<number> {
    let written = 0;
    let resumeIds = await work.next(null);
    for (let last = resumeIds.at(-1); last !== undefined; last = resumeIds.at(-1)) {
      written += await this.score(companyId, work.jobId, resumeIds);
      await work.onShare(shareUpToId(last));
      resumeIds = await work.next(last);
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
