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

  /** @throws ValidationFailedError about the field when the id is nobody of this company. */
  async userOf(
    companyId: string,
    field: 'hiring_manager_id' | 'recruiter_id' | 'user_id',
    userId: string | null = null,
  ): Promise<string | null> {
    if (userId === null) {
      return null;
    }
    try {
      return (await this.users.getInCompany(companyId, userId)).id;
    } catch (error) {
      if (error instanceof NotFoundError) {
        throw new ValidationFailedError([{ field, message: 'must be a user of your company' }]);
      }
      throw error;
    }
  }
}
