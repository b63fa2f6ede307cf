export {
  AppError,
  type FieldError,
  ForbiddenError,
  NotFoundError,
  ValidationFailedError,
} from './app-error';
export { hasCode } from './has-code';
export { isOutage } from './is-outage';
export { ProblemDto } from './problem';
export { ProblemFilter } from './problem.filter';
