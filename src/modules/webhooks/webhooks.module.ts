import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks';
import { DeliveriesRepository } from './deliveries.repository';
import { WebhookDeliveries } from './webhook-deliveries';
import { InterviewWebhooks } from './interview-webhooks';
import { WebhookListener } from './webhook-listener';
import { WebhookSender } from './webhook-sender';
import { WebhooksController } from './webhooks.controller';
import { WebhooksProcessor } from './webhooks.processor';
import { WebhooksRepository } from './webhooks.repository';
import { WebhooksService } from './webhooks.service';

@Module({
  imports: [TasksModule],
  controllers: [WebhooksController],
  providers: [
    WebhooksRepository,
    DeliveriesRepository,
    WebhooksService,
    WebhookDeliveries,
    WebhookSender,
    WebhookListener,
    InterviewWebhooks,
    WebhooksProcessor,
  ],
})
export class WebhooksModule {}
