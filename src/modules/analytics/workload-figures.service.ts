import { Injectable } from '@nestjs/common';
import type { Actor, Page } from '../../common/http';
import { ApplicationListRepository, type ApplicationRow } from './application-list.repository';
import { type InterviewerRow, InterviewersRepository } from './interviewers.repository';
import { PipelineRepository, type PipelineRow } from './pipeline.repository';
import { type Report, type ReportQuery, ReportScope } from './report-scope.service';
import { SkillDemandRepository, type SkillRow } from './skill-demand.repository';

/** Of an export: so many rows are in memory at a time. */
const PART = 1_000;

/** What jobs ask for, and what there is to do for whom. */
@Injectable()
export class WorkloadFigures {
  constructor(
    private readonly scope: ReportScope,
    private readonly skillDemand: SkillDemandRepository,
    private readonly pipelines: PipelineRepository,
    private readonly people: InterviewersRepository,
    private readonly list: ApplicationListRepository,
  ) {}

  skills(actor: Actor, query: ReportQuery, limit: number | null): Promise<Report<SkillRow[]>> {
    return this.scope.report(actor, query, (filter) => this.skillDemand.skills(filter, limit));
  }

  pipeline(
    actor: Actor,
    query: ReportQuery,
    { by, limit }: { readonly by: 'job' | 'recruiter'; readonly limit: number | null },
  ): Promise<Report<PipelineRow[]>> {
    return this.scope.report(actor, query, (filter) =>
      by === 'job'
        ? this.pipelines.byJob(filter, limit)
        : this.pipelines.byRecruiter(filter, limit),
    );
  }

  /** Interviewers see themselves only. */
  interviewers(actor: Actor, query: ReportQuery): Promise<Report<InterviewerRow[]>> {
    const isLimited = actor.role === 'interviewer' && !actor.isOwner;
    return this.scope.report(actor, query, (filter) =>
      this.people.interviewers(filter, isLimited ? actor.userId : null),
    );
  }

  async applications(
    actor: Actor,
    query: ReportQuery,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ApplicationRow>> {
    return this.list.page(await this.scope.filter(actor, query), page);
  }

  /** All of them; checked before the first part is asked for. */
  async allApplications(
    actor: Actor,
    query: ReportQuery,
  ): Promise<AsyncIterable<readonly ApplicationRow[]>> {
    return this.list.parts(await this.scope.filter(actor, query), PART);
  }
}
