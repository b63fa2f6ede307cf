import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { ActivityLog } from '../../candidates';
import { JobTeamChanged } from '../../jobs/jobs.events';
import { UserDeactivated } from '../../users/users.events';
import { DecisionsRepository } from './decisions.repository';

/** Whose candidates are nobody's any more: those of the job whose team they leave, or all when they are deactivated. */
@Injectable()
export class AssignmentReleases implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly repository: DecisionsRepository,
    private readonly activity: ActivityLog,
  ) {}

  onModuleInit(): void {
    this.events.on(JobTeamChanged, async ({ companyId, jobId, userId, role, changedBy }) => {
      if (role === null) {
        await this.release({ companyId, userId, jobId }, changedBy);
      }
    });
    this.events.on(UserDeactivated, ({ companyId, userId, deactivatedBy }) =>
      this.release({ companyId, userId, jobId: null }, deactivatedBy),
    );
  }

  private async release(
    whose: Parameters<DecisionsRepository['release']>[0],
    actorId: string,
  ): Promise<void> {
    const { companyId } = whose;
    const released = await this.repository.release(whose);
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
