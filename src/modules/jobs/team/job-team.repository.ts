import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

/** What somebody does for a job; it gives no rights beyond those of their role in the company. */
export const TEAM_ROLES = ['recruiter', 'hiring_manager', 'interviewer'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export interface TeamMember {
  readonly userId: string;
  readonly fullName: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly role: TeamRole;
  readonly addedBy: string | null;
  readonly createdAt: Date;
}

/** The `job_team_members` table. */
@Injectable()
export class JobTeamRepository {
  constructor(private readonly database: Database) {}

  /** By name. */
  list(companyId: string, jobId: string): Promise<TeamMember[]> {
    return this.database.query(
      `SELECT t.user_id AS "userId", u.full_name AS "fullName", u.email::text AS email, u.is_active AS "isActive",
         t.role, t.added_by AS "addedBy", t.created_at AS "createdAt"
       FROM job_team_members t JOIN users u ON u.id = t.user_id
       WHERE t.company_id = $1 AND t.job_id = $2 ORDER BY lower(u.full_name), t.user_id`,
      [companyId, jobId],
    );
  }

  /** False when they had this part already. */
  async put(
    companyId: string,
    member: { readonly jobId: string; readonly userId: string; readonly role: TeamRole },
    addedBy: string,
  ): Promise<boolean> {
    const changed = await this.database.query(
      `INSERT INTO job_team_members AS known (company_id, job_id, user_id, role, added_by)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (job_id, user_id) DO UPDATE SET role = EXCLUDED.role WHERE known.role <> EXCLUDED.role
       RETURNING user_id`,
      [companyId, member.jobId, member.userId, member.role, addedBy],
    );
    return changed.length > 0;
  }

  /** False when they were not on the team. */
  async remove(companyId: string, jobId: string, userId: string): Promise<boolean> {
    const removed = await this.database.execute(
      'DELETE FROM job_team_members WHERE company_id = $1 AND job_id = $2 AND user_id = $3',
      [companyId, jobId, userId],
    );
    return removed > 0;
  }
}
