import { hasCode } from './has-code';

/**
 * Codes of Node and of PostgreSQL (SQLSTATE) for a server that is away, stops, starts, is full, or was the
 * primary until a moment ago (25006); and for a full disk, here or there.
 */
const OUTAGE_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EPIPE',
  'ENOSPC',
  'EDQUOT',
  '25006',
  '53100',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
] as const;

/** What the drivers of PostgreSQL and Redis say without a code. */
const OUTAGE_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Connection is closed',
  'max retries per request limit',
] as const;

/** Whether a server that we depend on is away for now, as far as an error tells. */
export function isOutage(error: unknown): boolean {
  if (OUTAGE_CODES.some((code) => hasCode(error, code))) {
    return true;
  }
  return (
    error instanceof Error && OUTAGE_MESSAGES.some((message) => error.message.includes(message))
  );
}
