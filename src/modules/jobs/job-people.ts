import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../common/errors';
import { CompaniesService } from '../companies';
import { UsersService } from '../users';

/** Whom a job refers to: the company that offers it and the manager who decides. */
@Injectable()
export class JobPeople {
  constructor(
    private readonly companies: CompaniesService,
    private readonly users: UsersService,
  ) {}

  async companyName(companyId: string): Promise<string> {
    return (await this.companies.get(companyId)).name;
  }

  /** @throws ValidationFailedError when the id is nobody of this company. */
  async hiringManager(companyId: string, userId: string | null): Promise<string | null> {
    if (userId === null) {
      return null;
    }
    try {
      return (await this.users.getInCompany(companyId, userId)).id;
    } catch (error) {
      if (error instanceof NotFoundError) {
        throw new ValidationFailedError([
          { field: 'hiring_manager_id', message: 'must be a user of your company' },
        ]);
      }
      throw error;
    }
  }
}
