import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { ChatAnswer, ChatMessage, ChatProvenance } from './conversation';

type MessageRow = Omit<ChatMessage, 'provenance'> & {
  readonly [Field in keyof ChatProvenance]: ChatProvenance[Field] | null;
} & { readonly position: number };

/** Whose message and where. */
interface Place {
  readonly companyId: string;
  readonly conversationId: string;
}

const SELECT = `
  SELECT id, conversation_id AS "conversationId", position, role, content, error_code AS "errorCode", outcome,
    citations, notices, provider, model, prompt_version AS "promptVersion", fallback_reason AS "fallbackReason",
    duration_ms AS "durationMs", prompt_tokens AS "promptTokens", completion_tokens AS "completionTokens",
    dropped_citations AS "droppedCitations", created_at AS "createdAt"
  FROM messages WHERE company_id = $1 AND conversation_id = $2`;

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  /** A question; its id. @throws NotFoundError when the conversation is gone. */
  async ask(place: Place, question: string): Promise<string> {
    const id = randomUUID();
    const position = await this.nextPosition(place);
    await this.database.query(
      `INSERT INTO messages (company_id, conversation_id, id, position, role, content)
       VALUES ($1, $2, $3, $4, 'user', $5)`,
      [place.companyId, place.conversationId, id, position, question],
    );
    return id;
  }

  /**
   * The answer to a question; its id. What an earlier answer told of may be in this one too when
   * `followsHistory`. Call it in a transaction. @throws NotFoundError when one of its subjects or the question is gone.
   */
  async answer(
    place: Place,
    questionId: string,
    answer: ChatAnswer,
    { followsHistory }: { readonly followsHistory: boolean },
  ): Promise<string> {
    const { companyId, conversationId } = place;
    const kept = await this.database.query(
      'SELECT 1 FROM resumes WHERE company_id = $1 AND id = ANY($2) ORDER BY id FOR KEY SHARE',
      [companyId, answer.subjects],
    );
    if (kept.length < answer.subjects.length) {
      throw new NotFoundError('resume');
    }
    const id = randomUUID();
    const { provenance: how } = answer;
    const position = await this.nextPosition(place);
    const written = await this.database.query(
      `INSERT INTO messages (company_id, conversation_id, id, position, role, question_id, content, outcome, citations,
         notices, provider, model, prompt_version, fallback_reason, duration_ms, prompt_tokens, completion_tokens,
         dropped_citations)
       SELECT $1, $2, $3, $4, 'assistant', q.id, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
       FROM messages q WHERE q.conversation_id = $2 AND q.id = $5 RETURNING id`,
      [
        companyId,
        conversationId,
        id,
        position,
        questionId,
        answer.text,
        answer.outcome,
        JSON.stringify(answer.citations),
        JSON.stringify(answer.notices),
        how.provider,
        how.model,
        how.promptVersion,
        how.fallbackReason,
        how.durationMs,
        how.promptTokens,
        how.completionTokens,
        how.droppedCitations,
      ],
    );
    if (written.length === 0) {
      throw new NotFoundError('message');
    }
    await this.database.query(
      `INSERT INTO message_subjects (message_id, resume_id, company_id)
       SELECT $3::uuid, resume_id, $1::uuid FROM unnest($4::uuid[]) AS resume_id
       UNION
       SELECT $3::uuid, s.resume_id, $1::uuid FROM messages m JOIN message_subjects s ON s.message_id = m.id
       WHERE $5::boolean AND m.conversation_id = $2`,
      [companyId, conversationId, id, answer.subjects, followsHistory],
    );
    return id;
  }

  async fail(
    { companyId, conversationId }: Place,
    questionId: string,
    code: string,
  ): Promise<void> {
    await this.database.execute(
      'UPDATE messages SET error_code = $4 WHERE company_id = $1 AND conversation_id = $2 AND id = $3',
      [companyId, conversationId, questionId, code],
    );
  }

  async get({ companyId, conversationId }: Place, id: string): Promise<ChatMessage> {
    const [row] = await this.database.query<MessageRow>(`${SELECT} AND id = $3`, [
      companyId,
      conversationId,
      id,
    ]);
    if (row === undefined) {
      throw new NotFoundError('message');
    }
    return fromRow(row);
  }

  /** Oldest first. */
  async list(
    { companyId, conversationId }: Place,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ChatMessage>> {
    const after = decodeCursor(query.cursor, ['integer']);
    const rows = await this.database.query<MessageRow>(
      `${SELECT} AND position > $3::bigint ORDER BY position LIMIT $4`,
      [companyId, conversationId, after?.[0] ?? -1, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*)::integer AS total FROM messages WHERE company_id = $1 AND conversation_id = $2',
      [companyId, conversationId],
    );
    const page = pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: ({ position }) => [position],
    });
    return { ...page, rows: page.rows.map(fromRow) };
  }

  /** The last ones, oldest first. */
  async latest({ companyId, conversationId }: Place, limit: number): Promise<ChatMessage[]> {
    const rows = await this.database.query<MessageRow>(
      `${SELECT} ORDER BY position DESC LIMIT $3`,
      [companyId, conversationId, limit],
    );
    return rows.map(fromRow).reverse();
  }

  /** Two who write at once wait for each other here. */
  private async nextPosition({ companyId, conversationId }: Place): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      `WITH moved AS (UPDATE conversations SET next_position = next_position + 1, updated_at = now()
         WHERE company_id = $1 AND id = $2 RETURNING next_position)
       SELECT next_position AS position FROM moved`,
      [companyId, conversationId],
    );
    if (row === undefined) {
      throw new NotFoundError('conversation');
    }
    return row.position;
  }
}

function fromRow(row: MessageRow): ChatMessage {
  const {
    position: _position,
    provider,
    model,
    promptVersion,
    fallbackReason,
    durationMs,
    ...rest
  } = row;
  const { promptTokens, completionTokens, droppedCitations, ...message } = rest;
  const isAnswer =
    provider !== null && model !== null && promptVersion !== null && durationMs !== null;
  return {
    ...message,
    provenance: isAnswer
      ? {
          provider,
          model,
          promptVersion,
          fallbackReason,
          durationMs,
          promptTokens,
          completionTokens,
          droppedCitations: droppedCitations ?? 0,
        }
      : null,
  };
}
