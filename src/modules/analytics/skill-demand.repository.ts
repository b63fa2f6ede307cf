import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { OPEN_JOBS } from './openings.repository';
import { filterValues, isAskedJob, type RecordFilter } from './record-filter';

export interface SkillRow {
  readonly skill: string;
  /** Open jobs of the period that ask for it. */
  readonly jobs: number;
  readonly mustHaveJobs: number;
  /** Applications begun in the period whose resume has it, of a job that asked for it. */
  readonly having: number;
  readonly missing: number;
}

/** Equal lists of skills are counted before they are taken apart: there are few of them. */
const SKILLS = `
  WITH ${OPEN_JOBS},
  demand AS (
    SELECT lower(skill) AS key, min(skill) AS skill, count(*) AS jobs, count(*) FILTER (WHERE must_have) AS must_have
    FROM job_skills WHERE job_id IN (SELECT job_id FROM open_jobs) GROUP BY 1),
  lists AS (
    SELECT COALESCE(r.matched_skills, m.matched_skills) AS matched, COALESCE(r.missing_skills, m.missing_skills) AS missing,
      count(*) AS cases
    FROM application_records r LEFT JOIN match_results m ON m.id = r.match_id
    WHERE r.company_id = $1 AND r.started_at >= $2 AND r.started_at < $3 AND ${isAskedJob('r.job_id')}
    GROUP BY 1, 2),
  told AS (
    SELECT skill, cases AS present, 0 AS missing FROM lists CROSS JOIN LATERAL unnest(matched) AS skill
    UNION ALL
    SELECT skill, 0, cases FROM lists CROSS JOIN LATERAL unnest(missing) AS skill),
  supply AS (
    SELECT lower(skill) AS key, min(skill) AS skill, sum(present) AS present, sum(missing) AS missing
    FROM told GROUP BY 1),
  skills AS (
    SELECT COALESCE(d.skill, s.skill) AS skill, COALESCE(d.jobs, 0)::integer AS jobs,
      COALESCE(d.must_have, 0)::integer AS "mustHaveJobs", COALESCE(s.present, 0)::integer AS "having",
      COALESCE(s.missing, 0)::integer AS missing
    FROM demand d FULL JOIN supply s ON s.key = d.key)`;

/** What jobs ask for, and what those lack who want them. */
@Injectable()
export class SkillDemandRepository {
  constructor(private readonly database: Database) {}

  /** Most wanted first; all of them without a limit. */
  skills(filter: RecordFilter, limit: number | null): Promise<SkillRow[]> {
    return this.database.query(
      `${SKILLS} SELECT * FROM skills ORDER BY jobs DESC, missing DESC, lower(skill), skill LIMIT $5`,
      [...filterValues(filter), limit],
    );
  }
}
