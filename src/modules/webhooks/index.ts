export { WebhookDisabled } from './webhooks.events';
export { WebhooksModule } from './webhooks.module';
export { WebhooksProcessor } from './webhooks.processor';
