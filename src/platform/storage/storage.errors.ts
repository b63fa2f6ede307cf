import { AppError } from '../../common/errors';

/** The disk or bucket does not take or give files now; the `cause` says why. */
export class StorageUnavailableError extends AppError {
  readonly status = 503;
  readonly code = 'storage_unavailable';

  constructor(
    override readonly retryAfterSeconds: number,
    options: ErrorOptions,
  ) {
    super('Files cannot be stored or read at the moment. Try again soon.', options);
  }
}
