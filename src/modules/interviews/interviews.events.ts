/** What every event about an interview names. */
export interface InterviewIds {
  readonly companyId: string;
  readonly interviewId: string;
  readonly matchId: string;
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  /** Who did it. */
  readonly changedBy: string;
}

abstract class InterviewEvent implements InterviewIds {
  readonly companyId: string;
  readonly interviewId: string;
  readonly matchId: string;
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly changedBy: string;

  constructor(ids: InterviewIds) {
    this.companyId = ids.companyId;
    this.interviewId = ids.interviewId;
    this.matchId = ids.matchId;
    this.jobId = ids.jobId;
    this.resumeId = ids.resumeId;
    this.candidateId = ids.candidateId;
    this.changedBy = ids.changedBy;
  }
}

/** Published in its transaction, as are all of these. */
export class InterviewScheduled extends InterviewEvent {}

/** Time, place, kind or people of an interview changed. */
export class InterviewRescheduled extends InterviewEvent {
  constructor(
    ids: InterviewIds,
    readonly change: {
      /** Something changed that everybody must know who takes part. */
      readonly concernsAll: boolean;
      readonly addedUserIds: readonly string[];
      readonly removedUserIds: readonly string[];
    },
  ) {
    super(ids);
  }
}

export class InterviewCancelled extends InterviewEvent {
  constructor(
    ids: InterviewIds,
    /** By somebody's decision, or together with its job or its resume, whose deletion goes on. */
    readonly because: 'decision' | 'job_deleted' | 'resume_deleted',
  ) {
    super(ids);
  }
}

/** It took place, or the candidate did not come; said anew when the first was a mistake. */
export class InterviewEnded extends InterviewEvent {
  constructor(
    ids: InterviewIds,
    readonly status: 'completed' | 'no_show',
  ) {
    super(ids);
  }
}

/** It is time to remind everybody who takes part; published once. */
export class InterviewReminderDue {
  constructor(
    readonly companyId: string,
    readonly interviewId: string,
    /** Names this reminder among all that there may be of the interview. */
    readonly cause: string,
  ) {}
}

/** These users owe a scorecard since an interview that is over; published once. */
export class ScorecardsMissing {
  constructor(
    readonly companyId: string,
    readonly interviewId: string,
    readonly cause: string,
    readonly userIds: readonly string[],
  ) {}
}

export class ScorecardSubmitted {
  readonly companyId: string;
  readonly scorecardId: string;
  readonly interviewId: string;
  readonly matchId: string;
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly authorId: string;

  constructor(event: ScorecardSubmitted) {
    this.companyId = event.companyId;
    this.scorecardId = event.scorecardId;
    this.interviewId = event.interviewId;
    this.matchId = event.matchId;
    this.jobId = event.jobId;
    this.resumeId = event.resumeId;
    this.candidateId = event.candidateId;
    this.authorId = event.authorId;
  }
}
