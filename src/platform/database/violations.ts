import { QueryFailedError } from 'typeorm';
import { hasCode } from '../../common/errors';

const UNIQUE_VIOLATION = '23505';
const DEADLOCK_DETECTED = '40P01';

/** Whether PostgreSQL ended this transaction because it and others waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof QueryFailedError && hasCode(error.driverError, DEADLOCK_DETECTED);
}

/** Whether a statement failed on this unique constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) {
    return false;
  }
  const { driverError } = error as QueryFailedError;
  return (
    hasCode(driverError, UNIQUE_VIOLATION) &&
    'constraint' in driverError &&
    driverError.constraint === constraint
  );
}
