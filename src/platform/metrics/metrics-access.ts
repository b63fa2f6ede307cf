import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../common/errors';

export class MetricsTokenError extends AppError {
  readonly status = 401;
  readonly code = 'metrics_token_required';

  constructor() {
    super('The numbers of this server are for whoever sends METRICS_TOKEN as a bearer token.');
  }
}

/** Whether this `Authorization` header may see the metrics; without a token everybody may who gets here. */
export function mayReadMetrics(authorization: string | undefined, token: string): boolean {
  if (token === '') {
    return true;
  }
  // Hashes have one length, which a comparison in constant time needs.
  return timingSafeEqual(hashOf(authorization ?? ''), hashOf(`Bearer ${token}`));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
