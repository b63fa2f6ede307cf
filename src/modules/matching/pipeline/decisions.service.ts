import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { type JobStatus, JobsService, JobStagesService, scopeOf } from '../../jobs';
import type { RefusedTransition } from '../domain/transitions';
import { JobCandidatesService } from '../job-candidates.service';
import type { ApplicationStatus } from '../match.entity';
import type { MatchRow } from '../matches.repository';
import { MatchNotFoundError } from '../matching.errors';
import { RejectionReasonsService } from '../rejection-reasons/rejection-reasons.service';
import { DecisionMaker } from './decision-maker';
import type { DecidedMatch, Decision } from './decisions.repository';

/** What became of one candidate of many that were decided on together. */
export interface DecisionOutcome {
  readonly resumeId: string;
  readonly outcome: 'changed' | 'unchanged' | 'not_allowed' | 'not_found';
  /** Null when there is no such candidate of the job. */
  readonly from: ApplicationStatus | null;
  /** As it is now. */
  readonly status: ApplicationStatus | null;
  /** Null unless it was not allowed. */
  readonly refusal: RefusedTransition | null;
}

/** What a person asks for: a status, or a stage of the job with its status. */
export type Request = { readonly reason: string | null } & (
  | { readonly to: ApplicationStatus; readonly rejectionReasonId?: string | null }
  /** Null: out of the stage, in the same status. */
  | { readonly stageId: string | null }
);

interface OneCandidate {
  readonly jobId: string;
  readonly resumeId: string;
}

/** Decisions on a job's candidates: legal ones only, each kept beside the score of its moment. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly stages: JobStagesService,
    private readonly reasons: RejectionReasonsService,
    private readonly candidates: JobCandidatesService,
    private readonly maker: DecisionMaker,
  ) {}

  /**
   * @throws NotFoundError, StatusChangedMeanwhileError, TransitionNotAllowedError, JobClosedForMovesError,
   * ReasonRequiredError, ValidationFailedError when there is no such rejection reason
   */
  async change(actor: Actor, ids: OneCandidate, request: Request): Promise<MatchRow> {
    const match = await this.candidates.getMatch(actor, ids);
    await this.database.transaction(async () => {
      const { jobStatus, decisionOn } = await this.prepare(actor, ids.jobId, request);
      const decision = decisionOn(match);
      if (!isSame(match, decision)) {
        this.maker.check(match, decision, jobStatus);
        await this.maker.make(actor, match, decision);
      }
    });
    return this.candidates.getMatch(actor, ids);
  }

  /**
   * The same decision on many, all that are legal or none. Each that changes is a decision of its own in the
   * history; those that are there already, may not go there or are no candidates of the job are told in the
   * answer.
   *
   * @throws NotFoundError when there is no such job or stage, ValidationFailedError as above.
   */
  async changeMany(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeIds: readonly string[] },
    request: Request,
  ): Promise<DecisionOutcome[]> {
    const { jobId, resumeIds } = ids;
    await this.jobs.get(scopeOf(actor), jobId);
    return this.database.transaction(async () => {
      const { jobStatus, decisionOn } = await this.prepare(actor, jobId, request);
      const locked = await this.maker.lock(actor.companyId, jobId, resumeIds);
      const outcomes = new Map<string, DecisionOutcome>();
      for (const match of locked) {
        const decision = decisionOn(match);
        const refusal = isSame(match, decision)
          ? null
          : this.maker.refusal(match, decision, jobStatus);
        const outcome = outcomeOf(match, decision, refusal);
        if (outcome.outcome === 'changed') {
          await this.maker.make(actor, match, decision);
        }
        outcomes.set(match.resumeId, outcome);
      }
      return resumeIds.map((resumeId) => outcomes.get(resumeId) ?? notFound(resumeId));
    });
  }

  /**
   * The result as it is now, held against decisions until the transaction ends. Call it after the person
   * was locked.
   *
   * @throws NotFoundError
   */
  async hold(companyId: string, { jobId, resumeId }: OneCandidate): Promise<DecidedMatch> {
    const [match] = await this.maker.lock(companyId, jobId, [resumeId]);
    if (match === undefined) {
      throw new MatchNotFoundError();
    }
    return match;
  }

  /** What every candidate of the request has in common; the job's status and stages are held from here on. */
  private async prepare(
    actor: Actor,
    jobId: string,
    request: Request,
  ): Promise<{ jobStatus: JobStatus; decisionOn: (match: DecidedMatch) => Decision }> {
    const { companyId } = actor;
    const { reason } = request;
    const jobStatus = await this.jobs.keepStatus(companyId, jobId);
    if ('to' in request) {
      const { to, rejectionReasonId = null } = request;
      const rejection =
        rejectionReasonId === null
          ? null
          : await this.reasons.getUsable(companyId, rejectionReasonId, to);
      return {
        jobStatus,
        // Another status is another stage's, if any's: which, a person says.
        decisionOn: (match) => ({
          to,
          reason,
          rejection,
          stage: match.status === to ? stageOf(match) : null,
        }),
      };
    }
    const { stageId } = request;
    const stage = stageId === null ? null : await this.stages.get(companyId, jobId, stageId);
    return {
      jobStatus,
      decisionOn: ({ status }) => ({ to: stage?.status ?? status, reason, rejection: null, stage }),
    };
  }
}

function stageOf({ stageId, stageName }: DecidedMatch): Decision['stage'] {
  return stageId === null ? null : { id: stageId, name: stageName ?? '' };
}

function isSame(match: DecidedMatch, { to, stage }: Decision): boolean {
  return match.status === to && match.stageId === (stage?.id ?? null);
}

function outcomeOf(
  match: DecidedMatch,
  decision: Decision,
  refusal: RefusedTransition | null,
): DecisionOutcome {
  const { resumeId, status: from } = match;
  if (isSame(match, decision)) {
    return { resumeId, outcome: 'unchanged', from, status: from, refusal: null };
  }
  return refusal === null
    ? { resumeId, outcome: 'changed', from, status: decision.to, refusal: null }
    : { resumeId, outcome: 'not_allowed', from, status: from, refusal };
}

function notFound(resumeId: string): DecisionOutcome {
  return { resumeId, outcome: 'not_found', from: null, status: null, refusal: null };
}
