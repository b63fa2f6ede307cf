import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import { ApiKeyEntity } from './api-key.entity';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async insert(key: ApiKeyEntity): Promise<void> {
    await this.database.manager.insert(ApiKeyEntity, key);
  }

  findValid(keyHash: string): Promise<ApiKeyEntity | null> {
    return this.database.manager.findOneBy(ApiKeyEntity, { keyHash, revokedAt: IsNull() });
  }

  /** Writes only when the time kept is older than `unlessSince`. */
  async touch(id: string, { now, unlessSince }: { now: Date; unlessSince: Date }): Promise<void> {
    await this.database.execute(
      'UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $3)',
      [id, now, unlessSince],
    );
  }

  /** Those not revoked, oldest first. */
  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ApiKeyEntity>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(ApiKeyEntity, 'key')
      .where('key.companyId = :companyId', { companyId })
      .andWhere('key.revokedAt IS NULL');
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(key.createdAt, key.id) > (:at, :id)', { at: after[0], id: after[1] });
    }
    const keys = await rows
      .orderBy('key.createdAt', 'ASC')
      .addOrderBy('key.id', 'ASC')
      .take(query.limit + 1)
      .getMany();
    return pageOf(keys, {
      limit: query.limit,
      total,
      key: (key) => [key.createdAt.toISOString(), key.id],
    });
  }

  /** False when there is none, or it was revoked before. */
  async revoke(companyId: string, id: string, now: Date): Promise<boolean> {
    const revoked = await this.database.execute(
      'UPDATE api_keys SET revoked_at = $3 WHERE company_id = $1 AND id = $2 AND revoked_at IS NULL',
      [companyId, id, now],
    );
    return revoked > 0;
  }
}
