import { Injectable } from '@nestjs/common';
import { Database, vectorParameter } from '../../platform/database';
import type { Resume } from './domain/profile/profile';
import type { EmbeddedResume } from './resume-embedder';
import { ResumesRepository } from './resumes.repository';

/** A resume whose vectors another model made, with what they are made of. */
export interface OutdatedResume {
  readonly id: string;
  readonly companyId: string;
  readonly content: string;
  readonly profile: Resume;
  readonly model: string | null;
}

/** The vectors of stored resumes, over all companies: a model is the whole installation's. */
@Injectable()
export class ResumeVectorsRepository {
  constructor(
    private readonly database: Database,
    private readonly resumes: ResumesRepository,
  ) {}

  async countOutdated(model: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM resumes WHERE embedding_model IS DISTINCT FROM $1',
      [model],
    );
    return row?.count ?? 0;
  }

  /** In the order of their ids. */
  outdated(model: string, afterId: string | null, limit: number): Promise<OutdatedResume[]> {
    return this.database.query(
      `SELECT id, company_id AS "companyId", content, profile, embedding_model AS model FROM resumes
       WHERE embedding_model IS DISTINCT FROM $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [model, afterId, limit],
    );
  }

  async currentIds(
    companyId: string,
    model: string,
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM resumes WHERE company_id = $1 AND embedding_model = $2 AND embedding IS NOT NULL
         AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [companyId, model, page.afterId, page.limit],
    );
    return rows.map((row) => row.id);
  }

  /**
   * False when the resume was read again meanwhile, or is gone. Its text and profile are compared by the
   * model's name alone: whatever writes them writes vectors of the running model too.
   */
  async replace(
    { id, companyId, model }: OutdatedResume,
    embedded: EmbeddedResume,
  ): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE resumes SET embedding = $3::vector, embedding_model = $4
       WHERE company_id = $1 AND id = $2 AND embedding_model IS NOT DISTINCT FROM $5`,
      [
        companyId,
        id,
        embedded.vector === null ? null : vectorParameter(embedded.vector),
        embedded.model,
        model,
      ],
    );
    if (changed > 0) {
      await this.resumes.replaceChunks({
        id,
        companyId,
        chunks: embedded.chunks,
        embeddingModel: embedded.model,
      });
    }
    return changed > 0;
  }
}
