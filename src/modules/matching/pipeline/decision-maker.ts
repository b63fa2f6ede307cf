import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../common/http';
import { EventBus } from '../../../platform/events';
import { ActivityLog } from '../../candidates';
import type { JobStatus } from '../../jobs';
import { allowedTransitions, refusalOf, type RefusedTransition } from '../domain/transitions';
import { MatchStatusChanged } from '../matching.events';
import {
  JobClosedForMovesError,
  ReasonRequiredError,
  StatusChangedMeanwhileError,
  TransitionNotAllowedError,
} from '../matching.errors';
import { type DecidedMatch, type Decision, DecisionsRepository } from './decisions.repository';

/** Judges single decisions and writes them down with what follows. Nothing but a person's request comes here. */
@Injectable()
export class DecisionMaker {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly events: EventBus,
    private readonly activity: ActivityLog,
  ) {}

  lock(companyId: string, jobId: string, resumeIds: readonly string[]): Promise<DecidedMatch[]> {
    return this.repository.lock(companyId, jobId, resumeIds);
  }

  /** Why the decision cannot be made; null when it can. */
  refusal(match: DecidedMatch, decision: Decision, jobStatus: JobStatus): RefusedTransition | null {
    if (match.status === decision.to) {
      return jobStatus === 'closed' ? 'job_closed' : null;
    }
    return refusalOf({ ...decision, from: match.status, jobStatus });
  }

  /** @throws TransitionNotAllowedError, JobClosedForMovesError, ReasonRequiredError */
  check(match: DecidedMatch, decision: Decision, jobStatus: JobStatus): void {
    const refusal = this.refusal(match, decision, jobStatus);
    if (refusal !== null) {
      throw refusedChange(refusal, { from: match.status, to: decision.to, jobStatus });
    }
  }

  /** Call it in a transaction, for what is allowed. @throws StatusChangedMeanwhileError */
  async make(actor: Actor, match: DecidedMatch, decision: Decision): Promise<void> {
    const by = actor.userId;
    const changeId = await this.repository.change(match, decision, by);
    if (changeId === null) {
      throw new StatusChangedMeanwhileError();
    }
    const { id: matchId, companyId, jobId, resumeId, candidateId, status: from } = match;
    const { to, stage } = decision;
    const isNewStatus = from !== to;
    await this.activity.record({
      companyId,
      kind: isNewStatus ? 'status_changed' : 'stage_changed',
      candidateId,
      jobId,
      actorId: by,
      subjectId: changeId,
      data: { from, to, from_stage: match.stageName, to_stage: stage?.name ?? null },
    });
    if (isNewStatus) {
      const ids = { changeId, companyId, matchId, jobId, resumeId, candidateId };
      await this.events.publish(new MatchStatusChanged({ ...ids, from, to, changedBy: by }));
    }
  }
}

function refusedChange(
  refusal: RefusedTransition,
  {
    from,
    to,
    jobStatus,
  }: {
    readonly from: DecidedMatch['status'];
    readonly to: DecidedMatch['status'];
    readonly jobStatus: JobStatus;
  },
): Error {
  const change = { from, to, allowed: allowedTransitions(from, jobStatus) };
  switch (refusal) {
    case 'transition_not_allowed':
      return new TransitionNotAllowedError(change);
    case 'job_closed':
      return new JobClosedForMovesError(change);
    case 'reason_required':
      return new ReasonRequiredError(change);
  }
}
