import { AppError, type FieldError } from '../../common/errors';
import { MAX_QUERY_DEPTH, MAX_QUERY_TERMS, type QueryProblem } from './domain/query-parser';

const QUERY_MESSAGES: Readonly<Record<QueryProblem | 'no_words', string>> = {
  no_words: 'must hold at least one letter or digit',
  only_exclusions: 'must ask for something, not only exclude',
  too_deep: `must not nest brackets more than ${MAX_QUERY_DEPTH} deep`,
  too_many_terms: `must not combine more than ${MAX_QUERY_TERMS} terms`,
};

/** The query was read and cannot be answered; the message says what to change. */
export class SearchQueryError extends AppError {
  readonly status = 422;
  readonly code = 'search_query_invalid';
  override readonly errors: readonly FieldError[];

  constructor(problem: QueryProblem | 'no_words') {
    super(`The query ${QUERY_MESSAGES[problem]}.`);
    this.errors = [{ field: 'query', message: QUERY_MESSAGES[problem] }];
  }
}

/** A job, resume or candidate without a vector cannot be compared. */
export class NotComparableError extends AppError {
  readonly status = 409;
  readonly code: string;

  constructor(what: 'job' | 'resume' | 'candidate') {
    super(
      what === 'job'
        ? 'The job has no text that could be compared.'
        : `The ${what} has no text that could be compared: reprocess the resume, or upload a readable one.`,
    );
    this.code = `${what}_not_comparable`;
  }
}

export class SavedSearchNameTakenError extends AppError {
  readonly status = 409;
  readonly code = 'saved_search_name_taken';

  constructor() {
    super('The company has a saved search with this name.');
  }
}

/** The weights and the offer have no category in common. */
export class OfferWeightsError extends AppError {
  readonly status = 422;
  readonly code = 'weights_without_text';
  override readonly errors: readonly FieldError[] = [
    { field: 'weights', message: 'must be above 0 for a category that the offer speaks of' },
  ];

  constructor() {
    super('The offer says nothing of the categories that have a weight.');
  }
}
