import { AppError, NotFoundError } from '../../common/errors';

export class MatchNotFoundError extends NotFoundError {
  constructor() {
    super('candidate of this job');
  }
}

export class StatusChangedMeanwhileError extends AppError {
  readonly status = 409;
  readonly code = 'status_changed_meanwhile';

  constructor() {
    super('Somebody else changed the status at the same moment. Read it again and decide anew.');
  }
}

/** What the state machine says about a wanted change, for people and for programs. */
interface RefusedChange {
  readonly from: string;
  readonly to: string;
  readonly allowed: readonly string[];
}

export class TransitionNotAllowedError extends AppError {
  readonly status = 409;
  readonly code = 'transition_not_allowed';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(change: RefusedChange) {
    super(`A candidate who is ${change.from} cannot become ${change.to}. ${choices(change)}`);
    this.details = { ...change };
  }
}

export class JobClosedForMovesError extends AppError {
  readonly status = 409;
  readonly code = 'job_closed';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(change: RefusedChange) {
    super(
      `The job is closed: nobody moves forward from ${change.from} to ${change.to}. ${choices(change)}`,
    );
    this.details = { ...change };
  }
}

export class ReasonRequiredError extends AppError {
  readonly status = 422;
  readonly code = 'reason_required';
  override readonly errors = [
    { field: 'reason', message: 'must say why a decision that was final is taken back' },
  ];
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(change: RefusedChange) {
    super(`To bring a candidate back who is ${change.from} to ${change.to}, give a reason.`);
    this.details = { ...change };
  }
}

export class RejectionReasonTakenError extends AppError {
  readonly status = 409;
  readonly code = 'rejection_reason_taken';

  constructor() {
    super('The company has a reason of this name already.');
  }
}

function choices({ allowed }: RefusedChange): string {
  return allowed.length === 0 ? 'Nothing else is possible.' : `Possible: ${allowed.join(', ')}.`;
}
