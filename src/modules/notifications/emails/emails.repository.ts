import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import type { EmailKind } from '../domain/email-kinds';
import type { CANCELLATIONS, Email, EmailError, EmailState, EmailToSend, NewEmail } from './email';

export interface EmailFilter {
  readonly state?: EmailState;
  readonly kind?: EmailKind;
  readonly candidateId?: string;
  readonly jobId?: string;
}

const COLUMNS = `m.id, m.company_id AS "companyId", m.kind, m.candidate_id AS "candidateId", m.user_id AS "userId",
  m.job_id AS "jobId", m.resume_id AS "resumeId", m.to_name AS "toName", m.to_address AS "toAddress", m.subject,
  m.text, m.html, m.state, m.attempts, m.error_code AS "errorCode", m.error_message AS "errorMessage",
  m.task_id AS "taskId", m.send_after AS "sendAfter", m.sent_at AS "sentAt", m.erased_at AS "erasedAt",
  m.created_at AS "createdAt", m.updated_at AS "updatedAt"`;

/** The person's address as it is now; mail to nobody whom we know keeps its own. */
const CURRENT_ADDRESS = `CASE WHEN m.candidate_id IS NOT NULL THEN c.email::text
  WHEN m.user_id IS NOT NULL THEN u.email::text ELSE m.to_address END`;

const RECIPIENT = `LEFT JOIN candidates c ON c.company_id = m.company_id AND c.id = m.candidate_id
  LEFT JOIN users u ON u.company_id = m.company_id AND u.id = m.user_id`;

/** The `email_messages` table. State changes are single conditional updates: of two processes one wins. */
@Injectable()
export class EmailsRepository {
  constructor(private readonly database: Database) {}

  /** False when there is mail because of the same cause already. */
  async insert(email: NewEmail): Promise<boolean> {
    const inserted = await this.database.query(
      `INSERT INTO email_messages (id, company_id, kind, candidate_id, user_id, job_id, resume_id, dedupe_key,
         to_name, to_address, subject, text, html, attachments, unsubscribe_url, known_status, state, send_after,
         interview_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
         now() + $18 * interval '1 second', $19)
       ON CONFLICT ON CONSTRAINT email_messages_dedupe_unique DO NOTHING RETURNING id`,
      [
        email.id,
        email.companyId,
        email.kind,
        email.candidateId,
        email.userId,
        email.jobId,
        email.resumeId,
        email.dedupeKey,
        email.toName,
        email.toAddress,
        email.subject,
        email.text,
        email.html,
        JSON.stringify(email.attachments),
        email.unsubscribeUrl,
        email.knownStatus,
        email.state,
        email.delaySeconds,
        email.interviewId,
      ],
    );
    return inserted.length > 0;
  }

  async find(companyId: string, id: string): Promise<Email | null> {
    const [email] = await this.database.query<Email>(
      `SELECT ${COLUMNS} FROM email_messages m WHERE m.company_id = $1 AND m.id = $2`,
      [companyId, id],
    );
    return email ?? null;
  }

  async findToSend(companyId: string, id: string): Promise<EmailToSend | null> {
    const [email] = await this.database.query<EmailToSend>(
      `SELECT ${COLUMNS}, m.attachments, m.unsubscribe_url AS "unsubscribeUrl",
         ${CURRENT_ADDRESS} AS "currentAddress", coalesce(s.sender_name, o.name) AS "senderName",
         s.reply_to AS "replyTo",
         m.job_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_descriptions j
           WHERE j.company_id = m.company_id AND j.id = m.job_id) AS "isJobGone",
         greatest(0, ceil(extract(epoch FROM m.send_after - now()) * 1000))::integer AS "dueInMs"
       FROM email_messages m JOIN companies o ON o.id = m.company_id
         LEFT JOIN email_settings s ON s.company_id = m.company_id ${RECIPIENT}
       WHERE m.company_id = $1 AND m.id = $2`,
      [companyId, id],
    );
    return email ?? null;
  }

