import { AppError } from '../../../common/errors';

export class OperatorPasswordError extends AppError {
  readonly status = 401;
  readonly code = 'operator_password_required';

  constructor() {
    super('This page is for the operator of the server, who knows OPERATOR_PASSWORD.');
  }
}

export class TooManyOperatorRequestsError extends AppError {
  readonly status = 429;
  readonly code = 'too_many_requests';

  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many requests from your address. Try again in ${retryAfterSeconds} seconds.`);
  }
}
