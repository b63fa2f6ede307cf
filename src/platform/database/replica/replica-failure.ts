import { hasCode, isOutage } from '../../../common/errors';

/** What PostgreSQL says to a query on a replica that stands in the way of replaying the log, or that writes. */
const CODES = ['40001', '40P01', '25006'] as const;

/** Whether the same work would succeed on the primary. */
export function isReplicaFailure(error: unknown): boolean {
  return isOutage(error) || CODES.some((code) => hasCode(error, code));
}
