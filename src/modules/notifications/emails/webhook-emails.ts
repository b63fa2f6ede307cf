import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { WebhookDisabled } from '../../webhooks/webhooks.events';
import { EmailQueue } from './email-queue';
import { RecipientsRepository } from './recipients.repository';

/** Tells administrators of a webhook that was switched off. */
@Injectable()
export class WebhookEmails implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly recipients: RecipientsRepository,
    private readonly queue: EmailQueue,
  ) {}

  onModuleInit(): void {
    this.events.on(WebhookDisabled, (disabled) => this.tell(disabled));
  }

  private async tell(disabled: WebhookDisabled): Promise<void> {
    const { companyId, deliveryId, url, reason } = disabled;
    for (const { id: userId, name } of await this.recipients.administrators(companyId)) {
      await this.queue.add({
        companyId,
        kind: 'webhook_disabled',
        to: { userId },
        cause: `webhook-disabled:${deliveryId}:${userId}`,
        variables: { user_name: name, url, reason },
      });
    }
  }
}
