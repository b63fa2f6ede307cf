import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import { isOnTeam } from '../../jobs';

export interface Note {
  readonly id: string;
  readonly companyId: string;
  readonly candidateId: string;
  readonly jobId: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whose notes: a member of teams sees those about a person as such and about their own jobs. */
export interface NoteScope {
  readonly companyId: string;
  readonly memberId: string | null;
  readonly candidateId: string;
}

const SELECT_NOTE = `
  SELECT n.id, n.company_id AS "companyId", n.candidate_id AS "candidateId", n.job_id AS "jobId",
    n.author_id AS "authorId", u.full_name AS "authorName", n.text, n.mentions, n.created_at AS "createdAt",
    n.updated_at AS "updatedAt"`;

const FROM_SCOPE = `
  FROM notes n LEFT JOIN users u ON u.id = n.author_id
  WHERE n.company_id = $1 AND n.candidate_id = $2
    AND ($3::uuid IS NULL OR n.job_id IS NULL
      OR EXISTS (SELECT FROM job_descriptions j WHERE j.id = n.job_id AND ${isOnTeam('j', '$3')}))`;

/** The `notes` table. */
@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** False when the person is gone. */
  async insert(
    note: Pick<
      Note,
      'id' | 'companyId' | 'candidateId' | 'jobId' | 'authorId' | 'text' | 'mentions'
    >,
  ): Promise<boolean> {
    const written = await this.database.query(
      `INSERT INTO notes (id, company_id, candidate_id, job_id, author_id, text, mentions)
       SELECT $1, c.company_id, c.id, $4, $5, $6, $7
       FROM (SELECT company_id, id FROM candidates WHERE company_id = $2 AND id = $3 FOR KEY SHARE) AS c
       RETURNING id`,
      [
        note.id,
        note.companyId,
        note.candidateId,
        note.jobId,
        note.authorId,
        note.text,
        note.mentions,
      ],
    );
    return written.length > 0;
  }

  async find(scope: NoteScope, id: string): Promise<Note | null> {
    const [note] = await this.database.query<Note>(`${SELECT_NOTE} ${FROM_SCOPE} AND n.id = $4`, [
      ...valuesOf(scope),
      id,
    ]);
    return note ?? null;
  }

  /** Newest first. */
  async list(
    scope: NoteScope,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Note>> {
    const [at = null, id = null] = decodeCursor(query.cursor, ['timestamp', 'uuid']) ?? [];
    const rows = await this.database.query<Note>(
      `${SELECT_NOTE} ${FROM_SCOPE} AND ($4::timestamptz IS NULL OR (n.created_at, n.id) < ($4, $5::uuid))
       ORDER BY n.created_at DESC, n.id DESC LIMIT $6`,
      [...valuesOf(scope), at, id, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total ${FROM_SCOPE}`,
      valuesOf(scope),
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (note) => [note.createdAt.toISOString(), note.id],
    });
  }

  async update(id: string, change: Pick<Note, 'text' | 'mentions'>): Promise<void> {
    await this.database.execute(
      'UPDATE notes SET text = $2, mentions = $3, updated_at = now() WHERE id = $1',
      [id, change.text, change.mentions],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.execute('DELETE FROM notes WHERE id = $1', [id]);
  }
}

function valuesOf({ companyId, candidateId, memberId }: NoteScope): readonly unknown[] {
  return [companyId, candidateId, memberId];
}
