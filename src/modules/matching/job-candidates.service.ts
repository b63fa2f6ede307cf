import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { type Job, JobsService, scopeOf } from '../jobs';
import type { ReachTarget } from './domain/reach';
import { MatchReasons, type MatchWithReasons, type SkillReason } from './match-reasons';
import { MatchNotFoundError } from './matching.errors';
import { MatchesRepository, type MatchRow, type RankedPerson } from './matches.repository';

/** A candidate of a job, and what the resume has of each skill that the job asks for. */
export interface CandidateProof {
  readonly job: Job;
  readonly match: MatchRow;
  readonly skills: readonly SkillReason[];
}

/** Of a ranking that is read as a whole; nobody looks at who comes after. */
const LONGEST_RANKING = 10_000;

/** The candidates of a job, as people read them. */
@Injectable()
export class JobCandidatesService {
  constructor(
    private readonly jobs: JobsService,
    private readonly repository: MatchesRepository,
    private readonly reasons: MatchReasons,
  ) {}

  /** With everything that a person needs to check the score. @throws NotFoundError */
  async getWithReasons(
    actor: Actor,
    { jobId, resumeId }: { readonly jobId: string; readonly resumeId: string },
    target: ReachTarget | null,
  ): Promise<MatchWithReasons> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    return this.reasons.of(job, await this.get(actor, jobId, resumeId), target);
  }

  /** @throws NotFoundError when the job or its candidate is not the caller's to see. */
  async getMatch(
    actor: Actor,
    { jobId, resumeId }: { readonly jobId: string; readonly resumeId: string },
  ): Promise<MatchRow> {
    await this.jobs.get(scopeOf(actor), jobId);
    return this.get(actor, jobId, resumeId);
  }

  /** The first of the ranked list, whoever asks. */
  bestResumeIds(companyId: string, jobId: string, limit: number): Promise<string[]> {
    return this.repository.bestResumeIds(companyId, jobId, limit);
  }

  /** Everybody whom a job has a result for, best first. @throws NotFoundError */
  async ranking(actor: Actor, jobId: string): Promise<readonly RankedPerson[]> {
    await this.jobs.get(scopeOf(actor), jobId);
    return this.repository.ranking(actor.companyId, jobId, LONGEST_RANKING);
  }

  /** For work that outlives a request: null when the job or its candidate is gone. */
  async findProof(
    companyId: string,
    { jobId, resumeId }: { readonly jobId: string; readonly resumeId: string },
  ): Promise<CandidateProof | null> {
    const job = await this.jobs.find(companyId, jobId);
    const match = await this.repository.find(companyId, jobId, resumeId);
    if (job === null || match === null) {
      return null;
    }
    return { job, match, skills: await this.reasons.skillReasons(job, match) };
  }

  private async get(actor: Actor, jobId: string, resumeId: string): Promise<MatchRow> {
    const match = await this.repository.find(actor.companyId, jobId, resumeId);
    if (match === null) {
      throw new MatchNotFoundError();
    }
    return match;
  }
}
