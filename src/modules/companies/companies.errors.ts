import { AppError } from '../../common/errors';

export class CompanyExistsError extends AppError {
  readonly status = 409;
  readonly code = 'company_exists';

  constructor() {
    super(
      'A company of this name is registered already. To join it, ask one of its administrators for an invitation ' +
        'and register with the `invitation_token`.',
    );
  }
}

export class SlugTakenError extends AppError {
  readonly status = 409;
  readonly code = 'slug_taken';

  constructor() {
    super('Another company has this address already. Choose another one.');
  }
}
