export { EventBus } from './event-bus';
export { EventsModule } from './events.module';
