export {
  AppError,
  type FieldError,
  ForbiddenError,
  NotFoundError,
  ValidationFailedError,
} from './app-error';
export { ProblemDto } from './problem';
export { ProblemFilter } from './problem.filter';
