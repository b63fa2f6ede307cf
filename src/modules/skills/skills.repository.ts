import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';

/** What a company adds to the vocabulary: a skill of its own, or further aliases of a known one. */
export interface CompanySkill {
  readonly id: string;
  readonly companyId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS =
  'id, company_id AS "companyId", name, aliases, category, created_at AS "createdAt", updated_at AS "updatedAt"';

/** The tables `company_skills` (unique by name, ignoring case) and `company_vocabularies`. */
@Injectable()
export class SkillsRepository {
  constructor(private readonly database: Database) {}

  /** Differs after every change of the company's skills; null while there never was one. */
  async version(companyId: string): Promise<string | null> {
    const [row] = await this.database.query<{ version: string }>(
      'SELECT version FROM company_vocabularies WHERE company_id = $1',
      [companyId],
    );
    return row?.version ?? null;
  }

  /**
   * Call it in the transaction of a change and before the change: it tells all processes, and lets
   * changes of one company wait for each other. A version is never used again, also after a rollback.
   */
  async newVersion(companyId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO company_vocabularies (company_id, version) VALUES ($1, $2)
       ON CONFLICT (company_id) DO UPDATE SET version = excluded.version`,
      [companyId, randomUUID()],
    );
  }

  all(companyId: string): Promise<CompanySkill[]> {
    return this.database.query<CompanySkill>(
      `SELECT ${COLUMNS} FROM company_skills WHERE company_id = $1 ORDER BY lower(name)`,
      [companyId],
    );
  }

  async page(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<CompanySkill>> {
    const [after = null] = decodeCursor(query.cursor, ['string']) ?? [];
    const rows = await this.database.query<CompanySkill & { key: string }>(
      `SELECT ${COLUMNS}, lower(name) AS key FROM company_skills
       WHERE company_id = $1 AND ($2::text IS NULL OR lower(name) > $2)
       ORDER BY lower(name) LIMIT $3`,
      [companyId, after, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*)::integer AS total FROM company_skills WHERE company_id = $1',
      [companyId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (skill) => [skill.key],
    });
  }

  async find(companyId: string, id: string): Promise<CompanySkill | null> {
    const [row] = await this.database.query<CompanySkill>(
      `SELECT ${COLUMNS} FROM company_skills WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  /** Names that the company has stay as they are. */
  async insert(
    companyId: string,
    skills: readonly Pick<CompanySkill, 'id' | 'name' | 'aliases' | 'category'>[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO company_skills (id, company_id, name, aliases, category)
       SELECT id, $1, name, aliases, category
       FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, name text, aliases text[], category text)
       ON CONFLICT (company_id, lower(name)) DO NOTHING`,
      [companyId, JSON.stringify(skills)],
    );
  }

  async update(
    companyId: string,
    id: string,
    skill: Pick<CompanySkill, 'aliases' | 'category'>,
  ): Promise<void> {
    await this.database.execute(
      `UPDATE company_skills SET aliases = $3, category = $4, updated_at = now()
       WHERE company_id = $1 AND id = $2`,
      [companyId, id, skill.aliases, skill.category],
    );
  }

  async delete(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM company_skills WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return deleted > 0;
  }
}
