import { AppError, ValidationFailedError } from '../../common/errors';
import { IDEMPOTENCY_HEADER } from './idempotency-header';

/** The key was used for another request: another route, body or user. */
export class IdempotencyKeyReusedError extends AppError {
  readonly status = 422;
  readonly code = 'idempotency_key_reused';

  constructor() {
    super(
      `This ${IDEMPOTENCY_HEADER} belongs to another request. Use a new key for a new request.`,
    );
  }
}

/** The first request with this key has not been answered yet. */
export class RequestInProgressError extends AppError {
  readonly status = 409;
  readonly code = 'request_in_progress';
  override readonly retryAfterSeconds = 1;

  constructor() {
    super(`A request with this ${IDEMPOTENCY_HEADER} is being answered. Try again in a moment.`);
  }
}

export class InvalidIdempotencyKeyError extends ValidationFailedError {
  constructor() {
    super([{ field: IDEMPOTENCY_HEADER, message: 'must be 1 to 255 printable ASCII characters' }]);
  }
}
