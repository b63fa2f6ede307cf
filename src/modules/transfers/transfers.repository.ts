import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

export interface CandidateExportRow {
  readonly id: string;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly location: string | null;
  readonly links: readonly string[];
  readonly sources: readonly string[];
  readonly createdAt: Date;
}

export interface JobExportRow {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly department: string | null;
  readonly location: string | null;
  readonly employmentType: string | null;
  readonly status: string;
  readonly description: string;
  readonly requirements: string;
  readonly skills: readonly string[];
  readonly minYearsExperience: number | null;
  readonly educationLevel: string | null;
  readonly createdAt: Date;
}

/** Where a page ends; null before the first. */
type Place = { readonly createdAt: Date; readonly id: string } | null;

/** Reads what goes out as tables, so many rows at a time. */
@Injectable()
export class TransfersRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  candidates(companyId: string, after: Place, limit: number): Promise<CandidateExportRow[]> {
    return this.database.query(
      `SELECT c.id, c.full_name AS "fullName", c.email, c.phone, c.location,
         ARRAY(SELECT link->>'url' FROM jsonb_array_elements(c.links) AS link) AS links,
         ARRAY(SELECT kind FROM candidate_sources s WHERE s.candidate_id = c.id
           GROUP BY kind ORDER BY min(s.created_at), kind) AS sources,
         c.created_at AS "createdAt"
       FROM candidates c
       WHERE c.company_id = $1 AND ($2::timestamptz IS NULL OR (c.created_at, c.id) > ($2, $3::uuid))
       ORDER BY c.created_at, c.id LIMIT $4`,
      [companyId, after?.createdAt ?? null, after?.id ?? null, limit],
    );
  }

  jobs(companyId: string, after: Place, limit: number): Promise<JobExportRow[]> {
    return this.database.query(
      `SELECT j.id, j.title, j.company, j.department, j.location, j.employment_type AS "employmentType", j.status,
         j.description, j.requirements,
         ARRAY(SELECT skill FROM job_skills s WHERE s.job_id = j.id ORDER BY position) AS skills,
         j.min_years_experience AS "minYearsExperience", j.education_level AS "educationLevel",
         j.created_at AS "createdAt"
       FROM job_descriptions j
       WHERE j.company_id = $1 AND ($2::timestamptz IS NULL OR (j.created_at, j.id) > ($2, $3::uuid))
       ORDER BY j.created_at, j.id LIMIT $4`,
      [companyId, after?.createdAt ?? null, after?.id ?? null, limit],
    );
  }

  /** What tells the company's jobs apart for people. */
  vacancies(companyId: string): Promise<{ title: string; location: string | null }[]> {
    return this.database.query(
      'SELECT title, location FROM job_descriptions WHERE company_id = $1 ORDER BY id',
      [companyId],
    );
  }
}
