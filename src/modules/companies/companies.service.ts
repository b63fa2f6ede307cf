import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { CompaniesRepository } from './companies.repository';
import type { CompanyEntity } from './company.entity';
import { companyNameKey } from './domain/company-name-key';
import { companySlug } from './domain/company-slug';

export type Company = Pick<CompanyEntity, 'id' | 'name' | 'slug' | 'careersEnabled'>;

/** The tenants. */
@Injectable()
export class CompaniesService {
  constructor(private readonly repository: CompaniesRepository) {}

  /**
   * Its slug is made of its name, with something added while another company has it, be it since this moment.
   *
   * @throws CompanyExistsError
   */
  async create(name: string): Promise<Company> {
    const id = randomUUID();
    const nameKey = companyNameKey(name);
    const wanted = companySlug(name);
    const stem = wanted === '' ? 'company' : wanted;
    let slug = wanted === '' ? longerSlug(stem) : wanted;
    const row = { id, name, nameKey, careersEnabled: false, createdAt: new Date() };
    while (!(await this.repository.insertIfSlugFree({ ...row, slug }))) {
      slug = longerSlug(stem);
    }
    return { id, name, slug, careersEnabled: false };
  }

  /** @throws NotFoundError */
  async get(companyId: string): Promise<Company> {
    return found(await this.repository.findById(companyId));
  }

  /** The company of a careers page. @throws NotFoundError also when it has none */
  async getWithCareers(slug: string): Promise<Company> {
    const company = found(await this.repository.findBySlug(slug));
    if (!company.careersEnabled) {
      throw new NotFoundError('company');
    }
    return company;
  }

  /** @throws NotFoundError, SlugTakenError */
  async update(
    companyId: string,
    change: { readonly slug?: string; readonly careersEnabled?: boolean },
  ): Promise<Company> {
    const company = await this.get(companyId);
    const changed = {
      slug: change.slug ?? company.slug,
      careersEnabled: change.careersEnabled ?? company.careersEnabled,
    };
    await this.repository.update(companyId, changed);
    return { ...company, ...changed };
  }
}

/** One of four thousand million, so that asking once more ends soon. */
function longerSlug(slug: string): string {
  const [part = ''] = randomUUID().split('-');
  return `${slug}-${part}`;
}

/** @throws NotFoundError */
function found(company: CompanyEntity | null): Company {
  if (company === null) {
    throw new NotFoundError('company');
  }
  const { id, name, slug, careersEnabled } = company;
  return { id, name, slug, careersEnabled };
}
