import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { WeeklyHours } from '../domain/free-slots';

export interface WorkingHours {
  readonly userId: string;
  readonly timeZone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly updatedAt: Date;
}

const SELECT_HOURS = `SELECT user_id AS "userId", time_zone AS "timeZone", weekly, updated_at AS "updatedAt"
  FROM working_hours`;

/** The `working_hours` table: one row a person, once they said when they work. */
@Injectable()
export class WorkingHoursRepository {
  constructor(private readonly database: Database) {}

  async find(companyId: string, userId: string): Promise<WorkingHours | null> {
    const [hours] = await this.ofUsers(companyId, [userId]);
    return hours ?? null;
  }

  ofUsers(companyId: string, userIds: readonly string[]): Promise<WorkingHours[]> {
    return this.database.query(`${SELECT_HOURS} WHERE company_id = $1 AND user_id = ANY($2)`, [
      companyId,
      userIds,
    ]);
  }

  async save(
    companyId: string,
    { userId, timeZone, weekly }: Omit<WorkingHours, 'updatedAt'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO working_hours (user_id, company_id, time_zone, weekly) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id) DO UPDATE SET time_zone = EXCLUDED.time_zone, weekly = EXCLUDED.weekly,
         updated_at = now()`,
      [userId, companyId, timeZone, JSON.stringify(weekly)],
    );
  }
}
