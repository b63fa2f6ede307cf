import { Injectable } from '@nestjs/common';
import { Database, vectorParameter } from '../../platform/database';
import type { JobEmbedding } from './job-embedder';

/** A job whose vector another model made, with what it is made of. */
export interface OutdatedJob {
  readonly id: string;
  readonly companyId: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly requirements: string;
}

/** The vectors of stored jobs, over all companies: a model is the whole installation's. */
@Injectable()
export class JobVectorsRepository {
  constructor(private readonly database: Database) {}

  async countOutdated(model: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM job_descriptions WHERE embedding_model IS DISTINCT FROM $1',
      [model],
    );
    return row?.count ?? 0;
  }

  /** In the order of their ids. */
  outdated(model: string, afterId: string | null, limit: number): Promise<OutdatedJob[]> {
    return this.database.query(
      `SELECT id, company_id AS "companyId", version, title, description, requirements FROM job_descriptions
       WHERE embedding_model IS DISTINCT FROM $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [model, afterId, limit],
    );
  }

  /** False when the job changed meanwhile, or is gone: whoever changed it embedded it again. */
  async replace(job: OutdatedJob, { vector, model }: JobEmbedding): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE job_descriptions SET embedding = $3::vector, embedding_model = $4
       WHERE company_id = $1 AND id = $2 AND version = $5 AND embedding_model IS DISTINCT FROM $4`,
      [job.companyId, job.id, vectorParameter(vector), model, job.version],
    );
    return changed > 0;
  }
}
