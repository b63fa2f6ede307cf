import { Injectable } from '@nestjs/common';
import type { CursorPart } from '../../common/http';
import { Database } from '../../platform/database';
import type { MatchFilter, MatchSort } from './candidate-filters';
import type { RankingCursor } from './ranking-cursor';

/** A place on a page: whose, and the resume's place among all of the job's results by match score. */
export interface RankedEntry {
  readonly resumeId: string;
  readonly rank: number;
}

/** One page of a ranked list without its rows' contents. */
export interface RankedEntries {
  readonly entries: readonly RankedEntry[];
  /** What the next page starts after; null when this one is the last. */
  readonly next: RankingCursor | null;
  readonly total: number;
}

export interface RankedListQuery {
  readonly filter: MatchFilter;
  readonly sort: MatchSort;
  readonly limit: number;
  readonly after: RankingCursor | null;
}

interface Order {
  /** What sorts; never null. */
  readonly key: string;
  /** The same before the scores changed, for orders that follow them. */
  readonly priorKey?: string;
  readonly direction: 'ASC' | 'DESC';
  readonly type: 'double precision' | 'text' | 'timestamptz';
  readonly keyPart: CursorPart;
}

/** What has no value sorts last: below every number, and above every name by the last character there is. */
const LAST_NAME = String.raw`U&'\+10FFFF'`;

const score = (column: string): Order => ({
  key: `m.${column}`,
  priorKey: `m.prior_${column}`,
  direction: 'DESC',
  type: 'double precision',
  keyPart: 'number',
});

const ORDERS: Readonly<Record<MatchSort, Order>> = {
  match_score: score('match_score'),
  similarity_score: score('similarity_score'),
  skill_match_score: {
    ...score('skill_match_score'),
    key: 'COALESCE(m.skill_match_score, -1)',
    priorKey: 'COALESCE(m.prior_skill_match_score, -1)',
  },
  name: {
    key: `COALESCE(NULLIF(c.name_words, ''), ${LAST_NAME})`,
    direction: 'ASC',
    type: 'text',
    keyPart: 'string',
  },
  years_of_experience: {
    key: 'COALESCE(r.years_of_experience, -1)',
    direction: 'DESC',
    type: 'double precision',
    keyPart: 'number',
  },
  created_at: {
    key: 'm.created_at',
    direction: 'DESC',
    type: 'timestamptz',
    keyPart: 'timestamp',
  },
};

/**
 * Constant text: PostgreSQL drops the parts whose parameter is null when it plans, and then the joins that
 * nothing needs. What does not depend on the row stands in a subquery, which runs once.
 */
const FROM_FILTERED = `
  FROM match_results m LEFT JOIN resumes r ON r.id = m.resume_id LEFT JOIN candidates c ON c.id = r.candidate_id
  WHERE m.company_id = $1 AND m.job_id = $2
    AND ($3::text[] IS NULL OR m.status = ANY($3::text[]))
    AND ($4::text IS NULL OR m.source = $4)
    AND ($5::double precision IS NULL OR m.match_score >= $5)
    AND ($6::double precision IS NULL OR m.match_score <= $6)
    AND (NOT $7::boolean OR m.matched_skills @> ARRAY(
      SELECT q.skill FROM job_skills q WHERE q.job_id = $2 AND q.must_have))
    AND ($8::double precision IS NULL OR r.years_of_experience >= $8)
    AND ($9::double precision IS NULL OR r.years_of_experience <= $9)
    AND ($10::text IS NULL OR ' ' || c.location_words || ' ' LIKE '% ' || search_text($10) || ' %')
    AND ($11::text IS NULL OR ' ' || c.name_words LIKE ALL (ARRAY(
      SELECT '% ' || word || '%' FROM regexp_split_to_table(search_text($11), ' ') AS word)))
    AND ($12::text[] IS NULL OR $13::integer <= (
      SELECT count(*) FROM resume_skills s WHERE s.resume_id = m.resume_id AND s.skill = ANY($12::text[])))
    AND ($14::text[] IS NULL OR NOT EXISTS (
      SELECT FROM resume_skills s WHERE s.resume_id = m.resume_id AND s.skill = ANY($14::text[])))
    AND ($15::uuid IS NULL OR m.stage_id = $15)
    AND ($16::uuid IS NULL OR m.assigned_to = $16)`;

/** What the first page saw of a row: that it was there, and its scores. */
const WAS_THERE = 'was_seen(m.added_in, $20::pg_snapshot)';
const IS_UNCHANGED = 'was_seen(m.scored_in, $20::pg_snapshot)';
/** By index: only what a transaction wrote that the first page did not see. */
const IS_CHANGED_ONCE = `m.scored_in >= pg_snapshot_xmin($20::pg_snapshot)
    AND NOT ${IS_UNCHANGED} AND was_seen(m.prior_scored_in, $20::pg_snapshot)`;

/** The pages of a job's results: which, in which order, and at which places. */
@Injectable()
export class RankedListRepository {
  constructor(private readonly database: Database) {}

  /** What kind of value a cursor of this order holds. */
  keyPart(sort: MatchSort): CursorPart {
    return ORDERS[sort].keyPart;
  }

