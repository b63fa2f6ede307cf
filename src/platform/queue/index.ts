export { QUEUE_NAMES, type QueueName } from './queue-names';
export { QueueModule } from './queue.module';
export { queueSettings, type QueueSettingsByName, servedQueues } from './queue-settings';
export { RedisClients } from './redis-clients';
