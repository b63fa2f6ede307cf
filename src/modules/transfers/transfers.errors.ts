import { AppError } from '../../common/errors';
import type { RowProblem } from './domain/csv-table';
import type { CsvTextProblem } from './domain/csv-text';

/** A multipart request without its `file`. */
export class ImportFileMissingError extends AppError {
  readonly status = 400;
  readonly code = 'file_missing';

  constructor() {
    super('Send the table as multipart/form-data in the field "file".');
  }
}

const TEXT_PROBLEMS: Readonly<Record<CsvTextProblem, string>> = {
  csv_wrong_encoding:
    'The file is neither UTF-8, nor UTF-16, nor Windows-1252. Save it as CSV UTF-8.',
  csv_not_text: 'The file is no text. Save the table as CSV.',
};

export class CsvUnreadableError extends AppError {
  readonly status = 422;

  constructor(readonly code: CsvTextProblem) {
    super(TEXT_PROBLEMS[code]);
  }
}

export class CsvMalformedError extends AppError {
  readonly status = 422;
  readonly code = 'csv_malformed';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(line: number, options: ErrorOptions) {
    super(
      `The table cannot be read from line ${line} on: a quote is not closed, or stands inside of a cell.`,
      options,
    );
    this.details = { line };
  }
}

export class TooManyRowsError extends AppError {
  readonly status = 413;
  readonly code = 'too_many_rows';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(most: number) {
    super(`One import may have ${most} rows at most.`);
    this.details = { max_rows: most };
  }
}

const MOST_TOLD = 100;

/** Nothing was imported. */
export class ImportInvalidError extends AppError {
  readonly status = 422;
  readonly code = 'import_invalid';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(problems: readonly RowProblem[]) {
    super('Some rows are not valid, so nothing was imported. `?dry_run=true` tells of every one.');
    this.details = { row_errors: problems.slice(0, MOST_TOLD), row_errors_total: problems.length };
  }
}

export class ExportNotReadyError extends AppError {
  readonly status = 409;
  readonly code = 'export_not_ready';

  constructor() {
    super('The export is not finished. Its task tells how far it is.');
  }
}

export class ExportExpiredError extends AppError {
  readonly status = 410;
  readonly code = 'export_expired';

  constructor() {
    super('An export is kept for 24 hours. Ask for a new one.');
  }
}
