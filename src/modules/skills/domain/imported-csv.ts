import { CsvError, parse } from 'csv-parse/sync';

/** A quoted field that never ends, or text between a closing quote and the next comma. */
export class CsvSyntaxError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CsvSyntaxError';
  }
}

/**
 * The records of a CSV text as RFC 4180 defines it. A byte order mark is skipped, a line may end in LF
 * alone, and records may differ in length.
 *
 * @throws CsvSyntaxError
 */
export function csvRecords(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (error instanceof CsvError) {
      throw new CsvSyntaxError(error.message, { cause: error });
    }
    throw error;
  }
}
