import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { MovedBelongings } from './belongings.repository';
import type { CandidateEntity } from './candidate.entity';

/** Two people found to be one, with what is needed to undo it. */
export interface CandidateMerge {
  readonly id: string;
  readonly companyId: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly mergedPerson: Pick<
    CandidateEntity,
    'fullName' | 'email' | 'phone' | 'location' | 'links'
  >;
  readonly resumeIds: readonly string[];
  readonly moved: MovedBelongings;
  readonly mergedBy: string | null;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
}

const SELECT_MERGE = `
  SELECT id, company_id AS "companyId", kept_id AS "keptId", merged_id AS "mergedId",
    merged_person AS "mergedPerson", resume_ids AS "resumeIds", moved, merged_by AS "mergedBy",
    created_at AS "createdAt", undone_at AS "undoneAt"
  FROM candidate_merges`;

/** The `candidate_merges` table, and the reference from resumes to their person that a merge turns. */
@Injectable()
export class MergesRepository {
  constructor(private readonly database: Database) {}

  async insert(merge: Omit<CandidateMerge, 'createdAt' | 'undoneAt'>): Promise<void> {
    await this.database.query(
      `INSERT INTO candidate_merges (id, company_id, kept_id, merged_id, merged_person, resume_ids, merged_by, moved)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        merge.id,
        merge.companyId,
        merge.keptId,
        merge.mergedId,
        JSON.stringify(merge.mergedPerson),
        merge.resumeIds,
        merge.mergedBy,
        JSON.stringify(merge.moved),
      ],
    );
  }

  async find(companyId: string, id: string): Promise<CandidateMerge | null> {
    const [merge] = await this.database.query<CandidateMerge>(
      `${SELECT_MERGE} WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return merge ?? null;
  }

  listOf(companyId: string, keptId: string): Promise<CandidateMerge[]> {
    return this.database.query(
      `${SELECT_MERGE} WHERE company_id = $1 AND kept_id = $2 ORDER BY created_at, id`,
      [companyId, keptId],
    );
  }

  /** False when it was undone already. */
  async markUndone(id: string): Promise<boolean> {
    const changed = await this.database.execute(
      'UPDATE candidate_merges SET undone_at = now() WHERE id = $1 AND undone_at IS NULL',
      [id],
    );
    return changed > 0;
  }

  async resumeIdsOf(companyId: string, candidateId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM resumes WHERE company_id = $1 AND candidate_id = $2 ORDER BY created_at, id',
      [companyId, candidateId],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Gives those of the resumes that `from` has to `to`; their number. They are locked in the order of
   * their ids, as scoring does it.
   */
  async moveResumes(
    companyId: string,
    resumeIds: readonly string[],
    people: { readonly from: string; readonly to: string },
  ): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM resumes WHERE company_id = $1 AND id = ANY($2) AND candidate_id = $3
       ORDER BY id FOR UPDATE`,
      [companyId, resumeIds, people.from],
    );
    return this.database.execute(
      'UPDATE resumes SET candidate_id = $3, updated_at = now() WHERE company_id = $1 AND id = ANY($2)',
      [companyId, rows.map((row) => row.id), people.to],
    );
  }
}
