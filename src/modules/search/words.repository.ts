import { Injectable } from '@nestjs/common';
import { Database, VectorIndex, vectorParameter, type VectorScan } from '../../platform/database';
import type { WordQuery } from './domain/word-weights';
import type { Word } from './domain/ts-query';
import { FILTER, FROM_RESUMES, filterParameters, type SearchScope } from './filter-sql';
import type { FoundResume, QueryVector } from './retrieval.repository';

/**
 * PostgreSQL takes reading a text's words for as cheap as comparing two numbers, and reads all texts where their index
 * is many times faster. It cannot when it does not see how many have the words.
 */
const HELD = `r.search_vector @@ (SELECT $15::tsquery)`;

/** With the vectors' index it is the other way round: it is read in its order, and words are looked at. */
const HELD_BY_ROW = `(r.search_vector @@ $15::tsquery) IS TRUE`;

const NEAREST =
  (held: string) =>
  ({ condition, nearestFirst }: VectorScan): string => `
  SELECT r.id ${FROM_RESUMES} WHERE ${condition} AND ${FILTER} AND ${held} AND r.embedding_model = $17 AND r.embedding IS NOT NULL
  ORDER BY ${nearestFirst('r.embedding <=> $16::vector')} LIMIT $18`;

/** Above so many, those nearest in meaning are found faster by the vectors' index than by comparing all. */
const MOST_COMPARED = 50_000;

export interface WordCondition {
  /** A `::tsquery`. */
  readonly condition: string;
  /** At least as many resumes of the company as fulfil it. */
  readonly mostMatches: number;
}

/** Resumes by the words of their text, through its index. */
@Injectable()
export class WordsRepository {
  constructor(
    private readonly database: Database,
    private readonly index: VectorIndex,
  ) {}

  /** The words of each text as the full-text index has them. */
  async words(texts: readonly string[]): Promise<ReadonlyMap<string, readonly Word[]>> {
    const rows = await this.database.query<{ text: string; words: Word[] }>(
      `SELECT text, (
         SELECT COALESCE(jsonb_agg(jsonb_build_object('word', word,
           'stem', COALESCE((ts_lexize('shortlist_stem', word))[1], word)) ORDER BY at), '[]')
         FROM regexp_split_to_table(search_text(text), ' ') WITH ORDINALITY AS split (word, at) WHERE word <> '') AS words
       FROM unnest($1::text[]) AS text`,
      [[...new Set(texts)]],
    );
    return new Map(rows.map((row) => [row.text, row.words]));
  }

  /** Ids of the resumes that fulfil the condition, the newest first. */
  async newestHolding(
    scope: SearchScope,
    { condition }: WordCondition,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT r.id ${FROM_RESUMES} WHERE ${FILTER} AND ${HELD} ORDER BY r.created_at DESC, r.id LIMIT $16`,
      [...filterParameters(scope), condition, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of those of them that are nearest to a vector. */
  async nearestHolding(
    scope: SearchScope,
    { condition, mostMatches }: WordCondition,
    { vector, model, limit }: QueryVector & { readonly limit: number },
  ): Promise<string[]> {
    const rows = await this.index.nearest<{ id: string }>({
      table: 'resumes',
      companyId: scope.companyId,
      statement: NEAREST(mostMatches > MOST_COMPARED ? HELD_BY_ROW : HELD),
      parameters: [...filterParameters(scope), condition, vectorParameter(vector), model, limit],
      limit,
      isSelective: mostMatches <= MOST_COMPARED,
    });
    return rows.map(({ id }) => id);
  }

  /**
   * Of these resumes those that hold enough of the terms: each counts by its weight and by the weightiest place that
   * holds it. A text is taken out of its compressed form once and not for every term.
   */
  rankedByTerms(
    ids: readonly string[],
    { terms, leastWeight }: Pick<WordQuery, 'terms' | 'leastWeight'>,
    limit: number,
  ): Promise<FoundResume[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId", held.score FROM resumes r CROSS JOIN LATERAL (
         SELECT sum(weight) AS weight, sum(weight * (0.4 + 0.6 * ts_rank('{0.3, 0.5, 0.8, 1}', words, term::tsquery, 0))) AS score
         FROM (SELECT r.search_vector || ''::tsvector AS words OFFSET 0) AS unpacked,
           unnest($2::text[], $3::double precision[]) AS asked (term, weight)
         WHERE words @@ term::tsquery) AS held
       WHERE r.id = ANY($1) AND held.weight >= $4 ORDER BY held.score DESC, r.id LIMIT $5`,
      [ids, terms.map(({ term }) => term), terms.map(({ weight }) => weight), leastWeight, limit],
    );
  }

  /** These resumes, those first that hold the condition's words often and in weighty places. */
  rankedByCondition(
    ids: readonly string[],
    condition: string,
    limit: number,
  ): Promise<FoundResume[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId", ts_rank_cd(r.search_vector, $2::tsquery, 32) AS score
       FROM resumes r WHERE r.id = ANY($1) ORDER BY score DESC, r.id LIMIT $3`,
      [ids, condition, limit],
    );
  }
}
