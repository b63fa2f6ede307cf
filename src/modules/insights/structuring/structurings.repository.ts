import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { Provenance } from '../provenance';

/** What a model added to a resume's profile the last time that it was asked to. */
export interface StoredStructuring {
  readonly resumeId: string;
  readonly filled: readonly string[];
  readonly contradicted: number;
  readonly provenance: Provenance;
  /** Whether the profile still has it: it is gone once the file was read again. */
  readonly isCurrent: boolean;
  readonly createdAt: Date;
}

@Injectable()
export class StructuringsRepository {
  constructor(private readonly database: Database) {}

  /** In place of the one before; nothing when the resume is gone. */
  async replace(
    ids: { readonly companyId: string; readonly resumeId: string },
    made: Pick<StoredStructuring, 'filled' | 'contradicted' | 'provenance'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO resume_structurings (resume_id, company_id, filled, contradicted, provenance, is_current)
       SELECT r.id, r.company_id, $3, $4, $5, true FROM resumes r WHERE r.company_id = $1 AND r.id = $2
       ON CONFLICT (resume_id) DO UPDATE SET filled = EXCLUDED.filled, contradicted = EXCLUDED.contradicted,
         provenance = EXCLUDED.provenance, is_current = true, created_at = now()`,
      [
        ids.companyId,
        ids.resumeId,
        made.filled,
        made.contradicted,
        JSON.stringify(made.provenance),
      ],
    );
  }

  /** After its file was read again. */
  async outdate(companyId: string, resumeId: string): Promise<void> {
    await this.database.execute(
      'UPDATE resume_structurings SET is_current = false WHERE company_id = $1 AND resume_id = $2',
      [companyId, resumeId],
    );
  }

  async find(companyId: string, resumeId: string): Promise<StoredStructuring | null> {
    const [row] = await this.database.query<StoredStructuring>(
      `SELECT resume_id AS "resumeId", filled, contradicted, provenance, is_current AS "isCurrent",
         created_at AS "createdAt"
       FROM resume_structurings WHERE company_id = $1 AND resume_id = $2`,
      [companyId, resumeId],
    );
    return row ?? null;
  }
}
