import { AppError } from '../../common/errors';

export class MergeWithItselfError extends AppError {
  readonly status = 422;
  readonly code = 'merge_with_itself';

  constructor() {
    super('A person cannot be merged with themselves.');
  }
}

export class MergeEmptyError extends AppError {
  readonly status = 409;
  readonly code = 'merge_empty';

  constructor() {
    super('Every resume of the merged person was deleted since: there is nobody to bring back.');
  }
}

export class MergeUndoneError extends AppError {
  readonly status = 409;
  readonly code = 'merge_undone';

  constructor() {
    super('This merge was undone before.');
  }
}
