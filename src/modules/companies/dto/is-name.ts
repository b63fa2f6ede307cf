import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';

export const MAXIMUM_NAME_LENGTH = 200;

/** Control characters and line breaks: PostgreSQL refuses some, terminals and mail headers obey others. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** A name as people write it on one line, of a company, a person or a key; spaces around it are dropped. */
export const IsName = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim() : value,
    ),
    IsString(),
    Length(1, MAXIMUM_NAME_LENGTH),
    Matches(ONE_LINE, { message: '$property must not contain control characters' }),
  );
