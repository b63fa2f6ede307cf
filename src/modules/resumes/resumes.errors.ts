import { AppError } from '../../common/errors';
import type { UnreadableReason } from './domain/document/document.errors';

const STATUS_BY_REASON: Readonly<Record<UnreadableReason, number>> = {
  empty: 422,
  unsupported_type: 415,
  encrypted: 422,
  corrupt: 422,
  too_large: 413,
  too_many_pages: 422,
  timeout: 422,
  no_text: 422,
};

/** The file cannot be read as a resume. The same bytes would fail again. */
export class UnreadableResumeError extends AppError {
  readonly status: number;
  readonly code: string;

  constructor(reason: UnreadableReason, message: string) {
    super(message);
    this.status = STATUS_BY_REASON[reason];
    this.code = reason === 'unsupported_type' ? 'unsupported_file_type' : `file_${reason}`;
  }
}

/** A multipart request without its `file`. */
export class FileMissingError extends AppError {
  readonly status = 400;
  readonly code = 'file_missing';

  constructor() {
    super('Send the resume as multipart/form-data in the field "file".');
  }
}
