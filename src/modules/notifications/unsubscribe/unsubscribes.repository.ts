import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { hashAddress, type Unsubscription } from '../domain/unsubscribe-token';

@Injectable()
export class UnsubscribesRepository {
  constructor(private readonly database: Database) {}

  /** Unsubscribing twice, or at a company that is gone, is no error. */
  async add({ companyId, addressHash }: Unsubscription): Promise<void> {
    await this.database.query(
      `INSERT INTO email_unsubscribes (company_id, address_hash)
       SELECT id, $2 FROM companies WHERE id = $1 ON CONFLICT DO NOTHING`,
      [companyId, addressHash],
    );
  }

  async has(companyId: string, address: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM email_unsubscribes WHERE company_id = $1 AND address_hash = $2',
      [companyId, hashAddress(companyId, address)],
    );
    return rows.length > 0;
  }
}
