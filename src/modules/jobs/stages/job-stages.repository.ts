import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../../platform/database';
import { StageNameTakenError } from '../jobs.errors';

/** The statuses that a stage can sit on: an application that has ended has left all stages. */
export const STAGE_STATUSES = [
  'pending',
  'reviewing',
  'shortlisted',
  'interviewing',
  'offered',
] as const;
export type StageStatus = (typeof STAGE_STATUSES)[number];

export interface JobStage {
  readonly id: string;
  readonly companyId: string;
  readonly jobId: string;
  readonly name: string;
  readonly status: StageStatus;
  /** From 0 on, without gaps. */
  readonly position: number;
  /** Candidates who are in it. */
  readonly candidates: number;
}

const SELECT_STAGE = `
  SELECT s.id, s.company_id AS "companyId", s.job_id AS "jobId", s.name, s.status, s.position,
    (SELECT count(*)::integer FROM match_results m WHERE m.stage_id = s.id) AS candidates
  FROM job_stages s`;

/** The `job_stages` table. */
@Injectable()
export class JobStagesRepository {
  constructor(private readonly database: Database) {}

  /** In their order. */
  list(companyId: string, jobId: string): Promise<JobStage[]> {
    return this.database.query(
      `${SELECT_STAGE} WHERE s.company_id = $1 AND s.job_id = $2 ORDER BY s.position`,
      [companyId, jobId],
    );
  }

  async find(companyId: string, jobId: string, id: string): Promise<JobStage | null> {
    const [stage] = await this.database.query<JobStage>(
      `${SELECT_STAGE} WHERE s.company_id = $1 AND s.job_id = $2 AND s.id = $3`,
      [companyId, jobId, id],
    );
    return stage ?? null;
  }

  /** Keeps others from changing the job's stages, and decisions waiting, until the transaction ends. */
  async lockJob(companyId: string, jobId: string): Promise<void> {
    await this.database.query(
      'SELECT FROM job_descriptions WHERE company_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [companyId, jobId],
    );
  }

  /** @throws StageNameTakenError */
  async insert(stage: Omit<JobStage, 'candidates'>): Promise<void> {
    await this.named(
      `INSERT INTO job_stages (id, company_id, job_id, name, status, position) VALUES ($1, $2, $3, $4, $5, $6)`,
      [stage.id, stage.companyId, stage.jobId, stage.name, stage.status, stage.position],
    );
  }

  /** @throws StageNameTakenError */
  async update(id: string, change: Pick<JobStage, 'name' | 'status'>): Promise<void> {
    await this.named('UPDATE job_stages SET name = $2, status = $3 WHERE id = $1', [
      id,
      change.name,
      change.status,
    ]);
  }

  /** Gives each of the stages its place in the list. */
  async order(jobId: string, ids: readonly string[]): Promise<void> {
    await this.database.execute(
      `UPDATE job_stages s SET position = given.place - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, place)
       WHERE s.job_id = $1 AND s.id = given.id`,
      [jobId, ids],
    );
  }

  /** Who is in it stays a candidate with the same status, in no stage. */
  async delete(id: string): Promise<void> {
    await this.database.execute('DELETE FROM job_stages WHERE id = $1', [id]);
  }

  private async named(sql: string, parameters: readonly unknown[]): Promise<void> {
    try {
      await this.database.query(sql, parameters);
    } catch (error) {
      if (isUniqueViolation(error, 'job_stages_name_unique')) {
        throw new StageNameTakenError();
      }
      throw error;
    }
  }
}
