import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { isOnTeam } from '../jobs';

@Injectable()
export class ResumeAccessRepository {
  constructor(private readonly database: Database) {}

  /** Whether the resume is one of the company; for a member of teams, whether it is a candidate of their jobs. */
  async sees(companyId: string, memberId: string | null, resumeId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM resumes r WHERE r.company_id = $1 AND r.id = $2
         AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM match_results m JOIN job_descriptions j ON j.id = m.job_id
           WHERE m.resume_id = r.id AND ${isOnTeam('j', '$3')}))`,
      [companyId, resumeId, memberId],
    );
    return rows.length > 0;
  }
}
