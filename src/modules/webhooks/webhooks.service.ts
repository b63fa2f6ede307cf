import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { newSecret } from './domain/signature';
import type { Webhook } from './webhook';
import { WebhookDeliveries } from './webhook-deliveries';
import { TooManyWebhooksError, WebhookInactiveError } from './webhooks.errors';
import { type WebhookFields, WebhooksRepository } from './webhooks.repository';

const MOST_WEBHOOKS = 20;

/** The endpoints of a company's integrations. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly repository: WebhooksRepository,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  /** The secret is told here and never again. @throws TooManyWebhooksError */
  async create(
    { companyId }: Actor,
    fields: Omit<WebhookFields, 'isActive'>,
  ): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const id = randomUUID();
    const secret = newSecret();
    const row = { ...fields, isActive: true, id, companyId, secret };
    if (!(await this.repository.insert(row, MOST_WEBHOOKS))) {
      throw new TooManyWebhooksError(MOST_WEBHOOKS);
    }
    return { webhook: await this.get(companyId, id), secret };
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Webhook>> {
    return this.repository.list(companyId, query);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<Webhook> {
    const webhook = await this.repository.find(companyId, id);
    if (webhook === null) {
      throw new NotFoundError('webhook');
    }
    return webhook;
  }

  /** @throws NotFoundError */
  async update(companyId: string, id: string, changes: Partial<WebhookFields>): Promise<Webhook> {
    const { url, description, events, isActive } = await this.get(companyId, id);
    const fields = {
      url: changes.url ?? url,
      description: changes.description ?? description,
      events: changes.events ?? events,
      isActive: changes.isActive ?? isActive,
    };
    await this.repository.update(companyId, id, fields);
    return this.get(companyId, id);
  }

  /** A new secret; the old one is worth nothing from now on. @throws NotFoundError */
  async rotateSecret(companyId: string, id: string): Promise<string> {
    const secret = newSecret();
    if (!(await this.repository.setSecret(companyId, id, secret))) {
      throw new NotFoundError('webhook');
    }
    return secret;
  }

  /** @throws NotFoundError */
  async delete(companyId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(companyId, id))) {
      throw new NotFoundError('webhook');
    }
  }

  /** Sends a ping; the delivery's id. @throws NotFoundError, WebhookInactiveError */
  async ping(companyId: string, id: string): Promise<string> {
    await this.getActive(companyId, id);
    return this.deliveries.ping(companyId, id);
  }

  /** Sends a delivery's event again; the new delivery's id. @throws NotFoundError, WebhookInactiveError */
  async replay(companyId: string, id: string, deliveryId: string): Promise<string> {
    await this.deliveries.get(companyId, id, deliveryId);
    await this.getActive(companyId, id);
    return this.deliveries.replay(companyId, id, deliveryId);
  }

  private async getActive(companyId: string, id: string): Promise<void> {
    if (!(await this.get(companyId, id)).isActive) {
      throw new WebhookInactiveError();
    }
  }
}
