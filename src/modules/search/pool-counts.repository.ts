import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** Counts a company's resumes; lists are answered in the order in which they are asked. */
@Injectable()
export class PoolCountsRepository {
  constructor(private readonly database: Database) {}

  async size(companyId: string): Promise<number> {
    const [row] = await this.database.query<{ size: number }>(
      'SELECT count(*)::integer AS size FROM resumes WHERE company_id = $1',
      [companyId],
    );
    return row?.size ?? 0;
  }

  /** @param queries each a `::tsquery` */
  withWords(companyId: string, queries: readonly string[]): Promise<number[]> {
    return this.counted(
      'SELECT count(*) FROM resumes r WHERE r.company_id = $1 AND r.search_vector @@ asked.one::tsquery',
      companyId,
      queries,
    );
  }

  /** @param skills in lower case */
  withSkills(companyId: string, skills: readonly string[]): Promise<number[]> {
    return this.counted(
      'SELECT count(*) FROM resume_skills s WHERE s.company_id = $1 AND lower(s.skill) = asked.one',
      companyId,
      skills,
    );
  }

  private async counted(
    count: string,
    companyId: string,
    asked: readonly string[],
  ): Promise<number[]> {
    const rows = await this.database.query<{ count: number }>(
      `SELECT (${count})::integer AS count FROM unnest($2::text[]) WITH ORDINALITY AS asked (one, at) ORDER BY at`,
      [companyId, asked],
    );
    return rows.map((row) => row.count);
  }
}
