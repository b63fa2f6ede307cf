import { hasCode } from './has-code';

/** Codes of Node and of PostgreSQL (SQLSTATE) for a server that is away, stops, starts, or is full. */
const OUTAGE_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
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
