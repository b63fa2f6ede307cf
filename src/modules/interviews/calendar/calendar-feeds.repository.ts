import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

export interface CalendarFeed {
  readonly userId: string;
  readonly companyId: string;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

const COLUMNS = `f.user_id AS "userId", f.company_id AS "companyId", f.created_at AS "createdAt",
  f.last_read_at AS "lastReadAt"`;
const SELECT_FEED = `SELECT ${COLUMNS} FROM calendar_feeds f`;

/** The `calendar_feeds` table: one a person, found by the hash of its token. */
@Injectable()
export class CalendarFeedsRepository {
  constructor(private readonly database: Database) {}

  /** In place of the one that there was. */
  async replace(companyId: string, userId: string, tokenHash: string): Promise<CalendarFeed> {
    const [feed] = (await this.database.query<CalendarFeed>(
      `INSERT INTO calendar_feeds AS f (user_id, company_id, token_hash) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, created_at = now(),
         last_read_at = NULL
       RETURNING ${COLUMNS}`,
      [userId, companyId, tokenHash],
    )) as [CalendarFeed];
    return feed;
  }

  async find(companyId: string, userId: string): Promise<CalendarFeed | null> {
    const [feed] = await this.database.query<CalendarFeed>(
      `${SELECT_FEED} WHERE f.company_id = $1 AND f.user_id = $2`,
      [companyId, userId],
    );
    return feed ?? null;
  }

  /** Null also when its person may not log in any more. */
  async findByHash(tokenHash: string): Promise<CalendarFeed | null> {
    const [feed] = await this.database.query<CalendarFeed>(
      `${SELECT_FEED} JOIN users u ON u.id = f.user_id AND u.is_active WHERE f.token_hash = $1`,
      [tokenHash],
    );
    return feed ?? null;
  }

  /** To the hour, since calendar programs come often. */
  async noteRead(userId: string): Promise<void> {
    await this.database.execute(
      `UPDATE calendar_feeds SET last_read_at = now()
       WHERE user_id = $1 AND (last_read_at IS NULL OR last_read_at < now() - interval '1 hour')`,
      [userId],
    );
  }

  async delete(companyId: string, userId: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM calendar_feeds WHERE company_id = $1 AND user_id = $2',
      [companyId, userId],
    );
    return deleted > 0;
  }
}
