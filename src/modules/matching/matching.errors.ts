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
