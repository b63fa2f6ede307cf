import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { Delivery, DeliveryState, DueDelivery } from './webhook';

const SELECT = `
  SELECT id, webhook_id AS "webhookId", event_id AS "eventId", event_type AS "eventType", body, state, attempts,
    response_status AS "responseStatus", error, created_at AS "createdAt", finished_at AS "finishedAt"
  FROM webhook_deliveries`;

export interface NewDelivery {
  readonly id: string;
  readonly companyId: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly body: string;
}

export interface Attempt {
  readonly state: DeliveryState;
  readonly responseStatus: number | null;
  readonly error: string | null;
}

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  async insert(delivery: NewDelivery): Promise<void> {
    await this.database.query(
      `INSERT INTO webhook_deliveries (id, company_id, webhook_id, event_id, event_type, body)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        delivery.id,
        delivery.companyId,
        delivery.webhookId,
        delivery.eventId,
        delivery.eventType,
        delivery.body,
      ],
    );
  }

  /** Null when it was made already, failed for good, or is gone. */
  async findDue(companyId: string, id: string): Promise<DueDelivery | null> {
    const [row] = await this.database.query<DueDelivery>(
      `SELECT delivery.id, delivery.event_id AS "eventId", delivery.event_type AS "eventType", delivery.body,
         delivery.attempts, webhook.id AS "webhookId", webhook.url, webhook.secret, webhook.is_active AS "isActive"
       FROM webhook_deliveries delivery JOIN webhook_endpoints webhook ON webhook.id = delivery.webhook_id
       WHERE delivery.company_id = $1 AND delivery.id = $2 AND delivery.state = 'pending'`,
      [companyId, id],
    );
    return row ?? null;
  }

  async noteAttempt(id: string, attempt: Attempt): Promise<void> {
    await this.database.execute(
      `UPDATE webhook_deliveries SET state = $2, response_status = $3, error = $4, attempts = attempts + 1,
         finished_at = CASE WHEN $2 = 'pending' THEN NULL ELSE now() END
       WHERE id = $1 AND state = 'pending'`,
      [id, attempt.state, attempt.responseStatus, attempt.error],
    );
  }

  async find(companyId: string, webhookId: string, id: string): Promise<Delivery | null> {
    const [row] = await this.database.query<Delivery>(
      `${SELECT} WHERE company_id = $1 AND webhook_id = $2 AND id = $3`,
      [companyId, webhookId, id],
    );
    return row ?? null;
  }

  /** Newest first. */
  async list(
    webhookId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly state?: DeliveryState },
  ): Promise<Page<Delivery>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const { state = null } = query;
    const rows = await this.database.query<Delivery>(
      `${SELECT} WHERE webhook_id = $1 AND ($2::text IS NULL OR state = $2)
         AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [webhookId, state, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM webhook_deliveries
       WHERE webhook_id = $1 AND ($2::text IS NULL OR state = $2)`,
      [webhookId, state],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.createdAt.toISOString(), row.id],
    });
  }

  async deleteOlderThan(days: number): Promise<void> {
    await this.database.execute(
      `DELETE FROM webhook_deliveries WHERE created_at < now() - make_interval(days => $1)`,
      [days],
    );
  }
}
