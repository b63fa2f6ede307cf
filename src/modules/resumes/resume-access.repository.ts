import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { isOnTeam } from '../jobs';

@Injectable()
export class ResumeAccessRepository {
  constructor(private readonly database: Database) {}

  /** Whether the resume is a candidate of the company's jobs that the member manages or is on the team of. */
  async sees(companyId: string, memberId: string, resumeId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM resumes r WHERE r.company_id = $1 AND r.id = $2
         AND EXISTS (
           SELECT FROM match_results m JOIN job_descriptions j ON j.id = m.job_id
           WHERE m.resume_id = r.id AND ${isOnTeam('j', '$3')})`,
      [companyId, resumeId, memberId],
    );
    return rows.length > 0;
  }
}
