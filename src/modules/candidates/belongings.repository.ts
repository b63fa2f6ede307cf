import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** What came from a merged person, so that it can go back. */
export interface MovedBelongings {
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** Every tag that the merged person had. */
  readonly tags?: readonly { readonly tagId: string; readonly addedBy: string | null }[];
  /** Those of them that the kept one did not have. */
  readonly newTagIds?: readonly string[];
}

/** Tables whose rows belong to a person and know their own id; some are about one resume. */
const OWNED = [
  { table: 'notes', hasResume: false },
  { table: 'candidate_sources', hasResume: true },
  { table: 'applications', hasResume: true },
  { table: 'activity_events', hasResume: false },
] as const;

interface People {
  readonly from: string;
  readonly to: string;
}

/** What people have beside their resumes goes where they go when they are merged, and back. */
@Injectable()
export class BelongingsRepository {
  constructor(private readonly database: Database) {}

  /** Call it while both people are there. */
  async move(companyId: string, people: People): Promise<MovedBelongings> {
    const rows: Record<string, readonly string[]> = {};
    for (const { table } of OWNED) {
      const moved = await this.database.query<{ id: string }>(
        `WITH moved AS (UPDATE ${table} SET candidate_id = $3 WHERE company_id = $1 AND candidate_id = $2
           RETURNING id) SELECT id FROM moved`,
        [companyId, people.from, people.to],
      );
      rows[table] = moved.map(({ id }) => id);
    }
    const tags = await this.database.query<{ tagId: string; addedBy: string | null }>(
      `SELECT tag_id AS "tagId", added_by AS "addedBy" FROM candidate_tags
       WHERE company_id = $1 AND candidate_id = $2 ORDER BY tag_id`,
      [companyId, people.from],
    );
    return { rows, tags, newTagIds: await this.giveTags(companyId, people.to, tags) };
  }

  /** What of it is still with the kept person; what is about the resumes that go back goes with them. */
  async giveBack(
    companyId: string,
    people: People,
    {
      moved,
      resumeIds,
    }: { readonly moved: MovedBelongings; readonly resumeIds: readonly string[] },
  ): Promise<void> {
    for (const { table, hasResume } of OWNED) {
      await this.database.execute(
        `UPDATE ${table} SET candidate_id = $3 WHERE company_id = $1 AND candidate_id = $2
           AND (id = ANY($4::uuid[])${hasResume ? ' OR resume_id = ANY($5::uuid[])' : ' AND $5::uuid[] IS NOT NULL'})`,
        [companyId, people.from, people.to, moved.rows?.[table] ?? [], resumeIds],
      );
    }
    await this.giveTags(companyId, people.to, moved.tags ?? []);
    await this.database.execute(
      'DELETE FROM candidate_tags WHERE company_id = $1 AND candidate_id = $2 AND tag_id = ANY($3)',
      [companyId, people.from, moved.newTagIds ?? []],
    );
  }

  /** Those that the person did not have; a tag that is gone meanwhile is left out. */
  private async giveTags(
    companyId: string,
    candidateId: string,
    tags: NonNullable<MovedBelongings['tags']>,
  ): Promise<string[]> {
    const given = await this.database.query<{ tagId: string }>(
      `WITH given AS (
         INSERT INTO candidate_tags (company_id, candidate_id, tag_id, added_by)
         SELECT $1, $2, t.id, u.id
         FROM jsonb_to_recordset($3::jsonb) AS moved ("tagId" uuid, "addedBy" uuid)
         JOIN tags t ON t.id = moved."tagId" LEFT JOIN users u ON u.id = moved."addedBy"
         ON CONFLICT DO NOTHING RETURNING tag_id)
       SELECT tag_id AS "tagId" FROM given`,
      [companyId, candidateId, JSON.stringify(tags)],
    );
    return given.map(({ tagId }) => tagId);
  }
}
