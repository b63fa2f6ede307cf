import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** Which jobs a report may be about, and was asked about. */
export interface JobSelection {
  /** Whose jobs only: those that they manage or whose team they are in, as everywhere. Null for all. */
  readonly memberId: string | null;
  readonly jobId: string | null;
  readonly department: string | null;
}

@Injectable()
export class ReportScopeRepository {
  constructor(private readonly database: Database) {}

  async hasJob(companyId: string, job: Pick<JobSelection, 'memberId' | 'jobId'>): Promise<boolean> {
    return (await this.jobIds(companyId, { ...job, department: null })).length > 0;
  }

  /** Departments are compared without case. */
  async jobIds(
    companyId: string,
    { memberId, jobId, department }: JobSelection,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM job_descriptions j WHERE company_id = $1 AND ($2::uuid IS NULL OR id = $2)
         AND ($3::text IS NULL OR lower(department) = lower($3))
         AND ($4::uuid IS NULL OR hiring_manager_id = $4 OR EXISTS (
           SELECT FROM job_team_members t WHERE t.job_id = j.id AND t.user_id = $4))
       ORDER BY id`,
      [companyId, jobId, department, memberId],
    );
    return rows.map(({ id }) => id);
  }
}
