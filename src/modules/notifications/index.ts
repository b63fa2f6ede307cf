export { NotificationsModule } from './notifications.module';
export { NotificationsProcessor } from './notifications.processor';
