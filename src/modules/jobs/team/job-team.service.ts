import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { UsersService } from '../../users';
import { JobTeamChanged } from '../jobs.events';
import { JobsService, scopeOf } from '../jobs.service';
import { JobTeamRepository, type TeamMember, type TeamRole } from './job-team.repository';

/** Who works on filling a job. Hiring managers and interviewers see the jobs of their teams. */
@Injectable()
export class JobTeamService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly users: UsersService,
    private readonly repository: JobTeamRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NotFoundError */
  async list(actor: Actor, jobId: string): Promise<TeamMember[]> {
    await this.jobs.get(scopeOf(actor), jobId);
    return this.repository.list(actor.companyId, jobId);
  }

  /** Adds somebody or gives them another part. @throws NotFoundError */
  async put(actor: Actor, jobId: string, userId: string, role: TeamRole): Promise<TeamMember> {
    const { companyId } = actor;
    await this.jobs.get(scopeOf(actor), jobId);
    await this.users.getInCompany(companyId, userId);
    await this.database.transaction(async () => {
      if (await this.repository.put(companyId, { jobId, userId, role }, actor.userId)) {
        await this.events.publish(new JobTeamChanged(companyId, jobId, userId, role, actor.userId));
      }
    });
    const team = await this.repository.list(companyId, jobId);
    const member = team.find((one) => one.userId === userId);
    if (member === undefined) {
      throw new NotFoundError('team member');
    }
    return member;
  }

  /** What is assigned to them in this job is nobody's then. @throws NotFoundError */
  async remove(actor: Actor, jobId: string, userId: string): Promise<void> {
    const { companyId } = actor;
    await this.jobs.get(scopeOf(actor), jobId);
    await this.database.transaction(async () => {
      // Nothing is assigned to them meanwhile.
      await this.users.holdActive(companyId, [userId]);
      if (!(await this.repository.remove(companyId, jobId, userId))) {
        throw new NotFoundError('team member');
      }
      await this.events.publish(new JobTeamChanged(companyId, jobId, userId, null, actor.userId));
    });
  }
}
