import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type as TransformType } from 'class-transformer';
import { IsInt, IsOptional, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
import { isStorable } from '../text';
import { ValidationFailedError } from '../errors/app-error';

const DEFAULT_LIMIT = 20;
const MAXIMUM_LIMIT = 100;
/** Holds a name, and the transactions that ran when a ranked list was begun. */
const LONGEST_CURSOR = 2000;

/** `?limit=&cursor=` of every list. */
export class PageQueryDto {
  @ApiPropertyOptional({ minimum: 1, maximum: MAXIMUM_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @TransformType(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAXIMUM_LIMIT)
  readonly limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: '`next_cursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly cursor?: string;
}

/** What a repository answers for a list: one page and the key of its last row when more follow. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

export interface PageDto<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
  readonly total: number;
}

export function pageDto<Row, Item>(page: Page<Row>, map: (row: Row) => Item): PageDto<Item> {
  return { data: page.rows.map(map), next_cursor: page.nextCursor, total: page.total };
}

/** Cuts the one row too many that a repository fetches to learn whether a next page exists. */
export function pageOf<Row>(
  rows: readonly Row[],
  options: { limit: number; total: number; key: (row: Row) => readonly (string | number)[] },
): Page<Row> {
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > options.limit && last !== undefined ? encodeCursor(options.key(last)) : null;
  return { rows: page, nextCursor, total: options.total };
}

/** Opaque to callers: the sort key of the last row, tied by its id. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const CURSOR_PARTS = {
  number: (value: unknown) => typeof value === 'number',
  /** Compared with as `bigint`, whatever the column is: a caller may have made it larger. */
  integer: (value: unknown) => Number.isSafeInteger(value),
  string: (value: unknown) => typeof value === 'string' && isStorable(value),
  timestamp: (value: unknown) => typeof value === 'string' && isTimestamp(value),
  uuid: (value: unknown) => typeof value === 'string' && isUUID(value),
} as const;

/** What a part of a sort key must be, so that the database can compare with it. */
export type CursorPart = keyof typeof CURSOR_PARTS;

/**
 * The sort key in a cursor, or null without one.
 *
 * @throws ValidationFailedError when the cursor is not one of ours or its values are of another shape.
 */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly CursorPart[],
): readonly (string | number)[] | null {
  if (cursor === undefined) {
    return null;
  }
  const key = parseKey(cursor);
  const fits =
    key?.length === shape.length && shape.every((part, at) => CURSOR_PARTS[part](key[at]));
  if (!fits) {
    throw new ValidationFailedError([{ field: 'cursor', message: 'is not a cursor of this list' }]);
  }
  return key;
}

/** As `toISOString` writes it, a day that exists, and of a year that PostgreSQL reads: from 1 to 9999. */
function isTimestamp(text: string): boolean {
  const time = Date.parse(text);
  return (
    /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === text
  );
}

function parseKey(cursor: string): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) &&
      key.every((part) => typeof part === 'string' || typeof part === 'number');
    return isKey ? key : null;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

/** Documents the 200 answer of a list route. */
export function ApiPage(item: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'next_cursor', 'total'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next_cursor: { type: 'string', nullable: true, example: null },
          total: { type: 'integer', example: 1 },
        },
      },
    }),
  );
}
