export interface FieldError {
  /** Path in the request body, dots between: `skills_required.0`. */
  readonly field: string;
  readonly message: string;
}

/**
 * An expected failure that outsiders may see. Subclasses live in their module's `x.errors.ts` and fix
 * the status and the stable `code`; everything that is not an `AppError` is one anonymous 500.
 */
export abstract class AppError extends Error {
  abstract readonly status: number;
  /** Stable, `snake_case`: clients branch on it. */
  abstract readonly code: string;
  readonly errors: readonly FieldError[] = [];
  /** Further members of the problem body, `snake_case`. */
  readonly details: Readonly<Record<string, unknown>> = {};
  /** Told in the `Retry-After` header; null when trying again does not help. */
  readonly retryAfterSeconds: number | null = null;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Missing, or another company's: the two cannot be told apart. */
export class NotFoundError extends AppError {
  readonly status = 404;
  readonly code: string;

  constructor(what: string) {
    super(`There is no such ${what}.`);
    this.code = `${what.replaceAll(' ', '_')}_not_found`;
  }
}

export class ValidationFailedError extends AppError {
  readonly status = 422;
  readonly code = 'validation_failed';

  constructor(override readonly errors: readonly FieldError[]) {
    super('Some fields are not valid.');
  }
}

export class ForbiddenError extends AppError {
  readonly status = 403;
  readonly code = 'forbidden';

  constructor(message = 'Your role does not allow this.') {
    super(message);
  }
}
