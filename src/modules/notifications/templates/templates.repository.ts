import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { EmailKind } from '../domain/email-kinds';
import type { EmailTemplate } from '../domain/email-template';

export interface StoredTemplate extends EmailTemplate {
  readonly kind: EmailKind;
  readonly updatedAt: Date;
}

const SELECT_TEMPLATE = `SELECT kind, subject, text, html, updated_at AS "updatedAt" FROM email_templates`;

/** The `email_templates` table: only what companies changed. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  async find(companyId: string, kind: EmailKind): Promise<StoredTemplate | null> {
    const [template] = await this.database.query<StoredTemplate>(
      `${SELECT_TEMPLATE} WHERE company_id = $1 AND kind = $2`,
      [companyId, kind],
    );
    return template ?? null;
  }

  list(companyId: string): Promise<StoredTemplate[]> {
    return this.database.query(`${SELECT_TEMPLATE} WHERE company_id = $1 ORDER BY kind`, [
      companyId,
    ]);
  }

  async save(companyId: string, kind: EmailKind, template: EmailTemplate): Promise<void> {
    await this.database.query(
      `INSERT INTO email_templates (company_id, kind, subject, text, html) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (company_id, kind) DO UPDATE SET subject = EXCLUDED.subject, text = EXCLUDED.text,
         html = EXCLUDED.html, updated_at = now()`,
      [companyId, kind, template.subject, template.text, template.html],
    );
  }

  async delete(companyId: string, kind: EmailKind): Promise<void> {
    await this.database.execute('DELETE FROM email_templates WHERE company_id = $1 AND kind = $2', [
      companyId,
      kind,
    ]);
  }
}
