import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../common/errors';
import type { Page } from '../../common/http';
import { type Agreement, agreementOf } from './domain/agreement';
import {
  type DecisionFilter,
  type JobRow,
  ScoreAgreementRepository,
} from './score-agreement.repository';

/** What is asked for; without an end until now, without a beginning the ninety days before the end. */
export interface AgreementQuery {
  readonly from?: Date;
  readonly to?: Date;
  readonly jobId?: string;
}

export interface MeasuredAgreement {
  readonly filter: DecisionFilter;
  readonly agreement: Agreement;
}

export type JobAgreement = JobRow & { readonly agreement: Agreement };

const DEFAULT_RANGE_MS = 90 * 24 * 60 * 60 * 1000;

/** How far people and the ranking agree, by what people decided. */
@Injectable()
export class ScoreAgreementService {
  constructor(private readonly repository: ScoreAgreementRepository) {}

  /** @throws NotFoundError for another company's job, ValidationFailedError for a range that ends before it begins */
  async measure(companyId: string, query: AgreementQuery): Promise<MeasuredAgreement> {
    const filter = filterOf(query);
    if (filter.jobId !== null && !(await this.repository.hasJob(companyId, filter.jobId))) {
      throw new NotFoundError('job');
    }
    const rankings = await this.repository.rankings(companyId, filter);
    return { filter, agreement: agreementOf(rankings) };
  }

  /** The same for each job with decisions. @throws ValidationFailedError */
  async measureByJob(
    companyId: string,
    query: Omit<AgreementQuery, 'jobId'> & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<JobAgreement>> {
    const filter = filterOf(query);
    const rankings = await this.repository.rankings(companyId, filter);
    const jobIds = [...new Set(rankings.map(({ jobId }) => jobId))];
    const page = await this.repository.jobs(companyId, jobIds, query);
    const rows = page.rows.map((job) => ({
      ...job,
      agreement: agreementOf(rankings.filter(({ jobId }) => jobId === job.jobId)),
    }));
    return { ...page, rows };
  }
}

function filterOf({
  from,
  to = new Date(),
  jobId = null,
}: {
  readonly from?: Date;
  readonly to?: Date;
  readonly jobId?: string | null;
}): DecisionFilter {
  const begin = from ?? new Date(to.getTime() - DEFAULT_RANGE_MS);
  if (begin >= to) {
    throw new ValidationFailedError([{ field: 'to', message: 'must be after from' }]);
  }
  return { from: begin, to, jobId };
}
