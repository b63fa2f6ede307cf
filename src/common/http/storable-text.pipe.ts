import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { ValidationFailedError } from '../errors/app-error';

/** Refuses NUL characters in what a caller sends as JSON or query: PostgreSQL cannot store them. */
@Injectable()
export class StorableTextPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body' || metadata.type === 'query') {
      const fields = fieldsWithNul(value, '');
      if (fields.length > 0) {
        throw new ValidationFailedError(
          fields.map((field) => ({ field, message: 'must not contain NUL characters' })),
        );
      }
    }
    return value;
  }
}

function fieldsWithNul(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    return value.includes('\u0000') ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsWithNul(inner, path === '' ? key : `${path}.${key}`),
  );
}
