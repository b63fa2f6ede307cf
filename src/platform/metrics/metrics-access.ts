import { AppError } from '../../common/errors';
import { isSecret } from '../../common/http';

export class MetricsTokenError extends AppError {
  readonly status = 401;
  readonly code = 'metrics_token_required';

  constructor() {
    super('The numbers of this server are for whoever sends METRICS_TOKEN as a bearer token.');
  }
}

/** Whether this `Authorization` header may see the metrics; without a token everybody may who gets here. */
export function mayReadMetrics(authorization: string | undefined, token: string): boolean {
  return token === '' || isSecret(authorization ?? '', `Bearer ${token}`);
}
