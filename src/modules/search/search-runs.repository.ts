import { Injectable } from '@nestjs/common';
import { Database, vectorParameter } from '../../platform/database';
import type { OfferCategory } from './domain/split-offer';

export interface RunCategory {
  readonly name: OfferCategory;
  /** The offer's own sentences; empty when it says nothing of this kind. */
  readonly text: string;
  /** As asked for. */
  readonly weight: number;
  /** Scaled over the categories that the offer speaks of. */
  readonly weightUsed: number;
}

export interface RunCategoryScore {
  readonly name: OfferCategory;
  readonly score: number;
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

export interface RunResultRow {
  readonly resumeId: string;
  readonly rank: number;
  readonly score: number;
  readonly categories: readonly RunCategoryScore[];
}

export interface RunRow {
  readonly id: string;
  readonly jobOfferText: string;
  readonly topK: number;
  readonly categories: readonly RunCategory[];
  readonly embeddingModel: string;
  readonly createdAt: Date;
}

@Injectable()
export class SearchRunsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    run: Omit<RunRow, 'createdAt'> & { readonly companyId: string; readonly createdBy: string },
    results: readonly RunResultRow[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO search_runs (id, company_id, created_by, job_offer_text, top_k, categories, embedding_model)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        run.id,
        run.companyId,
        run.createdBy,
        run.jobOfferText,
        run.topK,
        JSON.stringify(run.categories),
        run.embeddingModel,
      ],
    );
    // A resume may have been deleted since it was found; those that are there stay until they are written.
    await this.database.query(
      `INSERT INTO search_run_results (run_id, resume_id, company_id, rank, score, categories)
       SELECT $1, r.id, $2, given.rank, given.score, given.categories
       FROM jsonb_to_recordset($3::jsonb) AS given ("resumeId" uuid, rank integer, score double precision, categories jsonb)
       JOIN resumes r ON r.id = given."resumeId" AND r.company_id = $2
       FOR KEY SHARE OF r`,
      [run.id, run.companyId, JSON.stringify(results)],
    );
  }

  async find(companyId: string, id: string): Promise<RunRow | null> {
    const [row] = await this.database.query<RunRow>(
      `SELECT id, job_offer_text AS "jobOfferText", top_k AS "topK", categories,
         embedding_model AS "embeddingModel", created_at AS "createdAt"
       FROM search_runs WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  results(runId: string): Promise<RunResultRow[]> {
    return this.database.query(
      `SELECT resume_id AS "resumeId", rank, score, categories
       FROM search_run_results WHERE run_id = $1 ORDER BY rank, resume_id`,
      [runId],
    );
  }

  /** Each resume's closest chunk to the vector within the sections. */
  async bestPassages(
    companyId: string,
    resumeIds: readonly string[],
    query: { readonly vector: Float32Array; readonly sections: readonly string[] },
  ): Promise<ReadonlyMap<string, Omit<RunCategoryScore, 'name'>>> {
    const rows = await this.database.query<Omit<RunCategoryScore, 'name'> & { resumeId: string }>(
      `SELECT DISTINCT ON (k.resume_id) k.resume_id AS "resumeId", k.section, k.char_start AS start, k.char_end AS end,
         GREATEST(0, LEAST(1, 1 - (k.embedding <=> $3::vector))) AS score
       FROM resume_chunks k WHERE k.company_id = $1 AND k.resume_id = ANY($2) AND k.section = ANY($4)
       ORDER BY k.resume_id, k.embedding <=> $3::vector, k.position`,
      [companyId, resumeIds, vectorParameter(query.vector), query.sections],
    );
    return new Map(rows.map(({ resumeId, ...passage }) => [resumeId, passage]));
  }
}
