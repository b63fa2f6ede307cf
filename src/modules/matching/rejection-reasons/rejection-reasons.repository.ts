import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../../platform/database';
import { RejectionReasonTakenError } from '../matching.errors';

export interface RejectionReason {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  /** Whether decisions may still name it. */
  readonly isActive: boolean;
}

const SELECT_REASON = `SELECT id, company_id AS "companyId", name, is_active AS "isActive" FROM rejection_reasons`;

/** The `rejection_reasons` table. */
@Injectable()
export class RejectionReasonsRepository {
  constructor(private readonly database: Database) {}

  /** By name. */
  list(companyId: string): Promise<RejectionReason[]> {
    return this.database.query(`${SELECT_REASON} WHERE company_id = $1 ORDER BY lower(name), id`, [
      companyId,
    ]);
  }

  async find(companyId: string, id: string): Promise<RejectionReason | null> {
    const [reason] = await this.database.query<RejectionReason>(
      `${SELECT_REASON} WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return reason ?? null;
  }

  /** @throws RejectionReasonTakenError */
  async insert(reason: Omit<RejectionReason, 'isActive'>): Promise<void> {
    await this.named('INSERT INTO rejection_reasons (id, company_id, name) VALUES ($1, $2, $3)', [
      reason.id,
      reason.companyId,
      reason.name,
    ]);
  }

  /** @throws RejectionReasonTakenError */
  async update(reason: RejectionReason): Promise<void> {
    await this.named(
      'UPDATE rejection_reasons SET name = $3, is_active = $4 WHERE company_id = $1 AND id = $2',
      [reason.companyId, reason.id, reason.name, reason.isActive],
    );
  }

  /** Decisions keep its name. False when it is gone already. */
  async delete(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM rejection_reasons WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return deleted > 0;
  }

  private async named(sql: string, parameters: readonly unknown[]): Promise<void> {
    try {
      await this.database.query(sql, parameters);
    } catch (error) {
      if (isUniqueViolation(error, 'rejection_reasons_name_unique')) {
        throw new RejectionReasonTakenError();
      }
      throw error;
    }
  }
}
