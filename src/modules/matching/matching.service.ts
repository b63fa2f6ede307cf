import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { ENV, type Env } from '../../config';
import { EmbeddingModelChangedError } from '../../platform/embeddings';
import { JobsService, scopeOf } from '../jobs';
import { TasksService } from '../tasks';
import { MatchScorer } from './match-scorer';
import { MatchesRepository, type MatchRow } from './matches.repository';
import { ScoringRepository } from './scoring.repository';

/** Scores resumes for jobs. */
@Injectable()
export class MatchingService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly jobs: JobsService,
    private readonly repository: MatchesRepository,
    private readonly scoring: ScoringRepository,
    private readonly scorer: MatchScorer,
    private readonly tasks: TasksService,
  ) {}

  /**
   * Scores a resume for the job that it was uploaded for. Call it in the upload's transaction.
   *
   * @throws NotFoundError when the job was deleted meanwhile, EmbeddingModelChangedError when its vector is
   * of another model.
   */
  async matchApplication(companyId: string, jobId: string, resumeId: string): Promise<void> {
    const request = { jobId, resumeIds: [resumeId], source: 'applied' } as const;
    const written = await this.scorer.score(companyId, request);
    if (written === null) {
      throw new NotFoundError('job');
    }
    const others =
      written > 0 ? 0 : await this.scoring.countIncomparable(companyId, jobId, [resumeId]);
    if (others > 0) {
      throw new EmbeddingModelChangedError(
        'The job and this resume have vectors of different models and cannot be compared.',
      );
    }
  }

  /** Scores resumes for a job, if it is open, and keeps the results above the threshold. */
  async matchOpenJob(
    companyId: string,
    jobId: string,
    resumeIds: readonly string[],
  ): Promise<void> {
    const job = await this.jobs.find(companyId, jobId);
    if (job?.status === 'open') {
      const threshold = this.env.AUTO_MATCH_THRESHOLD;
      await this.scorer.score(companyId, { jobId, resumeIds, source: 'matched', threshold });
    }
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
    const results = await this.repository.sourcesOfResume(companyId, resumeId);
    for (const { jobId, source } of results) {
      await this.scorer.score(companyId, { jobId, resumeIds: [resumeId], source });
    }
    return results.length;
  }

  /**
   * Ranks the whole pool for a job in a task; its id.
   *
   * @throws NotFoundError, JobClosedError, QueueFullError, EmbeddingModelChangedError when that could not be
   * the whole pool.
   */
  async rankPool(actor: Actor, jobId: string): Promise<string> {
    await this.tasks.checkRoom('matching.rank-pool', actor.companyId);
    await this.jobs.getAccepting(scopeOf(actor), jobId);
    const others = await this.scoring.countIncomparable(actor.companyId, jobId, null);
    if (others > 0) {
      throw new EmbeddingModelChangedError(
        `${others} resumes have vectors of another model than the job and cannot be compared with it.`,
      );
    }
    return this.tasks.enqueue('matching.rank-pool', { jobId }, actor);
  }

  listOfResume(companyId: string, resumeId: string): Promise<MatchRow[]> {
    return this.repository.listOfResume(companyId, resumeId);
  }
}
