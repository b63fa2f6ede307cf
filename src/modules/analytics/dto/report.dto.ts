import { applyDecorators, type StreamableFile, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiProduces,
  getSchemaPath,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { csvFile, type CsvValue } from '../../../common/http';
import type { Report } from '../report-scope.service';

/** The figures of one or two periods, as they go out. */
export interface ReportDto<Data> {
  readonly from: string;
  readonly to: string;
  readonly time_zone: string;
  readonly job_id: string | null;
  readonly department: string | null;
  readonly data: Data;
  readonly previous: { readonly from: string; readonly to: string; readonly data: Data } | null;
}

export function reportDto<Data, Dto>(
  { query, period, data, previous }: Report<Data>,
  map: (data: Data) => Dto,
): ReportDto<Dto> {
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    time_zone: query.timeZone,
    job_id: query.jobId,
    department: query.department,
    data: map(data),
    previous:
      previous === null
        ? null
        : {
            from: previous.period.from.toISOString(),
            to: previous.period.to.toISOString(),
            data: map(previous.data),
          },
  };
}

type FlatRow = Readonly<Record<string, CsvValue>>;

/** A report of many rows as a table: those of the period before come after those of the period. */
export function reportCsv<Row extends object>(
  name: string,
  row: Type<Row>,
  { from, to, data, previous }: ReportDto<readonly Row[]>,
): StreamableFile {
  const columns = columnsOf(row);
  const periods = [{ period: 'current', from, to, data }];
  if (previous !== null) {
    periods.push({ period: 'previous', ...previous });
  }
  const parts = periods.map((one) =>
    one.data.map((figures) => [one.period, one.from, one.to, ...valuesOf(figures, columns)]),
  );
  return csvFile(name, ['period', 'from', 'to', ...columns], parts);
}

/** A report of one row as a table. */
export function oneRowCsv<Row extends object>(
  name: string,
  row: Type<Row>,
  report: ReportDto<Row>,
): StreamableFile {
  const { data, previous } = report;
  return reportCsv(name, row, {
    ...report,
    data: [data],
    previous: previous === null ? null : { ...previous, data: [previous.data] },
  });
}

export function valuesOf(row: object, columns: readonly string[]): CsvValue[] {
  // The fields of these rows are what their documentation says: texts, numbers and nulls.
  const flat = row as FlatRow;
  return columns.map((column) => flat[column] ?? null);
}

/** Where `@ApiProperty` keeps the names of a class; its package does not export the constant. */
const DOCUMENTED_FIELDS = 'swagger/apiModelPropertiesArray';

/** The documented fields of a row, in their order. */
export function columnsOf(row: Type): readonly string[] {
  const names: unknown = Reflect.getMetadata(DOCUMENTED_FIELDS, row.prototype as object);
  return Array.isArray(names) ? names.map((name) => String(name).replace(/^:/, '')) : [];
}

const moment = { type: 'string', format: 'date-time' } as const;

/** Documents a report of one row or of many. */
export function ApiReport(row: Type, shape: 'one' | 'rows'): MethodDecorator {
  const one = { $ref: getSchemaPath(row) };
  const data = shape === 'one' ? one : { type: 'array' as const, items: one };
  return applyDecorators(
    ApiExtraModels(row),
    ApiProduces('application/json', 'text/csv'),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['from', 'to', 'time_zone', 'job_id', 'department', 'data', 'previous'],
        properties: {
          from: moment,
          to: moment,
          time_zone: { type: 'string', example: 'Europe/Berlin' },
          job_id: { type: 'string', format: 'uuid', nullable: true },
          department: { type: 'string', nullable: true },
          data,
          previous: {
            type: 'object',
            nullable: true,
            required: ['from', 'to', 'data'],
            properties: { from: moment, to: moment, data },
          },
        },
      },
    }),
    ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' }),
  );
}
