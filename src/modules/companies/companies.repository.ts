import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../platform/database';
import { CompanyExistsError, SlugTakenError } from './companies.errors';
import { CompanyEntity } from './company.entity';

@Injectable()
export class CompaniesRepository {
  constructor(private readonly database: Database) {}

  /**
   * False when another company has the slug; one that is being stored is waited for. The transaction goes on.
   *
   * @throws CompanyExistsError when another company has the same name key.
   */
  async insertIfSlugFree(company: CompanyEntity): Promise<boolean> {
    try {
      const inserted = await this.database.query(
        `INSERT INTO companies (id, name, name_key, slug, careers_enabled, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT companies_slug_unique DO NOTHING RETURNING id`,
        [
          company.id,
          company.name,
          company.nameKey,
          company.slug,
          company.careersEnabled,
          company.createdAt,
        ],
      );
      return inserted.length > 0;
    } catch (error) {
      if (isUniqueViolation(error, 'companies_name_key_unique')) {
        throw new CompanyExistsError();
      }
      throw error;
    }
  }

  findById(id: string): Promise<CompanyEntity | null> {
    return this.database.manager.findOneBy(CompanyEntity, { id });
  }

  findBySlug(slug: string): Promise<CompanyEntity | null> {
    return this.database.manager.findOneBy(CompanyEntity, { slug });
  }

  /** @throws SlugTakenError */
  async update(id: string, change: Pick<CompanyEntity, 'slug' | 'careersEnabled'>): Promise<void> {
    try {
      await this.database.execute(
        'UPDATE companies SET slug = $2, careers_enabled = $3 WHERE id = $1',
        [id, change.slug, change.careersEnabled],
      );
    } catch (error) {
      if (isUniqueViolation(error, 'companies_slug_unique')) {
        throw new SlugTakenError();
      }
      throw error;
    }
  }
}
