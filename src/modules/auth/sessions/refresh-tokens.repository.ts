import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { RefreshTokenEntity } from './refresh-token.entity';

export type SpentToken = Pick<RefreshTokenEntity, 'userId' | 'familyId' | 'sessionVersion'>;

@Injectable()
export class RefreshTokensRepository {
  constructor(private readonly database: Database) {}

  async insert(token: RefreshTokenEntity): Promise<void> {
    await this.database.manager.insert(RefreshTokenEntity, token);
  }

  /**
   * Marks a usable token as used; null when it is not usable. Of two callers with the same token one
   * gets it. The whole family is looked at: a successor that was written while the family was being
   * revoked escapes the revocation, but not this check.
   */
  async spend(tokenHash: string, now: Date): Promise<SpentToken | null> {
    const [spent] = await this.database.query<SpentToken>(
      `WITH spent AS (
         UPDATE refresh_tokens AS token SET used_at = $2
         WHERE token.token_hash = $1 AND token.used_at IS NULL AND token.expires_at > $2
           AND NOT EXISTS (SELECT 1 FROM refresh_tokens AS relative
                           WHERE relative.family_id = token.family_id AND relative.revoked_at IS NOT NULL)
         RETURNING token.user_id, token.family_id, token.session_version
       )
       SELECT user_id AS "userId", family_id AS "familyId", session_version AS "sessionVersion" FROM spent`,
      [tokenHash, now],
    );
    return spent ?? null;
  }

  find(tokenHash: string): Promise<RefreshTokenEntity | null> {
    return this.database.manager.findOneBy(RefreshTokenEntity, { tokenHash });
  }

  async revokeFamilyOf(tokenHash: string, now: Date): Promise<void> {
    await this.database.execute(
      `UPDATE refresh_tokens SET revoked_at = $2
       WHERE revoked_at IS NULL
         AND family_id = (SELECT family_id FROM refresh_tokens WHERE token_hash = $1)`,
      [tokenHash, now],
    );
  }

  async deleteExpired(userId: string, expiredBefore: Date): Promise<void> {
    await this.database.execute(
      'DELETE FROM refresh_tokens WHERE user_id = $1 AND expires_at < $2',
      [userId, expiredBefore],
    );
  }
}
