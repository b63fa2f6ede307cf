import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { ActivityLog } from '../../candidates';
import { scopeOf } from '../../jobs';
import { HiringManagerReplaced, JobTeamChanged } from '../../jobs/jobs.events';
import { UsersService } from '../../users';
import { UserDeactivated, UserRoleChanged } from '../../users/users.events';
import { DecisionsRepository } from './decisions.repository';

interface Whose {
  readonly companyId: string;
  readonly userId: string;
  /** Null for all jobs. */
  readonly jobId: string | null;
}

/**
 * Whose candidates are nobody's any more: those of the job whose team they leave, those of the jobs that they do not see
 * any more, or all when they are deactivated.
 */
@Injectable()
export class AssignmentReleases implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly users: UsersService,
    private readonly repository: DecisionsRepository,
    private readonly activity: ActivityLog,
  ) {}

  onModuleInit(): void {
    this.events.on(JobTeamChanged, async ({ companyId, jobId, userId, role, changedBy }) => {
      if (role === null) {
        await this.release({ companyId, userId, jobId }, 'all', changedBy);
      }
    });
    this.events.on(UserDeactivated, ({ companyId, userId, deactivatedBy }) =>
      this.release({ companyId, userId, jobId: null }, 'all', deactivatedBy),
    );
    this.events.on(UserRoleChanged, ({ companyId, userId, changedBy }) =>
      this.releaseUnseen({ companyId, userId, jobId: null }, changedBy),
    );
    this.events.on(HiringManagerReplaced, ({ companyId, jobId, userId, changedBy }) =>
      this.releaseUnseen({ companyId, userId, jobId }, changedBy),
    );
  }

  private async releaseUnseen(whose: Whose, actorId: string): Promise<void> {
    const { companyId, userId } = whose;
    // Nothing is assigned to them meanwhile.
    await this.users.holdActive(companyId, [userId]);
    const user = await this.users.getInCompany(companyId, userId);
    if (scopeOf({ ...user, userId }).memberId !== null) {
      await this.release(whose, 'off_team', actorId);
    }
  }

  private async release(whose: Whose, which: 'all' | 'off_team', actorId: string): Promise<void> {
    const { companyId } = whose;
    const released = await this.repository.release(whose, which);
    await this.activity.recordAll(
      released.map(({ jobId, candidateId }) => ({
        companyId,
        kind: 'assigned',
        candidateId,
        jobId,
        actorId,
        data: { user_id: null, name: null },
      })),
    );
  }
}
