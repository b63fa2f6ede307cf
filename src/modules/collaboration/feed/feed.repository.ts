import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import type { ActivityKind } from '../../candidates';
import { isOnTeam } from '../../jobs';

export interface FeedRow {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly candidateId: string | null;
  readonly candidateName: string | null;
  readonly jobId: string | null;
  readonly jobTitle: string | null;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export interface FeedScope {
  readonly companyId: string;
  /** Only what is about no job or about a job of this person's; null for everything. */
  readonly memberId: string | null;
}

const FROM_SCOPE = (column: 'candidate_id' | 'job_id'): string => `
  FROM activity_events a
  WHERE a.company_id = $1 AND a.${column} = $2 AND ($3::uuid IS NULL OR a.job_id IS NULL
    OR EXISTS (SELECT FROM job_descriptions j WHERE j.id = a.job_id AND ${isOnTeam('j', '$3')}))`;

/** What happened around a person or a job, newest first. */
@Injectable()
export class FeedRepository {
  constructor(private readonly database: Database) {}

  async page(
    { companyId, memberId }: FeedScope,
    about: { readonly column: 'candidate_id' | 'job_id'; readonly id: string },
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<FeedRow>> {
    const [at = null, id = null] = decodeCursor(query.cursor, ['timestamp', 'uuid']) ?? [];
    const from = FROM_SCOPE(about.column);
    const rows = await this.database.query<FeedRow>(
      `SELECT e.id, e.kind, e.candidate_id AS "candidateId", c.full_name AS "candidateName", e.job_id AS "jobId",
         j.title AS "jobTitle", e.actor_id AS "actorId", u.full_name AS "actorName", e.subject_id AS "subjectId",
         e.data, e.created_at AS "createdAt"
       FROM (SELECT a.* ${from} AND ($4::timestamptz IS NULL OR (a.created_at, a.id) < ($4, $5::uuid))
         ORDER BY a.created_at DESC, a.id DESC LIMIT $6) AS e
       LEFT JOIN candidates c ON c.id = e.candidate_id LEFT JOIN job_descriptions j ON j.id = e.job_id
       LEFT JOIN users u ON u.id = e.actor_id
       ORDER BY e.created_at DESC, e.id DESC`,
      [companyId, about.id, memberId, at, id, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total ${from}`,
      [companyId, about.id, memberId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.createdAt.toISOString(), row.id],
    });
  }
}
