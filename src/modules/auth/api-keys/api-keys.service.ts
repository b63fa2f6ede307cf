import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor, Page } from '../../../common/http';
import { UsersService } from '../../users';
import { ApiKeyScopeError, InvalidApiKeyError } from '../auth.errors';
import { actorOf } from '../domain/actor-of';
import { type ApiKeyScope, scopeOfMethod } from '../domain/api-key-scope';
import { hashOpaqueToken, newOpaqueToken } from '../opaque-token';
import type { ApiKeyEntity } from './api-key.entity';
import { ApiKeysRepository } from './api-keys.repository';

const KEY_PREFIX = 'slk_';
const SHOWN_LENGTH = 12;

/** `last_used_at` is right to a minute, which spares a write per request. */
const LAST_USED_PRECISION_MS = 60_000;

export type ApiKey = Readonly<Omit<ApiKeyEntity, 'keyHash'>>;

/** Keys for programs; each acts as the user who made it, within its scopes. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly users: UsersService,
  ) {}

  /** The key is told here and never again; its hash is kept. */
  async create(
    actor: Actor,
    { name, scopes }: { readonly name: string; readonly scopes: readonly ApiKeyScope[] },
  ): Promise<{ readonly apiKey: ApiKey; readonly secret: string }> {
    const secret = newOpaqueToken(KEY_PREFIX);
    const apiKey = {
      id: randomUUID(),
      companyId: actor.companyId,
      userId: actor.userId,
      name,
      prefix: secret.slice(0, SHOWN_LENGTH),
      scopes,
      lastUsedAt: null,
      revokedAt: null,
      createdAt: new Date(),
    };
    await this.repository.insert({ ...apiKey, keyHash: hashOpaqueToken(secret) });
    return { apiKey, secret };
  }

  /** @throws InvalidApiKeyError, ApiKeyScopeError */
  async authenticate(secret: string, method: string): Promise<Actor> {
    const key = await this.repository.findValid(hashOpaqueToken(secret));
    if (key === null) {
      throw new InvalidApiKeyError();
    }
    const user = await this.users.findById(key.userId);
    if (user?.isActive !== true) {
      throw new InvalidApiKeyError();
    }
    const scope = scopeOfMethod(method);
    if (!key.scopes.includes(scope)) {
      throw new ApiKeyScopeError(scope);
    }
    await this.noteUse(key);
    return actorOf(user);
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ApiKey>> {
    return this.repository.list(companyId, query);
  }

  /** @throws NotFoundError */
  async revoke(companyId: string, apiKeyId: string): Promise<void> {
    if (!(await this.repository.revoke(companyId, apiKeyId, new Date()))) {
      throw new NotFoundError('api key');
    }
  }

  private async noteUse(key: ApiKey): Promise<void> {
    const now = new Date();
    const unlessSince = new Date(now.getTime() - LAST_USED_PRECISION_MS);
    if (key.lastUsedAt === null || key.lastUsedAt < unlessSince) {
      await this.repository.touch(key.id, { now, unlessSince });
    }
  }
}
