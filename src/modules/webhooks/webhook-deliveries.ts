import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { PermanentTaskError, type TaskResult, TasksService } from '../tasks';
import { DeliveriesRepository } from './deliveries.repository';
import { signatureOf } from './domain/signature';
import { bodyOf, PING, type WebhookEvent, type WebhookEventType } from './domain/webhook-events';
import type { Delivery, DeliveryState, DueDelivery } from './webhook';
import { type WebhookOutcome, WebhookSender } from './webhook-sender';
import { WebhookDisabled } from './webhooks.events';
import { WebhooksRepository } from './webhooks.repository';

/** Of one delivery: at once, then after 30 s, 1, 2, 4, 8, 16 and 32 minutes. */
const DELIVERY_ATTEMPTS = 8;

/** Deliveries that failed with all their attempts, one after the other, until the endpoint is given up. */
const FAILURES_UNTIL_DISABLED = 10;

/** The endpoint says that it is no more and wants nothing again. */
const GONE = 410;

const KEPT_DAYS = 30;
const CLEANING_INTERVAL_MS = 3_600_000;

class DeliveryFailedError extends Error {}

/** Tells endpoints what happened: rows written with the change, sent by tasks, at least once. */
@Injectable()
export class WebhookDeliveries implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(WebhookDeliveries.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly tasks: TasksService,
    private readonly sender: WebhookSender,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.deliveries.deleteOlderThan(KEPT_DAYS).catch((error: unknown) => {
        this.log.warn({ err: error }, 'old deliveries not removed');
      });
    }, CLEANING_INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
  }

  /** Call it in the transaction of what happened. */
  async tell(
    companyId: string,
    type: WebhookEventType,
    data: () => WebhookEvent['data'] | Promise<WebhookEvent['data']>,
  ): Promise<void> {
    const webhookIds = await this.webhooks.subscribers(companyId, type);
    if (webhookIds.length === 0) {
      return;
    }
    const event = { id: randomUUID(), type, createdAt: new Date(), data: await data() };
    for (const webhookId of webhookIds) {
      await this.enqueue(companyId, webhookId, event);
    }
  }

  /** The new delivery's id. */
  async ping(companyId: string, webhookId: string): Promise<string> {
    const event = { id: randomUUID(), type: PING, createdAt: new Date(), data: {} } as const;
    return this.database.transaction(() => this.enqueue(companyId, webhookId, event));
  }

  /** The same event once more, as a delivery of its own; its id. @throws NotFoundError */
  async replay(companyId: string, webhookId: string, deliveryId: string): Promise<string> {
    const { eventId, eventType, body } = await this.get(companyId, webhookId, deliveryId);
    return this.database.transaction(() =>
      this.insert({ companyId, webhookId, eventId, eventType, body }),
    );
  }

  /** @throws NotFoundError */
  async get(companyId: string, webhookId: string, deliveryId: string): Promise<Delivery> {
    const delivery = await this.deliveries.find(companyId, webhookId, deliveryId);
    if (delivery === null) {
      throw new NotFoundError('delivery');
    }
    return delivery;
  }

  list(
    webhookId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly state?: DeliveryState },
  ): Promise<Page<Delivery>> {
    return this.deliveries.list(webhookId, query);
  }

  /**
   * One attempt. The queue makes the next one.
   *
   * @throws DeliveryFailedError while attempts are left, PermanentTaskError after that.
   */
  async deliver(companyId: string, deliveryId: string): Promise<TaskResult> {
    const due = await this.deliveries.findDue(companyId, deliveryId);
    if (due === null) {
      return { skipped: true };
    }
    if (!due.isActive) {
      const error = 'The webhook is switched off.';
      await this.deliveries.noteAttempt(due.id, { state: 'failed', responseStatus: null, error });
      throw new PermanentTaskError('webhook_inactive', error);
    }
    const outcome = await this.sender.send(requestOf(due));
    if (outcome.status !== null && outcome.status >= 200 && outcome.status < 300) {
      await this.database.transaction(async () => {
        const delivered = {
          state: 'delivered',
          responseStatus: outcome.status,
          error: null,
        } as const;
        await this.deliveries.noteAttempt(due.id, delivered);
        await this.webhooks.noteSuccess(due.webhookId);
      });
      return { status: outcome.status };
    }
    return this.fail(companyId, due, outcome);
  }

  private async fail(companyId: string, due: DueDelivery, outcome: WebhookOutcome): Promise<never> {
    const words = outcome.error ?? `The endpoint answered ${outcome.status}.`;
    const isOver = due.attempts + 1 >= DELIVERY_ATTEMPTS || outcome.status === GONE;
    await this.database.transaction(async () => {
      const state = isOver ? 'failed' : 'pending';
      const { status: responseStatus } = outcome;
      await this.deliveries.noteAttempt(due.id, { state, responseStatus, error: words });
      const limit = outcome.status === GONE ? 1 : FAILURES_UNTIL_DISABLED;
      if (isOver && (await this.webhooks.noteFailure(due.webhookId, limit, words))) {
        this.log.warn({ webhookId: due.webhookId }, 'webhook switched off after repeated failure');
        const { id, webhookId, url } = due;
        await this.events.publish(new WebhookDisabled(companyId, webhookId, id, url, words));
      }
    });
    if (isOver) {
      throw new PermanentTaskError('delivery_failed', words);
    }
    throw new DeliveryFailedError(words);
  }

  private enqueue(companyId: string, webhookId: string, event: WebhookEvent): Promise<string> {
    const { id: eventId, type: eventType } = event;
    return this.insert({ companyId, webhookId, eventId, eventType, body: bodyOf(event) });
  }

  private async insert(delivery: {
    readonly companyId: string;
    readonly webhookId: string;
    readonly eventId: string;
    readonly eventType: string;
    readonly body: string;
  }): Promise<string> {
    const id = randomUUID();
    await this.deliveries.insert({ ...delivery, id });
    const owner = { companyId: delivery.companyId, userId: null };
    await this.tasks.enqueue('webhooks.deliver', { deliveryId: id }, owner);
    return id;
  }
}

function requestOf(due: DueDelivery): {
  url: string;
  headers: Record<string, string>;
  body: string;
} {
  return {
    url: due.url,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Shortlist-Webhooks/1',
      'X-Shortlist-Event': due.eventType,
      'X-Shortlist-Event-Id': due.eventId,
      'X-Shortlist-Delivery': due.id,
      'X-Shortlist-Signature': signatureOf(due.secret, due.body),
    },
    body: due.body,
  };
}
