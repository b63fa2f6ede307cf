import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { ValidationFailedError } from '../errors/app-error';
import { isStorable } from '../text';

/** Refuses text that PostgreSQL cannot store, in what a caller sends as JSON, form or query. */
@Injectable()
export class StorableTextPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body' || metadata.type === 'query') {
      const fields = unstorableFields(value, '');
      if (fields.length > 0) {
        throw new ValidationFailedError(
          fields.map((field) => ({
            field,
            message: 'must not contain NUL characters or unpaired surrogates',
          })),
        );
      }
    }
    return value;
  }
}

function unstorableFields(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [path];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    unstorableFields(inner, path === '' ? key : `${path}.${key}`),
  );
}
