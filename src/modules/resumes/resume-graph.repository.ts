import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/**
 * The graph of people, employers and schools: `employers`, `positions`, `educations`. It is derived
 * from the profile by one SQL function, which the migration used for the resumes that were there before.
 */
@Injectable()
export class ResumeGraphRepository {
  constructor(private readonly database: Database) {}

  /** Replaces the rows of a resume by what its stored profile says. Call it in the profile's transaction. */
  async store(companyId: string, resumeId: string): Promise<void> {
    await this.database.query('SELECT store_resume_graph($1, $2)', [companyId, resumeId]);
  }
}
