import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

export interface CompanyExport {
  readonly id: string;
  readonly companyId: string;
  readonly taskId: string;
  readonly storageKey: string;
  /** Null until it is finished, and again when it was removed. */
  readonly sizeBytes: number | null;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** The `company_exports` table. */
@Injectable()
export class CompanyExportsRepository {
  constructor(private readonly database: Database) {}

  async insert(row: {
    readonly id: string;
    readonly companyId: string;
    readonly requestedBy: string;
    readonly storageKey: string;
  }): Promise<void> {
    await this.database.query(
      `INSERT INTO company_exports (id, company_id, requested_by, storage_key) VALUES ($1, $2, $3, $4)`,
      [row.id, row.companyId, row.requestedBy, row.storageKey],
    );
  }

  async setTask(id: string, taskId: string): Promise<void> {
    await this.database.execute('UPDATE company_exports SET task_id = $2 WHERE id = $1', [
      id,
      taskId,
    ]);
  }

  async find(companyId: string, id: string): Promise<CompanyExport | null> {
    const [row] = await this.database.query<CompanyExport>(
      `SELECT id, company_id AS "companyId", task_id AS "taskId", storage_key AS "storageKey",
         size_bytes::double precision AS "sizeBytes", finished_at AS "finishedAt", expires_at AS "expiresAt",
         created_at AS "createdAt"
       FROM company_exports WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  async finish(id: string, sizeBytes: number, keptMs: number): Promise<void> {
    await this.database.execute(
      `UPDATE company_exports SET size_bytes = $2, finished_at = now(), expires_at = now() + $3 * interval '1 millisecond'
       WHERE id = $1`,
      [id, sizeBytes, keptMs],
    );
  }

  async markRemoved(id: string): Promise<void> {
    await this.database.execute(
      'UPDATE company_exports SET size_bytes = NULL, expires_at = LEAST(expires_at, now()) WHERE id = $1',
      [id],
    );
  }
}
