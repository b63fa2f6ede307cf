import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

export interface Recipient {
  readonly name: string | null;
  readonly address: string | null;
}

/** What mail about an application says. */
export interface ApplicationFacts {
  readonly candidateName: string | null;
  readonly jobTitle: string;
  readonly employer: string;
}

/** What mail needs to know of people and jobs; this module only listens to theirs and calls none of them. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly database: Database) {}

  async find(
    companyId: string,
    who: { readonly candidateId: string | null; readonly userId: string | null },
  ): Promise<Recipient | null> {
    const [person] = await this.database.query<Recipient>(
      `SELECT full_name AS name, email::text AS address FROM candidates WHERE company_id = $1 AND id = $2
       UNION ALL
       SELECT full_name, email::text FROM users WHERE company_id = $1 AND id = $3 AND is_active`,
      [companyId, who.candidateId, who.userId],
    );
    return person ?? null;
  }

  async companyName(companyId: string): Promise<string | null> {
    const [company] = await this.database.query<{ name: string }>(
      'SELECT name FROM companies WHERE id = $1',
      [companyId],
    );
    return company?.name ?? null;
  }

  async jobTitle(companyId: string, jobId: string): Promise<string | null> {
    const [job] = await this.database.query<{ title: string }>(
      'SELECT title FROM job_descriptions WHERE company_id = $1 AND id = $2',
      [companyId, jobId],
    );
    return job?.title ?? null;
  }

  /** Those who run the company's installation. */
  async administrators(companyId: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT id, full_name AS name FROM users
       WHERE company_id = $1 AND is_active AND (is_owner OR role = 'admin') ORDER BY id`,
      [companyId],
    );
  }

  async application(
    companyId: string,
    ids: { readonly candidateId: string; readonly jobId: string },
  ): Promise<ApplicationFacts | null> {
    const [facts] = await this.database.query<ApplicationFacts>(
      `SELECT c.full_name AS "candidateName", j.title AS "jobTitle", j.company AS employer
       FROM candidates c JOIN job_descriptions j ON j.company_id = c.company_id
       WHERE c.company_id = $1 AND c.id = $2 AND j.id = $3`,
      [companyId, ids.candidateId, ids.jobId],
    );
    return facts ?? null;
  }
}
