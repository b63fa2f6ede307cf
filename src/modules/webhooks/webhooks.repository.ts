import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { WebhookEventType } from './domain/webhook-events';
import type { Webhook } from './webhook';

export type WebhookFields = Pick<Webhook, 'url' | 'description' | 'events' | 'isActive'>;

const SELECT = `
  SELECT id, company_id AS "companyId", url, description, events, is_active AS "isActive",
    failures_in_a_row AS "failuresInARow", disabled_at AS "disabledAt", disabled_reason AS "disabledReason",
    created_at AS "createdAt", updated_at AS "updatedAt"
  FROM webhook_endpoints`;

@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  /** False when the company has `limit` already. */
  async insert(
    webhook: WebhookFields & {
      readonly id: string;
      readonly companyId: string;
      readonly secret: string;
    },
    limit: number,
  ): Promise<boolean> {
    // The company's row is locked, so that two at once cannot both be the last one allowed.
    const rows = await this.database.query(
      `WITH company AS (SELECT id FROM companies WHERE id = $2 FOR UPDATE)
       INSERT INTO webhook_endpoints (id, company_id, url, description, events, is_active, secret)
       SELECT $1, company.id, $3, $4, $5, $6, $7 FROM company
       WHERE (SELECT count(*) FROM webhook_endpoints WHERE company_id = $2) < $8
       RETURNING id`,
      [
        webhook.id,
        webhook.companyId,
        webhook.url,
        webhook.description,
        webhook.events,
        webhook.isActive,
        webhook.secret,
        limit,
      ],
    );
    return rows.length > 0;
  }

  async find(companyId: string, id: string): Promise<Webhook | null> {
    const [row] = await this.database.query<Webhook>(
      `${SELECT} WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  /** Oldest first. */
  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Webhook>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = await this.database.query<Webhook>(
      `${SELECT} WHERE company_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) > ($2, $3::uuid))
       ORDER BY created_at, id LIMIT $4`,
      [companyId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*)::integer AS total FROM webhook_endpoints WHERE company_id = $1',
      [companyId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.createdAt.toISOString(), row.id],
    });
  }

  /** Switching on forgets the failures of before. False when there is none. */
  async update(companyId: string, id: string, fields: WebhookFields): Promise<boolean> {
    const updated = await this.database.execute(
      `UPDATE webhook_endpoints SET url = $3, description = $4, events = $5, is_active = $6, updated_at = now(),
         failures_in_a_row = CASE WHEN $6 AND NOT is_active THEN 0 ELSE failures_in_a_row END,
         disabled_at = CASE WHEN $6 THEN NULL ELSE disabled_at END,
         disabled_reason = CASE WHEN $6 THEN NULL ELSE disabled_reason END
       WHERE company_id = $1 AND id = $2`,
      [companyId, id, fields.url, fields.description, fields.events, fields.isActive],
    );
    return updated > 0;
  }

  async setSecret(companyId: string, id: string, secret: string): Promise<boolean> {
    const updated = await this.database.execute(
      'UPDATE webhook_endpoints SET secret = $3, updated_at = now() WHERE company_id = $1 AND id = $2',
      [companyId, id, secret],
    );
    return updated > 0;
  }

  /** With its deliveries. */
  async delete(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM webhook_endpoints WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return deleted > 0;
  }

  /** The active ones that want to hear of this kind of event. */
  async subscribers(companyId: string, event: WebhookEventType): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM webhook_endpoints
       WHERE company_id = $1 AND is_active AND $2 = ANY (events) ORDER BY id`,
      [companyId, event],
    );
    return rows.map(({ id }) => id);
  }

  async noteSuccess(id: string): Promise<void> {
    await this.database.execute(
      'UPDATE webhook_endpoints SET failures_in_a_row = 0 WHERE id = $1 AND failures_in_a_row > 0',
      [id],
    );
  }

  /** True for the failure that switches the endpoint off. */
  async noteFailure(id: string, limit: number, reason: string): Promise<boolean> {
    const rows = await this.database.query<{ isActive: boolean; wasActive: boolean }>(
      `WITH before AS (SELECT id, is_active FROM webhook_endpoints WHERE id = $1 FOR UPDATE),
       changed AS (
         UPDATE webhook_endpoints webhook SET
           failures_in_a_row = failures_in_a_row + 1,
           is_active = webhook.is_active AND failures_in_a_row + 1 < $2,
           disabled_at = CASE WHEN webhook.is_active AND failures_in_a_row + 1 >= $2 THEN now() ELSE disabled_at END,
           disabled_reason =
             CASE WHEN webhook.is_active AND failures_in_a_row + 1 >= $2 THEN $3 ELSE disabled_reason END
         FROM before WHERE webhook.id = before.id
         RETURNING webhook.is_active AS "isActive", before.is_active AS "wasActive")
       SELECT * FROM changed`,
      [id, limit, reason],
    );
    return rows.some(({ isActive, wasActive }) => wasActive && !isActive);
  }
}
