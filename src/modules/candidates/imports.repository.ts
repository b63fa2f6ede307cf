import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** A person without a resume, as another system knows them. */
export interface PersonToImport {
  readonly fullName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly location: string | null;
  readonly links: readonly { readonly url: string; readonly kind: string }[];
  /** What is known of where they came from. */
  readonly detail: string | null;
}

type PersonRow = PersonToImport & { readonly id: string; readonly nameKey: string };

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** Those of the addresses, as they were given, that the company knows; compared without case. */
  async knownEmails(companyId: string, emails: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ email: string }>(
      `SELECT email FROM unnest($2::text[]) AS email
       WHERE EXISTS (SELECT FROM candidates c WHERE c.company_id = $1 AND c.email = email::citext)`,
      [companyId, emails],
    );
    return rows.map(({ email }) => email);
  }

  async insert(companyId: string, people: readonly PersonRow[]): Promise<void> {
    await this.database.query(
      `INSERT INTO candidates (id, company_id, full_name, name_key, email, phone, location, links)
       SELECT id, $1, "fullName", "nameKey", email, phone, location, links
       FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, "fullName" text, "nameKey" text, email citext, phone text,
         location text, links jsonb)`,
      [companyId, JSON.stringify(people)],
    );
  }
}
