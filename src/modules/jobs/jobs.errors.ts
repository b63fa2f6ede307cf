import { AppError } from '../../common/errors';

/** Somebody else changed the job between the caller's read and write. */
export class JobChangedMeanwhileError extends AppError {
  readonly status = 409;
  readonly code = 'job_changed_meanwhile';

  constructor() {
    super('The job was changed by somebody else at the same moment. Read it again and repeat.');
  }
}

export class JobClosedError extends AppError {
  readonly status = 409;
  readonly code = 'job_closed';

  constructor() {
    super('The job is closed and takes no more candidates.');
  }
}

export class StageNameTakenError extends AppError {
  readonly status = 409;
  readonly code = 'stage_name_taken';

  constructor() {
    super('The job has a stage of this name already.');
  }
}

export class StageInUseError extends AppError {
  readonly status = 409;
  readonly code = 'stage_in_use';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(candidates: number) {
    super('Candidates are in this stage. Move them before its status is changed.');
    this.details = { candidates };
  }
}

export class TooManyStagesError extends AppError {
  readonly status = 409;
  readonly code = 'too_many_stages';

  constructor(most: number) {
    super(`A job may have ${most} stages at most.`);
  }
}
