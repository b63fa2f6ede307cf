import { Injectable } from '@nestjs/common';
import type { TaskProcessor } from '../tasks';
import { WebhookDeliveries } from './webhook-deliveries';

/** Makes deliveries in the background. */
@Injectable()
export class WebhooksProcessor implements TaskProcessor<'webhooks.deliver'> {
  readonly handlers: TaskProcessor<'webhooks.deliver'>['handlers'] = {
    'webhooks.deliver': ({ companyId, payload }) =>
      this.deliveries.deliver(companyId, payload.deliveryId),
  };

  constructor(private readonly deliveries: WebhookDeliveries) {}
}
