/** What a company can be told about. */
export const WEBHOOK_EVENTS = [
  'application.status_changed',
  'resume.processed',
  'job.created',
  'job.updated',
  'job.deleted',
  'interview.scheduled',
  'interview.rescheduled',
  'interview.cancelled',
  'interview.completed',
  'interview.no_show',
  'scorecard.submitted',
  'task.completed',
  'task.failed',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** Sent on request, whatever the endpoint is subscribed to. */
export const PING = 'webhook.ping';

export interface WebhookEvent {
  readonly id: string;
  readonly type: WebhookEventType | typeof PING;
  readonly createdAt: Date;
  /** Ids and states; people's data is read from the API by who is allowed to. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The body of a delivery. It is made once, so that every attempt sends and signs the same bytes. */
export function bodyOf(event: WebhookEvent): string {
  return JSON.stringify({
    id: event.id,
    type: event.type,
    created_at: event.createdAt.toISOString(),
    data: event.data,
  });
}