  /** Another one after every commit that may change a list of the company (docs/adr/0016). */
  async generation(companyId: string): Promise<string> {
    const [row] = await this.database.query<{ generation: string }>(
      'SELECT generation FROM ranking_generations WHERE company_id = $1',
      [companyId],
    );
    return row?.generation ?? '0';
  }

  async page(companyId: string, jobId: string, query: RankedListQuery): Promise<RankedEntries> {
    const { after, limit, sort } = query;
    const rows = await this.database.query<{
      resumeId: string;
      key: string | number | Date;
      rank: number;
      snapshot: string;
      total: number;
    }>(after === null ? firstPage(ORDERS[sort], query.filter) : laterPage(ORDERS[sort]), [
      companyId,
      jobId,
      ...filterParameters(query.filter),
      limit + 1,
      ...(after === null ? [] : [after.key, after.resumeId, after.snapshot]),
    ]);
    const total = after?.total ?? rows[0]?.total ?? 0;
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      entries: page.map(({ resumeId, rank }) => ({ resumeId, rank })),
      next:
        rows.length <= limit || last === undefined
          ? null
          : {
              snapshot: after?.snapshot ?? last.snapshot,
              total,
              key: last.key instanceof Date ? last.key.toISOString() : last.key,
              resumeId: last.resumeId,
            },
      total,
    };
  }
}

/** In the order of the conditions above, from $3 on. */
function filterParameters(filter: MatchFilter): readonly unknown[] {
  const { skills, skillsMode } = filter;
  return [
    filter.statuses ?? null,
    filter.source ?? null,
    filter.minScore ?? null,
    filter.maxScore ?? null,
    filter.mustHave ?? false,
    filter.minYears ?? null,
    filter.maxYears ?? null,
    filter.location ?? null,
    filter.name ?? null,
    skills ?? null,
    skillsMode === 'any' ? 1 : (skills?.length ?? 0),
    filter.excludedSkills ?? null,
    filter.stageId ?? null,
    filter.assignedTo ?? null,
  ];
}

/**
 * In the order of now, which the snapshot in the answer keeps for the pages after it. By the results alone an
 * index gives the page and another the total; what must look at every person is done once for both.
 */
function firstPage(order: Order, filter: MatchFilter): string {
  const rows = `SELECT m.resume_id, m.match_score, ${order.key} AS key ${FROM_FILTERED}`;
  const snapshot = 'pg_current_snapshot()::text AS snapshot';
  if (!readsPeople(filter)) {
    const total = `(SELECT count(*)::integer ${FROM_FILTERED}) AS total`;
    return withRanks(`${rows} ${ordered(order)}`, order, `${snapshot}, ${total}`);
  }
  const total = '(SELECT count(*)::integer FROM found) AS total';
  const page = `SELECT * FROM found ${ordered(order)}`;
  return withRanks(page, order, `${snapshot}, ${total}`, `found AS MATERIALIZED (${rows}),`);
}

/** Whether a condition is about the person or the resume and not about the result. */
function readsPeople(filter: MatchFilter): boolean {
  const { minYears, maxYears, location, name, skills, excludedSkills } = filter;
  const conditions = [minYears, maxYears, location, name, skills, excludedSkills];
  return conditions.some((condition) => condition !== undefined);
}

/**
 * In the order that the first page saw: who came since is left out, and who was scored again since keeps
 * the place of the scores before. Who was scored twice since is left out too: the place is not known any more.
 */
function laterPage(order: Order): string {
  const { key, priorKey } = order;
  const part = (by: string, condition: string): string =>
    `(SELECT m.resume_id, m.match_score, ${by} AS key ${FROM_FILTERED}
      AND ${condition} AND ${isAfter(by, order)} ${ordered(order)})`;
  const unchanged = part(key, priorKey === undefined ? WAS_THERE : IS_UNCHANGED);
  const page =
    priorKey === undefined
      ? unchanged
      : `SELECT * FROM (${unchanged} UNION ALL ${part(priorKey, IS_CHANGED_ONCE)}) AS m ${ordered(order)}`;
  return withRanks(page, order, `NULL AS snapshot, NULL AS total`);
}

/** The range condition is for the index; the rest of it takes apart what has the same key. */
function isAfter(by: string, { direction, type }: Order): string {
  const [orEqual, strictly] = direction === 'DESC' ? ['<=', '<'] : ['>=', '>'];
  return `${by} ${orEqual} $18::${type} AND (${by} ${strictly} $18::${type} OR m.resume_id > $19::uuid)`;
}

function ordered({ direction }: Order): string {
  return `ORDER BY key ${direction}, resume_id LIMIT $17`;
}

/** Ranks are counted among all of the job's results, down to the lowest score on the page. */
function withRanks(page: string, order: Order, more: string, before = ''): string {
  return `WITH ${before} page AS MATERIALIZED (${page}),
    ranked AS (
      SELECT resume_id, row_number() OVER (ORDER BY match_score DESC, resume_id)::integer AS rank
      FROM match_results WHERE job_id = $2 AND match_score >= (SELECT min(match_score) FROM page))
    SELECT page.resume_id AS "resumeId", page.key, ranked.rank, ${more}
    FROM page JOIN ranked USING (resume_id) ORDER BY page.key ${order.direction}, page.resume_id`;
}
