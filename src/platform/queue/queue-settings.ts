import type { Env, QueueSettings } from '../../config';
import { QUEUE_NAMES, type QueueName } from './queue-names';

export type QueueSettingsByName = Readonly<Record<QueueName, QueueSettings>>;

export function queueSettings(env: Env): QueueSettingsByName {
  return {
    notifications: env.QUEUE_NOTIFICATIONS,
    documents: env.QUEUE_DOCUMENTS,
    analysis: env.QUEUE_ANALYSIS,
    maintenance: env.QUEUE_MAINTENANCE,
  };
}

/** The queues that this process serves when it is a worker, most urgent first. */
export function servedQueues(env: Env): readonly QueueName[] {
  if (env.WORKER_QUEUES === '') {
    return QUEUE_NAMES;
  }
  const wanted = env.WORKER_QUEUES.split(',').map((name) => name.trim());
  return QUEUE_NAMES.filter((name) => wanted.includes(name));
}
