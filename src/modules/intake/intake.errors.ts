import { AppError } from '../../common/errors';

export class TooManyFilesError extends AppError {
  readonly status = 413;
  readonly code = 'too_many_files';

  constructor(most: number) {
    super(`One upload may hold ${most} files at most, those in archives included.`);
  }
}

export class ArchiveUnreadableError extends AppError {
  readonly status = 422;
  readonly code = 'archive_unreadable';

  constructor(options?: ErrorOptions) {
    super('The .zip is damaged or protected by a password; nothing of it was taken.', options);
  }
}

export class NoFilesError extends AppError {
  readonly status = 400;
  readonly code = 'file_missing';

  constructor() {
    super('Send one file or more as multipart/form-data in the field "files".');
  }
}

export class FileTooLargeError extends AppError {
  readonly status = 413;
  readonly code = 'payload_too_large';

  constructor() {
    super('The file is larger than allowed.');
  }
}
