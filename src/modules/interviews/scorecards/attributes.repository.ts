import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../../platform/database';
import { AttributeExistsError } from './scorecards.errors';

export interface ScorecardAttribute {
  readonly id: string;
  readonly companyId: string;
  readonly jobId: string;
  readonly name: string;
  readonly description: string | null;
  readonly position: number;
}

const SELECT_ATTRIBUTE = `SELECT id, company_id AS "companyId", job_id AS "jobId", name, description, position
  FROM scorecard_attributes`;

/** The `scorecard_attributes` table: what the interviewers of a job rate. */
@Injectable()
export class AttributesRepository {
  constructor(private readonly database: Database) {}

  /** In the job's order. */
  ofJob(companyId: string, jobId: string): Promise<ScorecardAttribute[]> {
    return this.database.query(
      `${SELECT_ATTRIBUTE} WHERE company_id = $1 AND job_id = $2 ORDER BY position, created_at, id`,
      [companyId, jobId],
    );
  }

  async find(companyId: string, jobId: string, id: string): Promise<ScorecardAttribute | null> {
    const [attribute] = await this.database.query<ScorecardAttribute>(
      `${SELECT_ATTRIBUTE} WHERE company_id = $1 AND job_id = $2 AND id = $3`,
      [companyId, jobId, id],
    );
    return attribute ?? null;
  }

  /** Without a position it comes last. @throws AttributeExistsError */
  async insert(
    attribute: Omit<ScorecardAttribute, 'position'> & { readonly position: number | null },
  ): Promise<void> {
    const { id, companyId, jobId, name, description, position } = attribute;
    await uniqueName(
      this.database.query(
        `INSERT INTO scorecard_attributes (id, company_id, job_id, name, description, position)
         SELECT $1, $2, $3, $4, $5, coalesce($6, (SELECT coalesce(max(position) + 1, 0)
           FROM scorecard_attributes WHERE job_id = $3))`,
        [id, companyId, jobId, name, description, position],
      ),
    );
  }

  /** @throws AttributeExistsError */
  async update(attribute: ScorecardAttribute): Promise<void> {
    const { id, companyId, name, description, position } = attribute;
    await uniqueName(
      this.database.execute(
        `UPDATE scorecard_attributes SET name = $3, description = $4, position = $5, updated_at = now()
         WHERE company_id = $1 AND id = $2`,
        [companyId, id, name, description, position],
      ),
    );
  }

  async delete(companyId: string, jobId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM scorecard_attributes WHERE company_id = $1 AND job_id = $2 AND id = $3',
      [companyId, jobId, id],
    );
    return deleted > 0;
  }
}

async function uniqueName(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (isUniqueViolation(error, 'scorecard_attributes_name_unique')) {
      throw new AttributeExistsError();
    }
    throw error;
  }
}
