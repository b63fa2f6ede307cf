import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor, Page } from '../../../common/http';
import { EventBus } from '../../../platform/events';
import { ActivityLog } from '../../candidates';
import { JobsService, scopeOf } from '../../jobs';
import { JobStatusChanged, JobTeamChanged } from '../../jobs/jobs.events';
import { CandidateAccess } from '../candidate-access';
import { FeedRepository, type FeedRow } from './feed.repository';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** The feeds of people and jobs. Modules tell by `ActivityLog` what is in them; what jobs tell, they publish. */
@Injectable()
export class FeedService implements OnModuleInit {
  constructor(
    private readonly access: CandidateAccess,
    private readonly jobs: JobsService,
    private readonly repository: FeedRepository,
    private readonly activity: ActivityLog,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.events.on(JobStatusChanged, ({ companyId, jobId, change }) =>
      this.activity.record({
        companyId,
        kind: 'job_status_changed',
        jobId,
        actorId: change.by,
        subjectId: change.changeId,
        data: { from: change.from, to: change.to },
      }),
    );
    this.events.on(JobTeamChanged, ({ companyId, jobId, userId, role, changedBy }) =>
      this.activity.record({
        companyId,
        kind: 'team_changed',
        jobId,
        actorId: changedBy,
        data: { user_id: userId, role },
      }),
    );
  }

  /** @throws NotFoundError */
  async ofCandidate(actor: Actor, id: string, query: PageQuery): Promise<Page<FeedRow>> {
    await this.access.check(actor, id);
    return this.repository.page(scopeOf(actor), { column: 'candidate_id', id }, query);
  }

  /** @throws NotFoundError */
  async ofJob(actor: Actor, id: string, query: PageQuery): Promise<Page<FeedRow>> {
    await this.jobs.get(scopeOf(actor), id);
    return this.repository.page(scopeOf(actor), { column: 'job_id', id }, query);
  }
}
