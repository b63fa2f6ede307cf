/** The four queues of the system, most urgent first; see docs/architecture.md. */
export const QUEUE_NAMES = ['notifications', 'documents', 'analysis', 'maintenance'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
