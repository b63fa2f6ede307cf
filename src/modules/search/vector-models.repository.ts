import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { isOnTeam } from '../jobs';

export interface ModelShare {
  /** Whether the company has a vector of the model. */
  readonly hasCurrent: boolean;
  /** Resumes with a vector of another model. */
  readonly others: number;
}

/** Which models made a company's vectors. */
@Injectable()
export class VectorModelsRepository {
  constructor(private readonly database: Database) {}

  /** Before every search: two probes of an index unless there is something to count. */
  async resumes(companyId: string, model: string): Promise<ModelShare> {
    const [row] = await this.database.query<ModelShare>(
      `SELECT EXISTS (SELECT FROM resumes WHERE company_id = $1 AND embedding_model = $2 AND embedding IS NOT NULL) AS "hasCurrent",
         CASE WHEN EXISTS (SELECT FROM resumes WHERE company_id = $1 AND embedding_model < $2 AND embedding IS NOT NULL)
             OR EXISTS (SELECT FROM resumes WHERE company_id = $1 AND embedding_model > $2 AND embedding IS NOT NULL)
           THEN (SELECT count(*)::integer FROM resumes
             WHERE company_id = $1 AND embedding_model <> $2 AND embedding IS NOT NULL) ELSE 0 END AS others`,
      [companyId, model],
    );
    return row ?? { hasCurrent: false, others: 0 };
  }

  /** Of the open jobs, or those that a person manages or is on the team of. */
  async openJobs(companyId: string, model: string, memberId: string | null): Promise<ModelShare> {
    const [row] = await this.database.query<ModelShare>(
      `SELECT COALESCE(bool_or(embedding_model = $2), false) AS "hasCurrent",
         count(*) FILTER (WHERE embedding_model <> $2)::integer AS others
       FROM job_descriptions j WHERE company_id = $1 AND status = 'open' AND embedding IS NOT NULL
         AND ($3::uuid IS NULL OR ${isOnTeam('j', '$3')})`,
      [companyId, model, memberId],
    );
    return row ?? { hasCurrent: false, others: 0 };
  }
}
