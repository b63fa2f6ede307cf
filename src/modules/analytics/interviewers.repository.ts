import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { filterValues, isAskedJob, type RecordFilter } from './record-filter';

export interface InterviewerRow {
  readonly userId: string;
  readonly name: string;
  /** Not cancelled. */
  readonly interviews: number;
  readonly completed: number;
  readonly noShows: number;
  readonly scheduled: number;
  readonly hours: number;
  readonly scorecardsMissing: number;
  readonly judgements: number;
  readonly meanRating: number | null;
  readonly positive: number;
  /** Judgements on people whom others judged too. */
  readonly compared: number;
  readonly meanDifference: number | null;
}

/** Of interviews that begin in the period and of the people who take part; of erased people what remains. */
const SEATS = `
  seats AS (
    SELECT a.user_id, i.status, i.starts_at, i.ends_at, s.id IS NOT NULL AS is_rated
    FROM interviews i JOIN interview_attendees a ON a.interview_id = i.id
    LEFT JOIN scorecards s ON s.interview_id = i.id AND s.author_id = a.user_id AND s.submitted_at IS NOT NULL
    WHERE i.company_id = $1 AND i.starts_at >= $2 AND i.starts_at < $3 AND ($4::uuid[] IS NULL
      OR EXISTS (SELECT FROM match_results m WHERE m.id = i.match_id AND ${isAskedJob('m.job_id')}))
    UNION ALL
    SELECT user_id, status, starts_at, ends_at, rating IS NOT NULL FROM interview_remains
    WHERE company_id = $1 AND starts_at >= $2 AND starts_at < $3 AND interview_key IS NOT NULL
      AND user_id IS NOT NULL AND ${isAskedJob('job_id')}),
  load AS (
    SELECT user_id, count(*) FILTER (WHERE status <> 'cancelled') AS interviews,
      count(*) FILTER (WHERE status = 'completed') AS completed, count(*) FILTER (WHERE status = 'no_show') AS no_shows,
      count(*) FILTER (WHERE status = 'scheduled') AS scheduled,
      COALESCE(sum(extract(epoch FROM ends_at - starts_at)) FILTER (WHERE status IN ('completed', 'scheduled')), 0) / 3600 AS hours,
      count(*) FILTER (WHERE status = 'completed' AND NOT is_rated) AS missing
    FROM seats GROUP BY user_id)`;

/** Every judgement, beside those of others on the same application whenever these came. */
const JUDGEMENTS = `
  given AS (
    SELECT match_id AS application, author_id AS user_id, rating_value(overall_rating) AS rating, submitted_at
    FROM scorecards s WHERE company_id = $1 AND submitted_at IS NOT NULL AND ($4::uuid[] IS NULL
      OR EXISTS (SELECT FROM match_results m WHERE m.id = s.match_id AND ${isAskedJob('m.job_id')}))
    UNION ALL
    SELECT record_id, user_id, rating, submitted_at FROM interview_remains
    WHERE company_id = $1 AND rating IS NOT NULL AND user_id IS NOT NULL AND ${isAskedJob('job_id')}),
  beside AS (
    SELECT *, sum(rating) OVER everybody - sum(rating) OVER own AS others_sum,
      count(*) OVER everybody - count(*) OVER own AS others
    FROM given WINDOW everybody AS (PARTITION BY application), own AS (PARTITION BY application, user_id)),
  calibration AS (
    SELECT user_id, count(*) AS judgements, avg(rating)::double precision AS mean_rating,
      count(*) FILTER (WHERE rating >= rating_value('yes')) AS positive, count(*) FILTER (WHERE others > 0) AS compared,
      (avg(rating - others_sum::numeric / others) FILTER (WHERE others > 0))::double precision AS mean_difference
    FROM beside WHERE submitted_at >= $2 AND submitted_at < $3 GROUP BY user_id)`;

/** How much interviewers do, and how they rate beside others. */
@Injectable()
export class InterviewersRepository {
  constructor(private readonly database: Database) {}

  /** Everybody with an interview or a judgement in the period, the busiest first; one of them when asked. */
  interviewers(filter: RecordFilter, userId: string | null): Promise<InterviewerRow[]> {
    return this.database.query(
      `WITH ${SEATS}, ${JUDGEMENTS}
       SELECT u.id AS "userId", u.full_name AS name, COALESCE(interviews, 0)::integer AS interviews,
         COALESCE(completed, 0)::integer AS completed, COALESCE(no_shows, 0)::integer AS "noShows",
         COALESCE(scheduled, 0)::integer AS scheduled, COALESCE(hours, 0)::double precision AS hours,
         COALESCE(missing, 0)::integer AS "scorecardsMissing", COALESCE(judgements, 0)::integer AS judgements,
         mean_rating AS "meanRating", COALESCE(positive, 0)::integer AS positive,
         COALESCE(compared, 0)::integer AS compared, mean_difference AS "meanDifference"
       FROM load FULL JOIN calibration USING (user_id) JOIN users u ON u.id = user_id
       WHERE u.company_id = $1 AND ($5::uuid IS NULL OR u.id = $5)
       ORDER BY interviews DESC, judgements DESC, lower(u.full_name), u.id`,
      [...filterValues(filter), userId],
    );
  }

  /** Held in the period, each once however many took part. */
  async countHeld(filter: RecordFilter): Promise<number> {
    const [row] = await this.database.query<{ held: number }>(
      `SELECT (
         (SELECT count(*) FROM interviews i WHERE i.company_id = $1 AND i.starts_at >= $2 AND i.starts_at < $3
            AND i.status = 'completed' AND ($4::uuid[] IS NULL
            OR EXISTS (SELECT FROM match_results m WHERE m.id = i.match_id AND ${isAskedJob('m.job_id')})))
         + (SELECT count(DISTINCT interview_key) FROM interview_remains WHERE company_id = $1 AND starts_at >= $2
            AND starts_at < $3 AND status = 'completed' AND ${isAskedJob('job_id')}))::integer AS held`,
      filterValues(filter),
    );
    return row?.held ?? 0;
  }
}
