import type { ApplicationStatus, MatchSource } from './match.entity';

/**
 * Somebody decided on a candidate of a job. Published once for each change, in its transaction, whether
 * it was made alone or with many others.
 */
export class MatchStatusChanged {
  /** Of the row in `match_status_changes`: what happens because of this change happens once per id. */
  readonly changeId: string;
  readonly companyId: string;
  readonly matchId: string;
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly changedBy: string;

  constructor(change: MatchStatusChanged) {
    this.changeId = change.changeId;
    this.companyId = change.companyId;
    this.matchId = change.matchId;
    this.jobId = change.jobId;
    this.resumeId = change.resumeId;
    this.candidateId = change.candidateId;
    this.from = change.from;
    this.to = change.to;
    this.changedBy = change.changedBy;
  }
}

/**
 * People became candidates of a job: they applied, or were found in the pool. Published in the transaction
 * that scored them, once for all that it scored, and never for results that are scored again.
 */
export class CandidatesMatched {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    readonly source: MatchSource,
    readonly resumeIds: readonly string[],
  ) {}
}
