import { AppError } from '../../common/errors';

export class TagNameTakenError extends AppError {
  readonly status = 409;
  readonly code = 'tag_name_taken';

  constructor() {
    super('The company has a tag of this name already.');
  }
}
