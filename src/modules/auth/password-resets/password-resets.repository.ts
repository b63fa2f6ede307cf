import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

export interface PasswordReset {
  readonly id: string;
  readonly companyId: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

/** The `password_resets` table: a person has one or none. */
@Injectable()
export class PasswordResetsRepository {
  constructor(private readonly database: Database) {}

  /** Takes the place of the person's other one; false when that is younger than `notBefore`. */
  async insert(reset: PasswordReset, notBefore: Date): Promise<boolean> {
    const inserted = await this.database.query(
      `INSERT INTO password_resets (id, company_id, user_id, token_hash, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT password_resets_user_unique DO UPDATE SET id = EXCLUDED.id,
         token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at, created_at = EXCLUDED.created_at
       WHERE password_resets.created_at <= $7 RETURNING id`,
      [
        reset.id,
        reset.companyId,
        reset.userId,
        reset.tokenHash,
        reset.expiresAt,
        reset.createdAt,
        notBefore,
      ],
    );
    return inserted.length > 0;
  }

  async isOpen(tokenHash: string, now: Date): Promise<boolean> {
    const found = await this.database.query(
      'SELECT 1 FROM password_resets WHERE token_hash = $1 AND expires_at > $2',
      [tokenHash, now],
    );
    return found.length > 0;
  }

  /** Uses it up; whose it was, null when it is unknown, used or expired. */
  async spend(tokenHash: string, now: Date): Promise<string | null> {
    const [spent] = await this.database.query<{ userId: string }>(
      `WITH spent AS (DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > $2 RETURNING user_id)
       SELECT user_id AS "userId" FROM spent`,
      [tokenHash, now],
    );
    return spent?.userId ?? null;
  }

  /** A password that was changed otherwise needs no reset any more. */
  async deleteOf(userId: string): Promise<void> {
    await this.database.execute('DELETE FROM password_resets WHERE user_id = $1', [userId]);
  }
}
