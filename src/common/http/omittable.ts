import { ValidateIf } from 'class-validator';

/** A field of a body that may be left out, but is no null where it is given: `@IsOptional()` lets null pass as well. */
export function Omittable(): PropertyDecorator {
  return ValidateIf((_body: object, value: unknown) => value !== undefined);
}
