import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../platform/database';
import { CompanyExistsError, SlugTakenError } from './companies.errors';
import { CompanyEntity } from './company.entity';

@Injectable()
export class CompaniesRepository {
  constructor(private readonly database: Database) {}

  /** @throws CompanyExistsError when another company has the same name key, SlugTakenError */
  async insert(company: CompanyEntity): Promise<void> {
    try {
      await this.database.manager.insert(CompanyEntity, company);
    } catch (error) {
      if (isUniqueViolation(error, 'companies_name_key_unique')) {
        throw new CompanyExistsError();
      }
      throw slugError(error);
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
      throw slugError(error);
    }
  }
}

function slugError(error: unknown): unknown {
  return isUniqueViolation(error, 'companies_slug_unique') ? new SlugTakenError() : error;
}
