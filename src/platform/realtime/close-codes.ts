import { AppError } from '../../common/errors';

/** Why this side closes a connection; those from 4000 on are ours: 4000 + the HTTP status they stand for. */
export const CLOSE_CODES = {
  goingAway: 1001,
  policyViolation: 1008,
  internalError: 1011,
  unauthenticated: 4401,
  tooManyConnections: 4429,
} as const;

/** The `code` of an error message; features may have further ones of their own. */
export type SocketErrorCode = 'VALIDATION_ERROR' | 'NOT_FOUND' | 'RATE_LIMIT' | 'INTERNAL_ERROR';

export interface Closing {
  readonly code: number;
  /** Stable, like the `code` of a problem body; a close frame has room for 123 bytes. */
  readonly reason: string;
}

const OWN_CODES_FROM = 4000;

/** How a connection ends on an error; null when the failure is ours and has to be logged. */
export function closingOf(error: unknown): Closing | null {
  return error instanceof AppError
    ? { code: OWN_CODES_FROM + error.status, reason: error.code }
    : null;
}
