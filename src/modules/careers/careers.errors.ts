import { AppError } from '../../common/errors';

export class TooManyApplicationsError extends AppError {
  readonly status = 429;
  readonly code = 'too_many_applications';

  constructor(override readonly retryAfterSeconds: number) {
    super('Too many applications came from your address. Please try again later.');
  }
}

export class FileTypeError extends AppError {
  readonly status = 415;
  readonly code = 'unsupported_file_type';

  constructor() {
    super('Send the resume as PDF, DOCX, DOC, ODT, RTF, text, HTML or a picture.');
  }
}