  /** Newest first. */
  async list(
    companyId: string,
    query: EmailFilter & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Email>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const filter = `m.company_id = $1 AND ($2::text IS NULL OR m.state = $2) AND ($3::text IS NULL OR m.kind = $3)
      AND ($4::uuid IS NULL OR m.candidate_id = $4) AND ($5::uuid IS NULL OR m.job_id = $5)`;
    const { state = null, kind = null, candidateId = null, jobId = null } = query;
    const parameters = [companyId, state, kind, candidateId, jobId];
    const rows = await this.database.query<Email>(
      `SELECT ${COLUMNS} FROM email_messages m
       WHERE ${filter} AND ($6::timestamptz IS NULL OR (m.created_at, m.id) < ($6, $7::uuid))
       ORDER BY m.created_at DESC, m.id DESC LIMIT $8`,
      [...parameters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM email_messages m WHERE ${filter}`,
      parameters,
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (email) => [email.createdAt.toISOString(), email.id],
    });
  }

  async setTask(id: string, taskId: string): Promise<void> {
    await this.database.execute('UPDATE email_messages SET task_id = $2 WHERE id = $1', [
      id,
      taskId,
    ]);
  }

  /** True when the person was erased while the mail was on its way. */
  async markSent(id: string, address: string): Promise<boolean> {
    const [sent] = await this.database.query<{ isErased: boolean }>(
      `WITH sent AS (UPDATE email_messages SET state = 'sent', attempts = attempts + 1, error_code = NULL, error_message = NULL,
         to_address = CASE WHEN erased_at IS NULL THEN $2 END, sent_at = now(), updated_at = now()
       WHERE id = $1 RETURNING erased_at IS NOT NULL AS "isErased")
       SELECT * FROM sent`,
      [id, address],
    );
    return sent?.isErased === true;
  }

  /** An attempt that failed; without a `state` of its own another will follow. */
  async markFailedAttempt(
    id: string,
    error: EmailError,
    state: EmailState = 'queued',
  ): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET state = $4, attempts = attempts + 1, error_code = $2, error_message = $3,
         updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'failed')`,
      [id, error.code, error.message, state],
    );
  }

  async cancel(id: string, reason: keyof typeof CANCELLATIONS, message: string): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET state = 'cancelled', error_code = $2, error_message = $3, updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'failed')`,
      [id, reason, message],
    );
  }

  /** Without an address nothing is tried. */
  async markWithoutAddress(id: string): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET state = 'no_address', to_address = NULL, updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'failed')`,
      [id],
    );
  }

  /** What the end of a task means for the mail that it was to send. */
  async endWithTask(
    taskId: string,
    state: 'failed' | 'cancelled',
    error: EmailError,
  ): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET state = $2, error_code = coalesce(error_code, $3),
         error_message = coalesce(error_message, $4), updated_at = now()
       WHERE task_id = $1 AND state = 'queued'`,
      [taskId, state, error.code, error.message],
    );
  }

  /**
   * Takes back the mail about an application's status that is still in its grace period; the status that
   * the candidate knew before the first of them, null when there were none.
   */
  async cancelInGrace(
    companyId: string,
    application: { readonly jobId: string; readonly resumeId: string },
    message: string,
  ): Promise<string | null> {
    const cancelled = await this.database.query<{ knownStatus: string }>(
      `WITH gone AS (UPDATE email_messages
         SET state = 'cancelled', error_code = 'superseded', error_message = $4, updated_at = now()
         WHERE company_id = $1 AND job_id = $2 AND resume_id = $3 AND known_status IS NOT NULL
           AND state IN ('queued', 'no_address') AND send_after > now() AND send_after > created_at
         RETURNING known_status, created_at, id)
       SELECT known_status AS "knownStatus" FROM gone ORDER BY created_at, id`,
      [companyId, application.jobId, application.resumeId, message],
    );
    return cancelled[0]?.knownStatus ?? null;
  }

  /** Takes back mail of these kinds about an interview that was not sent yet. */
  async cancelOfInterview(
    companyId: string,
    interviewId: string,
    kinds: readonly EmailKind[],
    message: string,
  ): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET state = 'cancelled', error_code = 'interview_changed', error_message = $4,
         updated_at = now()
       WHERE company_id = $1 AND interview_id = $2 AND kind = ANY($3) AND state IN ('queued', 'failed')`,
      [companyId, interviewId, kinds, message],
    );
  }

  /** Back to the queue; null when its state is another by now. */
  async requeue(
    companyId: string,
    id: string,
    states: readonly EmailState[],
  ): Promise<Email | null> {
    const [email] = await this.database.query<Email>(
      `WITH requeued AS (UPDATE email_messages m
         SET state = 'queued', attempts = 0, error_code = NULL, error_message = NULL, send_after = now(),
           updated_at = now()
         WHERE m.company_id = $1 AND m.id = $2 AND m.state = ANY($3) AND m.erased_at IS NULL
         RETURNING ${COLUMNS})
       SELECT * FROM requeued`,
      [companyId, id, states],
    );
    return email ?? null;
  }

  /** Leaves of mail to this person, or about this resume, only that there was some, under no id of theirs: its ids. */
  async erase(
    companyId: string,
    about: { readonly candidateId: string } | { readonly resumeId: string },
    message: string,
  ): Promise<string[]> {
    const [column, id] =
      'candidateId' in about ? ['candidate_id', about.candidateId] : ['resume_id', about.resumeId];
    const erased = await this.database.query<{ id: string }>(
      `WITH erased AS (UPDATE email_messages SET candidate_id = NULL, resume_id = NULL, to_name = NULL, to_address = NULL,
         subject = '', text = '', html = '', attachments = '[]', unsubscribe_url = NULL, erased_at = now(),
         dedupe_key = 'erased ' || id,
         error_code = CASE WHEN state = 'queued' THEN 'erased' ELSE error_code END,
         error_message = CASE WHEN state = 'queued' THEN $3 END,
         state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END, updated_at = now()
       WHERE company_id = $1 AND ${column} = $2 RETURNING id)
       SELECT id FROM erased`,
      [companyId, id, message],
    );
    return erased.map((email) => email.id);
  }

  /** Mail follows its person: all of it, or that about these resumes. */
  async moveToCandidate(
    companyId: string,
    people: { readonly from: string; readonly to: string },
    resumeIds: readonly string[] | null,
  ): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET candidate_id = $3
       WHERE company_id = $1 AND candidate_id = $2 AND ($4::uuid[] IS NULL OR resume_id = ANY($4))`,
      [companyId, people.from, people.to, resumeIds],
    );
  }
  /** Mail to an address, whose resume is known now: it is erased with it. */
  async attachToResume(companyId: string, cause: string, resumeId: string): Promise<void> {
    await this.database.execute(
      `UPDATE email_messages SET resume_id = $3
       WHERE company_id = $1 AND starts_with(dedupe_key, $2 || ' ')`,
      [companyId, cause, resumeId],
    );
  }
}
