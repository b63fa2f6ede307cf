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
