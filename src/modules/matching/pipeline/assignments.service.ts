import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { ActivityLog } from '../../candidates';
import { JobsService, scopeOf } from '../../jobs';
import { UsersService } from '../../users';
import { JobCandidatesService } from '../job-candidates.service';
import type { MatchRow } from '../matches.repository';
import { DecisionsRepository } from './decisions.repository';

/** Who looks after a candidate of a job. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly users: UsersService,
    private readonly candidates: JobCandidatesService,
    private readonly repository: DecisionsRepository,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Null takes them out of everybody's hands.
   *
   * @throws NotFoundError, ValidationFailedError when the user cannot see the job.
   */
  async assign(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeId: string },
    userId: string | null,
  ): Promise<MatchRow> {
    const { companyId } = actor;
    const { id: matchId, jobId, candidateId } = await this.candidates.getMatch(actor, ids);
    await this.database.transaction(async () => {
      const name = userId === null ? null : await this.hold(companyId, jobId, userId);
      if (await this.repository.assign(matchId, userId)) {
        await this.activity.record({
          companyId,
          kind: 'assigned',
          candidateId,
          jobId,
          actorId: actor.userId,
          data: { user_id: userId, name },
        });
      }
    });
    return this.candidates.getMatch(actor, ids);
  }

  /** Their name. Until the transaction ends they neither leave the job's team nor are they deactivated. */
  private async hold(companyId: string, jobId: string, userId: string): Promise<string> {
    try {
      await this.users.holdActive(companyId, [userId]);
      const user = await this.users.getInCompany(companyId, userId);
      await this.jobs.get(scopeOf({ ...user, userId }), jobId);
      if (user.isActive) {
        return user.fullName;
      }
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
    }
    throw new ValidationFailedError([
      { field: 'user_id', message: 'must be an active user of your company who sees the job' },
    ]);
  }
}
