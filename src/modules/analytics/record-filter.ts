import type { Period } from './domain/period';
import type { QuarterHours } from './domain/durations';

/** Which applications a figure is about. */
export interface RecordFilter extends Period {
  readonly companyId: string;
  /** Null for all jobs. */
  readonly jobIds: readonly string[] | null;
}

/** Of a filter, as the parameters $1 to $4. */
export function filterValues({ companyId, from, to, jobIds }: RecordFilter): readonly unknown[] {
  return [companyId, from, to, jobIds];
}

/** SQL: whether a job is one of those that were asked for. */
export const isAskedJob = (column: string): string =>
  `($4::uuid[] IS NULL OR ${column} = ANY($4::uuid[]))`;

/** The ends of an application's way, as SQL. */
export const ENDED = `('hired', 'rejected', 'withdrawn')`;

/**
 * Two more parts of a WITH over rows `timed (key, quarters)`, and what is then to be selected. Counting
 * equal durations first spares sorting every one of them.
 */
export const MEASURED = `
  counted AS (SELECT key, quarters, count(*) AS cases FROM timed GROUP BY key, quarters),
  placed AS (
    SELECT *, sum(cases) OVER (PARTITION BY key ORDER BY quarters) AS up_to, sum(cases) OVER (PARTITION BY key) AS of
    FROM counted),
  measured AS (
    SELECT key, of::integer AS count, (sum(quarters * cases) / of)::double precision AS mean,
      min(quarters) FILTER (WHERE up_to >= 0.5 * of) AS median, min(quarters) FILTER (WHERE up_to >= 0.9 * of) AS p90
    FROM placed GROUP BY key, of)`;

export interface MeasuredRow extends QuarterHours {
  readonly key: string;
}
