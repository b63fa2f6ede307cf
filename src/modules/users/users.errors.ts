import { AppError } from '../../common/errors';

export class EmailTakenError extends AppError {
  readonly status = 409;
  readonly code = 'email_taken';

  constructor() {
    super('This e-mail address is registered already.');
  }
}

export class OwnerProtectedError extends AppError {
  readonly status = 403;
  readonly code = 'owner_protected';

  constructor() {
    super('The owner of the company cannot be deactivated or given another role by others.');
  }
}

export class OwnAdminRightError extends AppError {
  readonly status = 403;
  readonly code = 'own_admin_right';

  constructor() {
    super('You cannot take your own right to administer away; another administrator can.');
  }
}
