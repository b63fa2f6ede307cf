import { QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed on this unique constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) {
    return false;
  }
  // pg's errors carry the SQLSTATE and the constraint's name; TypeORM types the original as Error.
  const original: Error & { code?: string; constraint?: string } = error.driverError;
  return original.code === UNIQUE_VIOLATION && original.constraint === constraint;
}
