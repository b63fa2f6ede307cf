import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { type Job, JobsService, scopeOf } from '../jobs';
import type { ReachTarget } from './domain/reach';
import type { ApplicationStatus } from './match.entity';
import { MatchReasons, type MatchWithReasons, type SkillReason } from './match-reasons';
import { MatchStatusChanged } from './matching.events';
import { MatchNotFoundError, StatusChangedMeanwhileError } from './matching.errors';
import { type DecidedMatch, MatchesRepository, type MatchRow } from './matches.repository';

/** A candidate of a job, and what the resume has of each skill that the job asks for. */
export interface CandidateProof {
  readonly job: Job;
  readonly match: MatchRow;
  readonly skills: readonly SkillReason[];
}

/** What became of one candidate of many that were decided on together. */
export interface DecisionOutcome {
  readonly resumeId: string;
  readonly outcome: 'changed' | 'unchanged' | 'not_found';
  /** Null when there is no such candidate of the job. */
  readonly from: ApplicationStatus | null;
}

/** The candidates of a job, as people read and decide on them. */
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

  /**
   * The result as it is now, held against decisions until the transaction ends. Call it after the person
   * was locked.
   *
   * @throws NotFoundError
   */
  async hold(
    companyId: string,
    { jobId, resumeId }: { readonly jobId: string; readonly resumeId: string },
  ): Promise<DecidedMatch> {
    const [match] = await this.repository.lock(companyId, jobId, [resumeId]);
    if (match === undefined) {
      throw new MatchNotFoundError();
    }
    return match;
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

  /**
   * The same decision on many, all of them or none. Each that changes is a decision of its own in the
   * history; those that have the status already or are no candidates of the job are told in the answer.
   *
   * @throws NotFoundError when there is no such job.
   */
  async changeStatuses(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeIds: readonly string[] },
    change: { readonly to: ApplicationStatus; readonly reason: string | null },
  ): Promise<DecisionOutcome[]> {
    const { jobId, resumeIds } = ids;
    await this.jobs.get(scopeOf(actor), jobId);
    return this.database.transaction(async () => {
      const locked = await this.repository.lock(actor.companyId, jobId, resumeIds);
      for (const match of locked.filter(({ status }) => status !== change.to)) {
        await this.decide(actor, match, change);
      }
      const statuses = new Map(locked.map(({ resumeId, status }) => [resumeId, status]));
      return resumeIds.map((resumeId) => outcomeOf(resumeId, statuses.get(resumeId), change.to));
    });
  }

  /** One decision with what follows from it; call it in a transaction. @throws StatusChangedMeanwhileError */
  private async decide(
    actor: Actor,
    match: DecidedMatch,
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

function outcomeOf(
  resumeId: string,
  from: ApplicationStatus | undefined,
  to: ApplicationStatus,
): DecisionOutcome {
  if (from === undefined) {
    return { resumeId, outcome: 'not_found', from: null };
  }
  return { resumeId, outcome: from === to ? 'unchanged' : 'changed', from };
}
