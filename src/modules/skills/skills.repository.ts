import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { SkillDefinition } from './domain/skill';

/** The `company_skills` table: what a company adds to the vocabulary. */
@Injectable()
export class SkillsRepository {
  constructor(private readonly database: Database) {}

  list(companyId: string): Promise<SkillDefinition[]> {
    return this.database.query<SkillDefinition>(
      'SELECT name, aliases, category FROM company_skills WHERE company_id = $1 ORDER BY name',
      [companyId],
    );
  }

  /** Adds the names that the company does not have yet. */
  async add(companyId: string, names: readonly string[], category: string): Promise<void> {
    await this.database.query(
      `INSERT INTO company_skills (company_id, name, category)
       SELECT $1, name, $3 FROM unnest($2::text[]) AS name
       ON CONFLICT (company_id, name) DO NOTHING`,
      [companyId, names, category],
    );
  }
}
