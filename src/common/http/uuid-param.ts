import { Param, ParseUUIDPipe } from '@nestjs/common';
import { NotFoundError } from '../errors/app-error';

/** A uuid in the path; what cannot be an id is answered like an id that does not exist. */
export function UuidParam(name: string, what: string): ParameterDecorator {
  return Param(name, new ParseUUIDPipe({ exceptionFactory: () => new NotFoundError(what) }));
}
