import { AppError, type FieldError } from '../../common/errors';
import type { EmailState } from './emails/email';

export class EmailTemplateInvalidError extends AppError {
  readonly status = 422;
  readonly code = 'email_template_invalid';

  constructor(override readonly errors: readonly FieldError[]) {
    super('The template cannot be used as it is.');
  }
}

export class EmailNotResendableError extends AppError {
  readonly status = 409;
  readonly code = 'email_not_resendable';

  constructor(state: EmailState) {
    super(
      `The e-mail is ${state}; only failed and bounced e-mails and those without an address can be sent again.`,
    );
  }
}

export class EmailAddressMissingError extends AppError {
  readonly status = 409;
  readonly code = 'email_address_missing';

  constructor() {
    super('There is still no e-mail address to send to. Add one to the person first.');
  }
}
