import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { ApplicationsRepository, type OriginRow } from './applications.repository';
import { type Durations, durationsOf, NO_DURATIONS } from './domain/durations';
import { ACTIVE_STATUSES, type FunnelStep, funnelOf } from './domain/funnel';
import { shareOf } from './domain/shares';
import { InterviewersRepository } from './interviewers.repository';
import { type JobCounts, OpeningsRepository } from './openings.repository';
import type { MeasuredRow, RecordFilter } from './record-filter';
import { type Report, type ReportQuery, ReportScope } from './report-scope.service';
import { type StageReach, StaysRepository } from './stays.repository';

export interface Overview extends JobCounts {
  readonly applications: number;
  readonly sourced: number;
  readonly shortlisted: number;
  readonly interviewing: number;
  readonly offered: number;
  readonly rejected: number;
  readonly withdrawn: number;
  readonly hired: number;
  readonly active: number;
  readonly interviewsHeld: number;
  readonly timeToHire: Durations;
  readonly timeToFill: Durations;
}

export interface Funnel {
  readonly steps: readonly FunnelStep[];
  /** Of the one job that was asked for; empty otherwise. */
  readonly stages: readonly (StageReach & { readonly conversion: number | null })[];
}

/** A status, or a stage of the one job that was asked for. */
export interface TimeInStage extends Durations {
  readonly kind: 'status' | 'stage';
  readonly stage: string;
  /** In it at the period's end; null for stages. */
  readonly now: number | null;
}

/** What became of applications, and how long it took. */
@Injectable()
export class HiringFigures {
  constructor(
    private readonly scope: ReportScope,
    private readonly applications: ApplicationsRepository,
    private readonly stays: StaysRepository,
    private readonly openings: OpeningsRepository,
    private readonly interviews: InterviewersRepository,
  ) {}

  overview(actor: Actor, query: ReportQuery): Promise<Report<Overview>> {
    return this.scope.report(actor, query, async (filter) => {
      const entered = new Map(
        (await this.stays.firstEntries(filter)).map(({ status, count }) => [status, count]),
      );
      const active = await this.applications.activeAtEnd(filter);
      const timeToHire = await this.timeToHireOf(filter);
      return {
        ...(await this.applications.begun(filter)),
        shortlisted: entered.get('shortlisted') ?? 0,
        interviewing: entered.get('interviewing') ?? 0,
        offered: entered.get('offered') ?? 0,
        rejected: entered.get('rejected') ?? 0,
        withdrawn: entered.get('withdrawn') ?? 0,
        hired: timeToHire.count,
        active: active.reduce((total, { count }) => total + count, 0),
        ...(await this.openings.countJobs(filter)),
        interviewsHeld: await this.interviews.countHeld(filter),
        timeToHire,
        timeToFill: await this.timeToFillOf(filter),
      };
    });
  }

  funnel(actor: Actor, query: ReportQuery): Promise<Report<Funnel>> {
    return this.scope.report(actor, query, async (filter) => {
      const steps = funnelOf(await this.applications.furthest(filter));
      const stages = query.jobId === null ? [] : await this.stays.stageReach(filter);
      return {
        steps,
        stages: stages.map((stage, at) => {
          const before = stages[at - 1];
          const conversion = before === undefined ? null : shareOf(stage.reached, before.reached);
          return { ...stage, conversion };
        }),
      };
    });
  }

  timeInStage(actor: Actor, query: ReportQuery): Promise<Report<TimeInStage[]>> {
    return this.scope.report(actor, query, async (filter) => {
      const measured = await this.stays.timeInStatus(filter);
      const active = await this.applications.activeAtEnd(filter);
      const statuses = ACTIVE_STATUSES.map((status) => ({
        kind: 'status' as const,
        stage: status,
        ...durationsIn(measured, status),
        now: active.find((one) => one.status === status)?.count ?? 0,
      }));
      const stages = query.jobId === null ? [] : await this.stays.timeInStage(filter);
      return [
        ...statuses,
        ...stages.map((stage) => ({
          kind: 'stage' as const,
          stage: stage.key,
          ...durationsOf(stage),
          now: null,
        })),
      ];
    });
  }

  timeToHire(actor: Actor, query: ReportQuery): Promise<Report<Durations>> {
    return this.scope.report(actor, query, (filter) => this.timeToHireOf(filter));
  }

  timeToFill(actor: Actor, query: ReportQuery): Promise<Report<Durations>> {
    return this.scope.report(actor, query, (filter) => this.timeToFillOf(filter));
  }

  sources(actor: Actor, query: ReportQuery): Promise<Report<OriginRow[]>> {
    return this.scope.report(actor, query, (filter) => this.applications.byOrigin(filter));
  }

  private async timeToHireOf(filter: RecordFilter): Promise<Durations> {
    const measured = await this.applications.timeToHire(filter);
    return measured === null ? NO_DURATIONS : durationsOf(measured);
  }

  private async timeToFillOf(filter: RecordFilter): Promise<Durations> {
    const measured = await this.openings.timeToFill(filter);
    return measured === null ? NO_DURATIONS : durationsOf(measured);
  }
}

function durationsIn(measured: readonly MeasuredRow[], status: string): Durations {
  const found = measured.find(({ key }) => key === status);
  return found === undefined ? NO_DURATIONS : durationsOf(found);
}
