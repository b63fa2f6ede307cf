import { Injectable } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { PeopleExported } from './transfers.events';
import {
  type CandidateExportRow,
  type JobExportRow,
  TransfersRepository,
} from './transfers.repository';

/** So many rows are in memory at a time. */
const PART = 1_000;

/** Tables on their way out, part by part. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly repository: TransfersRepository,
    private readonly events: EventBus,
  ) {}

  /** That they were taken out is told before the first row. */
  async candidates(companyId: string): Promise<AsyncIterable<readonly CandidateExportRow[]>> {
    await this.events.publish(new PeopleExported(companyId, 'table', null));
    return inParts((after) => this.repository.candidates(companyId, after, PART));
  }

  jobs(companyId: string): AsyncIterable<readonly JobExportRow[]> {
    return inParts((after) => this.repository.jobs(companyId, after, PART));
  }
}

async function* inParts<Row>(
  read: (after: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null;
  do {
    const rows: readonly Row[] = await read(last);
    yield rows;
    last = rows.length === PART ? (rows.at(-1) ?? null) : null;
  } while (last !== null);
}
