import { AppError } from '../../../common/errors';

export class AttributeExistsError extends AppError {
  readonly status = 409;
  readonly code = 'attribute_exists';

  constructor() {
    super('The job has an attribute of this name already.');
  }
}

export class ScorecardSubmittedError extends AppError {
  readonly status = 409;
  readonly code = 'scorecard_submitted';

  constructor() {
    super('Your scorecard is submitted and stays as it is, since you may have seen others by now.');
  }
}

export class ScorecardIncompleteError extends AppError {
  readonly status = 409;
  readonly code = 'scorecard_incomplete';

  constructor() {
    super('Give an overall rating before you submit your scorecard.');
  }
}
