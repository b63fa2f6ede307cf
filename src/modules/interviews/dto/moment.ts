import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsDate } from 'class-validator';

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A day, or a moment with its offset, of ISO 8601; what is none stays as it is and is refused. */
export function IsMoment(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && MOMENT.test(value) ? new Date(value) : value,
    ),
    IsDate({ message: '$property must be a day, or a moment with its offset, of ISO 8601' }),
  );
}
