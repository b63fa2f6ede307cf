import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { CompaniesRepository } from './companies.repository';
import { companyNameKey } from './domain/company-name-key';

export interface Company {
  readonly id: string;
  readonly name: string;
}

/** The tenants. */
@Injectable()
export class CompaniesService {
  constructor(private readonly repository: CompaniesRepository) {}

  /** @throws CompanyExistsError */
  async create(name: string): Promise<Company> {
    const company = { id: randomUUID(), name };
    await this.repository.insert({
      ...company,
      nameKey: companyNameKey(name),
      createdAt: new Date(),
    });
    return company;
  }

  /** @throws NotFoundError */
  async get(companyId: string): Promise<Company> {
    const company = await this.repository.findById(companyId);
    if (company === null) {
      throw new NotFoundError('company');
    }
    return { id: company.id, name: company.name };
  }
}
