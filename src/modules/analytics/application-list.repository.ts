import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import { filterValues, isAskedJob, type RecordFilter } from './record-filter';

/** One application as a row of figures, without anything about the person. */
export interface ApplicationRow {
  readonly id: string;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly department: string | null;
  readonly source: string;
  readonly origin: string | null;
  /** Hundredths. */
  readonly score: number;
  readonly status: string;
  readonly startedAt: Date;
  readonly removedAt: Date | null;
  /** By status, when it was entered for the first time. */
  readonly entries: Readonly<Record<string, string>>;
}

const FROM = `FROM application_records r
  WHERE r.company_id = $1 AND r.started_at >= $2 AND r.started_at < $3 AND ${isAskedJob('r.job_id')}`;

@Injectable()
export class ApplicationListRepository {
  constructor(private readonly database: Database) {}

  /** Those that began in the period, oldest first. */
  async page(
    filter: RecordFilter,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ApplicationRow>> {
    const [at = null, id = null] = decodeCursor(query.cursor, ['timestamp', 'uuid']) ?? [];
    const rows = await this.after(filter, { at, id, limit: query.limit + 1 });
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total ${FROM}`,
      filterValues(filter),
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.startedAt.toISOString(), row.id],
    });
  }

  /** All of them, so many at a time: no query stays open between two parts. */
  async *parts(filter: RecordFilter, size: number): AsyncGenerator<ApplicationRow[]> {
    let last: ApplicationRow | undefined;
    do {
      const place = { at: last?.startedAt ?? null, id: last?.id ?? null };
      const rows = await this.after(filter, { ...place, limit: size });
      yield rows;
      last = rows.length === size ? rows.at(-1) : undefined;
    } while (last !== undefined);
  }

  private after(
    filter: RecordFilter,
    { at, id, limit }: { readonly at: unknown; readonly id: unknown; readonly limit: number },
  ): Promise<ApplicationRow[]> {
    return this.database.query(
      `WITH page AS (
         SELECT r.id, r.job_id, r.source, r.origin, r.score, r.status, r.started_at, r.removed_at ${FROM}
           AND ($5::timestamptz IS NULL OR (r.started_at, r.id) > ($5, $6::uuid))
         ORDER BY r.started_at, r.id LIMIT $7)
       SELECT p.id, p.job_id AS "jobId", j.title AS "jobTitle", j.department, p.source, p.origin, p.score, p.status,
         p.started_at AS "startedAt", p.removed_at AS "removedAt",
         (SELECT jsonb_object_agg(s.status, s.entered_at) FROM application_stays s
          WHERE s.record_id = p.id AND s.is_first) AS entries
       FROM page p JOIN job_descriptions j ON j.id = p.job_id ORDER BY p.started_at, p.id`,
      [...filterValues(filter), at, id, limit],
    );
  }
}
