import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { ChatSubject, Conversation } from './conversation';

/** Whose conversations: nobody sees another's. */
export interface ChatOwner {
  readonly companyId: string;
  readonly userId: string;
}

const LONGEST_TITLE = 80;

const SELECT = `
  SELECT c.id, c.scope, c.resume_id AS "resumeId", c.job_id AS "jobId",
    COALESCE(c.title, (SELECT left(regexp_replace(q.content, '\\s+', ' ', 'g'), ${LONGEST_TITLE}) FROM messages q
      WHERE q.conversation_id = c.id AND q.role = 'user' ORDER BY q.position LIMIT 1)) AS title,
    totals.count AS "messageCount", totals.prompt AS "promptTokens", totals.completion AS "completionTokens",
    c.created_at AS "createdAt", c.updated_at AS "updatedAt"
  FROM conversations c CROSS JOIN LATERAL (
    SELECT count(*)::integer AS count, COALESCE(sum(m.prompt_tokens), 0)::integer AS prompt,
      COALESCE(sum(m.completion_tokens), 0)::integer AS completion
    FROM messages m WHERE m.conversation_id = c.id) AS totals
  WHERE c.company_id = $1 AND c.user_id = $2`;

@Injectable()
export class ConversationsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    owner: ChatOwner,
    conversation: ChatSubject & Pick<Conversation, 'id' | 'scope' | 'title'>,
  ): Promise<void> {
    const { id, scope, resumeId, jobId, title } = conversation;
    await this.database.query(
      `INSERT INTO conversations (company_id, user_id, id, scope, resume_id, job_id, title)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [owner.companyId, owner.userId, id, scope, resumeId, jobId, title],
    );
  }

  async find({ companyId, userId }: ChatOwner, id: string): Promise<Conversation | null> {
    const [row] = await this.database.query<Conversation>(`${SELECT} AND c.id = $3`, [
      companyId,
      userId,
      id,
    ]);
    return row ?? null;
  }

  /** Those that were talked in last come first. */
  async list(
    { companyId, userId }: ChatOwner,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Conversation>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = await this.database.query<Conversation>(
      `${SELECT} AND ($3::timestamptz IS NULL OR (c.updated_at, c.id) < ($3, $4::uuid))
       ORDER BY c.updated_at DESC, c.id DESC LIMIT $5`,
      [companyId, userId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*)::integer AS total FROM conversations WHERE company_id = $1 AND user_id = $2',
      [companyId, userId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.updatedAt.toISOString(), row.id],
    });
  }

  async rename({ companyId, userId }: ChatOwner, id: string, title: string): Promise<boolean> {
    const changed = await this.database.execute(
      'UPDATE conversations SET title = $4 WHERE company_id = $1 AND user_id = $2 AND id = $3',
      [companyId, userId, id, title],
    );
    return changed > 0;
  }

  async delete({ companyId, userId }: ChatOwner, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM conversations WHERE company_id = $1 AND user_id = $2 AND id = $3',
      [companyId, userId, id],
    );
    return deleted > 0;
  }

  /** Of all companies; how many were removed. */
  deleteUnused(days: number): Promise<number> {
    return this.database.execute(
      `DELETE FROM conversations WHERE updated_at < now() - make_interval(days => $1)`,
      [days],
    );
  }
}
