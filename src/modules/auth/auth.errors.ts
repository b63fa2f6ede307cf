import { AppError, type FieldError } from '../../common/errors';

const REALM = 'Bearer realm="shortlist"';

/** The caller is not known; RFC 9110 asks for a `WWW-Authenticate` header beside each of these. */
export abstract class UnauthenticatedError extends AppError {
  readonly status = 401;
  /** Value of the header; RFC 6750 gives the `error` parameter for refused tokens only. */
  readonly challenge: string = REALM;
}

export class MissingTokenError extends UnauthenticatedError {
  readonly code = 'missing_token';

  constructor() {
    super('Log in and send the access token: `Authorization: Bearer …`.');
  }
}

export class InvalidTokenError extends UnauthenticatedError {
  readonly code = 'invalid_token';
  override readonly challenge = `${REALM}, error="invalid_token"`;

  constructor(options?: ErrorOptions) {
    super('The access token is not valid, or no longer.', options);
  }
}

export class TokenExpiredError extends UnauthenticatedError {
  readonly code = 'token_expired';
  override readonly challenge = `${REALM}, error="invalid_token", error_description="The access token expired"`;

  constructor(options?: ErrorOptions) {
    super('The access token has expired. Use the refresh token to get another one.', options);
  }
}

export class InvalidApiKeyError extends UnauthenticatedError {
  readonly code = 'invalid_api_key';

  constructor() {
    super('The API key is not valid, or no longer.');
  }
}

export class InvalidCredentialsError extends UnauthenticatedError {
  readonly code = 'invalid_credentials';

  constructor() {
    super('The e-mail address or the password is wrong.');
  }
}

export class InvalidRefreshTokenError extends UnauthenticatedError {
  readonly code = 'refresh_token_invalid';

  constructor() {
    super('The refresh token is not valid, or no longer. Log in again.');
  }
}

export class RefreshTokenExpiredError extends UnauthenticatedError {
  readonly code = 'refresh_token_expired';

  constructor() {
    super('The refresh token has expired. Log in again.');
  }
}

export class RefreshTokenReusedError extends UnauthenticatedError {
  readonly code = 'refresh_token_reused';

  constructor() {
    super(
      'The refresh token was used before, so somebody may have copied it: the session was ended. Log in again.',
    );
  }
}

export class AccountInactiveError extends AppError {
  readonly status = 403;
  readonly code = 'account_inactive';

  constructor() {
    super('This account was deactivated. Ask an administrator of your company.');
  }
}

export class TooManyAttemptsError extends AppError {
  readonly status = 429;
  readonly code = 'too_many_requests';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many attempts. Try again in ${retryAfterSeconds} seconds.`);
    this.details = { retry_after: retryAfterSeconds };
  }
}

export class ApiKeyScopeError extends AppError {
  readonly status = 403;
  readonly code = 'api_key_scope';

  constructor(scope: string) {
    super(`The API key lacks the scope \`${scope}\`.`);
  }
}

export class ApiKeyNotAllowedError extends AppError {
  readonly status = 403;
  readonly code = 'api_key_not_allowed';

  constructor() {
    super('This needs a login; an API key is not enough.');
  }
}

export class WrongCurrentPasswordError extends AppError {
  readonly status = 422;
  readonly code = 'current_password_wrong';
  override readonly errors: readonly FieldError[] = [
    { field: 'current_password', message: 'is wrong' },
  ];

  constructor() {
    super('The current password is wrong.');
  }
}

export class InvalidPasswordResetError extends AppError {
  readonly status = 422;
  readonly code = 'password_reset_invalid';
  override readonly errors: readonly FieldError[] = [
    { field: 'token', message: 'is unknown, used or expired' },
  ];

  constructor() {
    super('The code is not valid, or no longer. Ask for a new one.');
  }
}

export class InvitationExistsError extends AppError {
  readonly status = 409;
  readonly code = 'invitation_exists';

  constructor() {
    super('This e-mail address has an open invitation already. Withdraw that one first.');
  }
}

export class InvalidInvitationError extends AppError {
  readonly status = 422;
  readonly code = 'invitation_invalid';
  override readonly errors: readonly FieldError[] = [
    { field: 'invitation_token', message: 'is unknown, used, withdrawn or expired' },
  ];

  constructor() {
    super('The invitation is not valid. Ask for a new one.');
  }
}

export class InvitationEmailError extends AppError {
  readonly status = 422;
  readonly code = 'invitation_email_mismatch';
  override readonly errors: readonly FieldError[] = [
    { field: 'email', message: 'must be the address that was invited' },
  ];

  constructor() {
    super('The invitation was made for another e-mail address.');
  }
}
