import { ValidationFailedError } from '../../common/errors';

/** Codes of the chat's WebSocket. */
export const CHAT_ERROR_CODES = [
  'VALIDATION_ERROR',
  'RATE_LIMIT',
  'API_ERROR',
  'DATABASE_ERROR',
  'INTERNAL_ERROR',
] as const;
export type ChatErrorCode = (typeof CHAT_ERROR_CODES)[number];

/** Hiring managers see candidates of their jobs only, so a question has to name the job. */
export class ChatJobRequiredError extends ValidationFailedError {
  constructor() {
    super([
      {
        field: 'job_id',
        message: 'is required: hiring managers ask about candidates of one of their jobs',
      },
    ]);
  }
}

/** The model broke off after somebody had read the beginning of its answer. */
export class AnswerBrokenOffError extends Error {
  constructor(
    readonly code: ChatErrorCode,
    message: string,
    options: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
