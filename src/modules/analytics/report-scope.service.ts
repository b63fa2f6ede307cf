import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { type AskedPeriod, type Period, periodBefore, periodOf } from './domain/period';
import type { RecordFilter } from './record-filter';
import { ReportScopeRepository } from './report-scope.repository';

export interface ReportQuery extends AskedPeriod {
  readonly jobId: string | null;
  readonly department: string | null;
  readonly isCompared: boolean;
}

/** A figure of the period that was asked for, and of the one before when that was asked for too. */
export interface Report<Data> {
  readonly query: ReportQuery;
  readonly period: Period;
  readonly data: Data;
  readonly previous: { readonly period: Period; readonly data: Data } | null;
}

/** Resolves what a report is about: the period, and the jobs that the caller may see. */
@Injectable()
export class ReportScope {
  constructor(private readonly repository: ReportScopeRepository) {}

  /** @throws NotFoundError for a job that is not the caller's to see, ValidationFailedError for the period */
  async report<Data>(
    actor: Actor,
    query: ReportQuery,
    measure: (filter: RecordFilter) => Promise<Data>,
  ): Promise<Report<Data>> {
    const filter = await this.filter(actor, query);
    const { companyId, jobIds, ...period } = filter;
    const data = await measure(filter);
    if (!query.isCompared) {
      return { query, period, data, previous: null };
    }
    const before = periodBefore(query, period);
    const earlier = await measure({ companyId, jobIds, ...before });
    return { query, period, data, previous: { period: before, data: earlier } };
  }

  /** @throws NotFoundError, ValidationFailedError */
  async filter(actor: Actor, query: ReportQuery): Promise<RecordFilter> {
    const period = periodOf(query, new Date());
    if (period.from >= period.to) {
      throw new ValidationFailedError([{ field: 'to', message: 'must be after from' }]);
    }
    return { companyId: actor.companyId, ...period, jobIds: await this.jobIds(actor, query) };
  }

  private async jobIds(
    { companyId, userId, role, isOwner }: Actor,
    { jobId, department }: ReportQuery,
  ): Promise<readonly string[] | null> {
    const memberId = role === 'hiring_manager' && !isOwner ? userId : null;
    if (memberId === null && jobId === null && department === null) {
      return null;
    }
    if (jobId !== null && !(await this.repository.hasJob(companyId, { memberId, jobId }))) {
      throw new NotFoundError('job');
    }
    return this.repository.jobIds(companyId, { memberId, jobId, department });
  }
}
