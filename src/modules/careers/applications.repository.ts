import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

export interface NewApplication {
  readonly id: string;
  readonly companyId: string;
  readonly jobId: string;
  readonly fullName: string;
  /** Lower case. */
  readonly email: string;
  readonly consentText: string;
}

/** The `applications` table: who applied for what, and to what they agreed when. */
@Injectable()
export class ApplicationsRepository {
  constructor(private readonly database: Database) {}

  async insert(application: NewApplication): Promise<void> {
    await this.database.query(
      `INSERT INTO applications (id, company_id, job_id, full_name, email, consent_text, consented_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [
        application.id,
        application.companyId,
        application.jobId,
        application.fullName,
        application.email,
        application.consentText,
      ],
    );
  }

  async setTask(id: string, taskId: string): Promise<void> {
    await this.database.execute('UPDATE applications SET task_id = $2 WHERE id = $1', [id, taskId]);
  }

  /** Names the resume that the file became, and so the person, whose id is the answer; null when it is gone. */
  async setResume(id: string, resumeId: string): Promise<string | null> {
    const [row] = await this.database.query<{ candidateId: string }>(
      `WITH taken AS (
         UPDATE applications a SET resume_id = r.id, candidate_id = r.candidate_id
         FROM resumes r WHERE a.id = $1 AND r.id = $2 AND r.company_id = a.company_id
         RETURNING a.candidate_id)
       SELECT candidate_id AS "candidateId" FROM taken`,
      [id, resumeId],
    );
    return row?.candidateId ?? null;
  }
}
