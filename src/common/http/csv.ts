import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';

export type CsvValue = string | number | boolean | Date | null;

/** Spreadsheets take a file without it for something older than UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** What makes a spreadsheet run a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line by RFC 4180. A text that a spreadsheet would run gets an apostrophe before it. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: CsvValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    return value instanceof Date ? value.toISOString() : String(value);
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file that is written while it is sent: rows come in parts, and the next is made when there is room. */
export function csvFile(
  name: string,
  columns: readonly string[],
  parts:
    AsyncIterable<readonly (readonly CsvValue[])[]> | Iterable<readonly (readonly CsvValue[])[]>,
): StreamableFile {
  return new StreamableFile(Readable.from(textOf(columns, parts), { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}

async function* textOf(
  columns: readonly string[],
  parts:
    AsyncIterable<readonly (readonly CsvValue[])[]> | Iterable<readonly (readonly CsvValue[])[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns);
  for await (const rows of parts) {
    if (rows.length > 0) {
      yield rows.map(csvLine).join('');
    }
  }
}

/** Whether the caller asked for CSV, by `?format=` or else by `Accept`. */
export const WantsCsv = createParamDecorator(
  (_data: unknown, context: ExecutionContext): boolean => {
    const request = context.switchToHttp().getRequest<Request>();
    const { format } = request.query;
    return format === undefined
      ? request.accepts(['application/json', 'text/csv']) === 'text/csv'
      : format === 'csv';
  },
);
