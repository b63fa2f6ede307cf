import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { isOnTeam } from '../jobs';

@Injectable()
export class CandidateAccessRepository {
  constructor(private readonly database: Database) {}

  /** Whether the person is one of the company; for a member of teams, whether they are a candidate of their jobs. */
  async sees(companyId: string, memberId: string | null, candidateId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM candidates c WHERE c.company_id = $1 AND c.id = $2
         AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM resumes r JOIN match_results m ON m.resume_id = r.id
           JOIN job_descriptions j ON j.id = m.job_id
           WHERE r.candidate_id = c.id AND ${isOnTeam('j', '$3')}))`,
      [companyId, candidateId, memberId],
    );
    return rows.length > 0;
  }
}
