import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { JobsService, scopeOf } from '../jobs';
import { UsersService } from '../users';
import { CandidateAccessRepository } from './candidate-access.repository';

/** Who may see a person: recruiters everybody, members of a job's team the candidates of their jobs. */
@Injectable()
export class CandidateAccess {
  constructor(
    private readonly repository: CandidateAccessRepository,
    private readonly jobs: JobsService,
    private readonly users: UsersService,
  ) {}

  /** @throws NotFoundError when the candidate or the job is not the caller's to see. */
  async check(actor: Actor, candidateId: string, jobId: string | null = null): Promise<void> {
    const { companyId, memberId } = scopeOf(actor);
    if (jobId !== null) {
      await this.jobs.get({ companyId, memberId }, jobId);
    }
    if (!(await this.repository.sees(companyId, memberId, candidateId))) {
      throw new NotFoundError('candidate');
    }
  }

  /** Whether a colleague could see the same; false also for nobody of the company. */
  async isOpenTo(
    companyId: string,
    userId: string,
    about: { readonly candidateId: string; readonly jobId: string | null },
  ): Promise<boolean> {
    try {
      const user = await this.users.getInCompany(companyId, userId);
      await this.check({ ...user, userId }, about.candidateId, about.jobId);
      return user.isActive;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }
}
