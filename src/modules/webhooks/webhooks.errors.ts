import { AppError } from '../../common/errors';

export class TooManyWebhooksError extends AppError {
  readonly status = 409;
  readonly code = 'too_many_webhooks';

  constructor(limit: number) {
    super(`A company can have ${limit} webhooks. Delete one first.`);
  }
}

export class WebhookInactiveError extends AppError {
  readonly status = 409;
  readonly code = 'webhook_inactive';

  constructor() {
    super('The webhook is switched off. Switch it on with `is_active: true` first.');
  }
}
