import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database';
import { JobsService } from '../jobs';
import { ResumesService } from '../resumes';
import { type TaskContext, type TaskResult, TaskRunner } from '../tasks';
import { MatchScorer } from './match-scorer';
import { MatchesRepository } from './matches.repository';
import { ScoringRepository } from './scoring.repository';

const BATCH = 500;
/** Of a whole pool these are kept as `matched`. */
const KEPT_OF_POOL = 200;

/** The matching work that runs in the background. Both kinds may run twice without harm. */
@Injectable()
export class MatchingProcessor implements OnModuleInit {
  constructor(
    private readonly runner: TaskRunner,
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly resumes: ResumesService,
    private readonly scorer: MatchScorer,
    private readonly scoring: ScoringRepository,
    private readonly matches: MatchesRepository,
  ) {}

  onModuleInit(): void {
    this.runner.register('matching.rescore-job', (context) => this.rescoreJob(context));
    this.runner.register('matching.rank-pool', (context) => this.rankPool(context));
  }

  /** A later version of the job has a task of its own, which makes this one unnecessary. */
  private async rescoreJob(context: TaskContext<'matching.rescore-job'>): Promise<TaskResult> {
    const { companyId, payload } = context;
    const job = await this.jobs.find(companyId, payload.jobId);
    if (job?.version !== payload.jobVersion) {
      return { rescored: 0, superseded: true };
    }
    await this.resumes.searchForCompanySkills(
      companyId,
      job.skills.map(({ skill }) => skill),
    );
    let rescored = 0;
    let afterId: string | null = null;
    for (;;) {
      const resumeIds = await this.matches.resumeIds(payload.jobId, afterId, BATCH);
      if (resumeIds.length === 0) {
        return { rescored };
      }
      rescored += await this.score(companyId, payload.jobId, resumeIds);
      afterId = resumeIds.at(-1) ?? null;
    }
  }

  private async rankPool(context: TaskContext<'matching.rank-pool'>): Promise<TaskResult> {
    const { companyId, payload } = context;
    const job = await this.jobs.find(companyId, payload.jobId);
    if (job === null) {
      return { matched: 0, job_deleted: true };
    }
    await this.resumes.searchForCompanySkills(
      companyId,
      job.skills.map(({ skill }) => skill),
    );
    const best = await this.scoring.bestOfPool(companyId, job, KEPT_OF_POOL);
    return { matched: await this.score(companyId, payload.jobId, best) };
  }

  private score(companyId: string, jobId: string, resumeIds: readonly string[]): Promise<number> {
    return this.database.transaction(() =>
      this.scorer.score(companyId, { jobId, resumeIds, source: 'matched' }),
    );
  }
}
