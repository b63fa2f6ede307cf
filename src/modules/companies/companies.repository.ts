import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../platform/database';
import { CompanyExistsError } from './companies.errors';
import { CompanyEntity } from './company.entity';

@Injectable()
export class CompaniesRepository {
  constructor(private readonly database: Database) {}

  /** @throws CompanyExistsError when another company has the same name key. */
  async insert(company: CompanyEntity): Promise<void> {
    try {
      await this.database.manager.insert(CompanyEntity, company);
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
}
