import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { AuditAction, AuditEntry, AuditEvent, ChainCheck } from './audit-event';

export interface AuditFilter {
  readonly action?: AuditAction;
  readonly actorId?: string;
  readonly subjectId?: string;
}

const MATCHING = `company_id = $1 AND sequence IS NOT NULL AND ($2::text IS NULL OR action = $2)
  AND ($3::uuid IS NULL OR actor_id = $3) AND ($4::uuid IS NULL OR subject_id = $4)`;

/** Writes events at the end of their company's chain, and reads it. The database forbids all else. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** In the open transaction; the chain takes it in at the commit. */
  async append(entry: AuditEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_events (id, company_id, actor_id, action, subject_type, subject_id, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        randomUUID(),
        entry.companyId,
        entry.actorId,
        entry.action,
        entry.subjectType,
        entry.subjectId,
        JSON.stringify(entry.details),
      ],
    );
  }

  /** Newest first. */
  async list(
    companyId: string,
    filter: AuditFilter,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<AuditEvent>> {
    const before = decodeCursor(query.cursor, ['integer']);
    const values = [
      companyId,
      filter.action ?? null,
      filter.actorId ?? null,
      filter.subjectId ?? null,
    ];
    const rows = await this.database.query<AuditEvent>(
      `SELECT id, sequence::double precision AS sequence, occurred_at AS "occurredAt", actor_id AS "actorId", action,
         subject_type AS "subjectType", subject_id AS "subjectId", details,
         encode(hash, 'hex') AS hash, encode(previous_hash, 'hex') AS "previousHash"
       FROM audit_events WHERE ${MATCHING} AND ($5::bigint IS NULL OR sequence < $5)
       ORDER BY sequence DESC LIMIT $6`,
      [...values, before?.[0] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM audit_events WHERE ${MATCHING}`,
      values,
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.sequence],
    });
  }

  /** Computes every hash of the chain again, and whether each follows the one before it to the last. */
  async check(companyId: string): Promise<ChainCheck> {
    const [row] = await this.database.query<ChainCheck>(
      `WITH links AS (
         SELECT sequence, hash = audit_event_hash(e)
           AND sequence = COALESCE(lag(sequence) OVER chain, 0) + 1
           AND previous_hash = COALESCE(lag(hash) OVER chain, '') AS is_whole
         FROM audit_events e WHERE company_id = $1 AND sequence IS NOT NULL
         WINDOW chain AS (ORDER BY sequence)),
       counted AS (
         SELECT count(*) AS events, max(sequence) AS last, min(sequence) FILTER (WHERE is_whole IS NOT TRUE) AS broken
         FROM links),
       head AS (SELECT sequence, hash FROM audit_chains WHERE company_id = $1)
       SELECT events::integer, encode(head.hash, 'hex') AS head,
         COALESCE(broken, CASE
           WHEN COALESCE(last, 0) <> COALESCE(head.sequence, 0) THEN LEAST(COALESCE(last, 0), COALESCE(head.sequence, 0)) + 1
           WHEN head.hash <> (SELECT hash FROM audit_events WHERE company_id = $1 AND sequence = last) THEN last
         END)::double precision AS "brokenAt"
       FROM counted LEFT JOIN head ON true`,
      [companyId],
    );
    return row ?? { events: 0, brokenAt: null, head: null };
  }
}
