import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';

/** A time that two people spent at one employer; days are ISO 8601, null when it goes on. */
export interface SharedTime {
  readonly employer: string;
  readonly from: string;
  readonly to: string | null;
  readonly own_title: string | null;
  readonly their_title: string | null;
}

export interface ConnectionRow {
  readonly candidateId: string;
  readonly candidateName: string | null;
  /** 1 for those who worked with the person, 2 for those who worked with one of them. */
  readonly steps: number;
  /** The person in between; null for one step. */
  readonly viaCandidateId: string | null;
  readonly viaCandidateName: string | null;
  /** With the person, or with the one in between. */
  readonly shared: readonly SharedTime[];
  readonly days: number;
}

/** People who had an employer in common at the same time. */
@Injectable()
export class ConnectionsRepository {
  constructor(private readonly database: Database) {}

  /** Nearest first, then those who were together longest. */
  async list(
    companyId: string,
    candidateId: string,
    query: { readonly steps: number; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ConnectionRow>> {
    const after = decodeCursor(query.cursor, ['integer', 'integer', 'uuid']);
    const parameters = [companyId, candidateId, query.steps];
    const rows = await this.database.query<ConnectionRow>(
      `${CONNECTIONS}
       SELECT n.candidate_id AS "candidateId", c.full_name AS "candidateName", n.steps,
         CASE WHEN n.steps > 1 THEN n.via END AS "viaCandidateId",
         CASE WHEN n.steps > 1 THEN v.full_name END AS "viaCandidateName", n.shared, n.days
       FROM nearest n JOIN candidates c ON c.id = n.candidate_id JOIN candidates v ON v.id = n.via
       WHERE $4::bigint IS NULL OR (n.steps, -n.days, n.candidate_id) > ($4::bigint, -$5::bigint, $6::uuid)
       ORDER BY n.steps, n.days DESC, n.candidate_id LIMIT $7`,
      [...parameters, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `${CONNECTIONS} SELECT count(*)::integer AS total FROM nearest`,
      parameters,
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.steps, row.days, row.candidateId],
    });
  }
}

/** An open end counts until today. A person reached over several people is shown over the one with most time. */
const CONNECTIONS = `
  WITH RECURSIVE reached (candidate_id, steps) AS (
    SELECT $2::uuid, 0
    UNION
    SELECT theirs.candidate_id, reached.steps + 1
    FROM reached
    JOIN positions own ON own.candidate_id = reached.candidate_id AND own.company_id = $1
    JOIN positions theirs ON theirs.employer_id = own.employer_id AND theirs.period && own.period
      AND theirs.candidate_id <> own.candidate_id
    WHERE reached.steps < $3::integer),
  closest AS (
    SELECT candidate_id, min(steps) AS steps FROM reached GROUP BY candidate_id),
  links AS (
    SELECT c.candidate_id, c.steps, v.candidate_id AS via,
      sum(COALESCE(upper(theirs.period * own.period), CURRENT_DATE) - lower(theirs.period * own.period))::integer AS days,
      jsonb_agg(jsonb_build_object('employer', e.name, 'from', lower(theirs.period * own.period),
        'to', upper(theirs.period * own.period) - 1, 'own_title', own.title, 'their_title', theirs.title)
        ORDER BY lower(theirs.period * own.period), own.position, theirs.position) AS shared
    FROM closest c
    JOIN closest v ON v.steps = c.steps - 1
    JOIN positions theirs ON theirs.candidate_id = c.candidate_id AND theirs.company_id = $1
    JOIN positions own ON own.candidate_id = v.candidate_id AND own.employer_id = theirs.employer_id
      AND own.period && theirs.period
    JOIN employers e ON e.id = own.employer_id
    GROUP BY c.candidate_id, c.steps, v.candidate_id),
  nearest AS (
    SELECT DISTINCT ON (candidate_id) * FROM links ORDER BY candidate_id, days DESC, via)`;
