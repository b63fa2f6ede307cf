import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../../platform/database';
import { TagNameTakenError } from '../collaboration.errors';

export interface Tag {
  readonly id: string;
  readonly name: string;
}

/** The `tags` and `candidate_tags` tables. */
@Injectable()
export class TagsRepository {
  constructor(private readonly database: Database) {}

  /** By name, with the number of people who have it. */
  list(companyId: string): Promise<(Tag & { readonly candidates: number })[]> {
    return this.database.query(
      `SELECT t.id, t.name, (SELECT count(*)::integer FROM candidate_tags c WHERE c.tag_id = t.id) AS candidates
       FROM tags t WHERE t.company_id = $1 ORDER BY lower(t.name), t.id`,
      [companyId],
    );
  }

  async find(companyId: string, id: string): Promise<Tag | null> {
    const [tag] = await this.database.query<Tag>(
      'SELECT id, name FROM tags WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return tag ?? null;
  }

  /** @throws TagNameTakenError */
  async insert(companyId: string, tag: Tag): Promise<void> {
    const sql = 'INSERT INTO tags (company_id, id, name) VALUES ($1, $2, $3)';
    await this.named(() => this.database.query(sql, [companyId, tag.id, tag.name]));
  }

  /** False when there is no such tag. @throws TagNameTakenError */
  async rename(companyId: string, tag: Tag): Promise<boolean> {
    const sql = 'UPDATE tags SET name = $3 WHERE company_id = $1 AND id = $2';
    const values = [companyId, tag.id, tag.name];
    return (await this.named(() => this.database.execute(sql, values))) > 0;
  }

  async delete(companyId: string, id: string): Promise<boolean> {
    const sql = 'DELETE FROM tags WHERE company_id = $1 AND id = $2';
    return (await this.database.execute(sql, [companyId, id])) > 0;
  }

  /** By name. */
  ofCandidate(companyId: string, candidateId: string): Promise<Tag[]> {
    return this.database.query(
      `SELECT t.id, t.name FROM candidate_tags c JOIN tags t ON t.id = c.tag_id
       WHERE c.company_id = $1 AND c.candidate_id = $2 ORDER BY lower(t.name), t.id`,
      [companyId, candidateId],
    );
  }

  /** False when the person has it already, or is gone. */
  async give(
    companyId: string,
    { candidateId, tagId }: { readonly candidateId: string; readonly tagId: string },
    by: string,
  ): Promise<boolean> {
    const given = await this.database.query(
      `INSERT INTO candidate_tags (company_id, candidate_id, tag_id, added_by)
       SELECT c.company_id, c.id, $3, $4
       FROM (SELECT company_id, id FROM candidates WHERE company_id = $1 AND id = $2 FOR KEY SHARE) AS c
       ON CONFLICT DO NOTHING RETURNING tag_id`,
      [companyId, candidateId, tagId, by],
    );
    return given.length > 0;
  }

  /** False when the person did not have it. */
  async take(
    companyId: string,
    { candidateId, tagId }: { readonly candidateId: string; readonly tagId: string },
  ): Promise<boolean> {
    const sql =
      'DELETE FROM candidate_tags WHERE company_id = $1 AND candidate_id = $2 AND tag_id = $3';
    return (await this.database.execute(sql, [companyId, candidateId, tagId])) > 0;
  }

  private async named<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isUniqueViolation(error, 'tags_name_unique')) {
        throw new TagNameTakenError();
      }
      throw error;
    }
  }
}
