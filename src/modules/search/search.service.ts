import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../common/errors';
import { decodeCursor, encodeCursor } from '../../common/http';
import { QueryEmbedder } from './query-embedder';
import { isEmptyFilter, type SearchFilters } from './domain/filters';
import { fuseRanks } from './domain/fuse-ranks';
import { FilterReader } from './filter-reader';
import { type ReadQuery, QueryReader } from './query-reader';
import { ResultBuilder, type Wanted } from './result-builder';
import { Retrieval, type WordSearchRequest } from './retrieval';
import type { FoundChunk, FoundResume, QueryVector } from './retrieval.repository';
import type { SearchScope } from './filter-sql';
import type { Hit, HitChunk, SearchAnswer, SearchNotice } from './search-result';
import { VectorModels } from './vector-models';

/** Nobody reads further; also the largest `limit`. */
export const MOST_RESULTS = 2000;

/** A resume has several chunks, and the best ones of some stand before any of the others. */
const CHUNKS_PER_RESUME = 4;
const MOST_CHUNKS = 64_000;
/** Each list of a hybrid search is at least so long: fusion looks below the first page. */
const LIST_DEPTH = 200;

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** Searches of a company's resumes by meaning, by filters, and by both with the words. */
@Injectable()
export class SearchService {
  constructor(
    private readonly reader: QueryReader,
    private readonly retrieval: Retrieval,
    private readonly builder: ResultBuilder,
    private readonly embedder: QueryEmbedder,
    private readonly models: VectorModels,
    private readonly filters: FilterReader,
  ) {}

  /** By the passages closest in meaning; operators are words here. @throws SearchQueryError, EmbeddingModelChangedError */
  async semantic(companyId: string, query: string, page: PageRequest): Promise<SearchAnswer> {
    const { leaves, wordsOf, skills } = await this.reader.read(companyId, query);
    const notices = await this.models.noticesOfResumes(companyId);
    const scope = { companyId, filters: {}, textQuery: null };
    const vector = await this.vectorOf(companyId, query);
    const hits = await this.semanticHits(scope, vector, depthOf(page));
    const answer = await this.answer(companyId, hits, page, { leaves, wordsOf, skills });
    return { ...answer, notices };
  }

  /** By what resumes say of skills, employers, schools and so on. @throws ValidationFailedError, NotFoundError */
  async structured(
    companyId: string,
    given: SearchFilters,
    page: PageRequest,
  ): Promise<SearchAnswer> {
    if (isEmptyFilter(given)) {
      throw new ValidationFailedError([{ field: 'filters', message: 'must hold a filter' }]);
    }
    const filters = await this.filters.read(companyId, given);
    const scope = { companyId, filters, textQuery: null };
    const found = await this.retrieval.byFilters(scope, depthOf(page));
    const hits = found.map((one) => ({ ...one, similarityScore: null, ranks: {}, chunks: [] }));
    return this.answer(companyId, hits, page, { filters });
  }

  /**
   * By words, meaning and skills within the filters, fused by reciprocal rank. A query with operators is
   * a condition that every result fulfils. Where no vector can be compared, words and skills are left.
   *
   * @throws SearchQueryError, ValidationFailedError, NotFoundError
   */
  async hybrid(
    companyId: string,
    query: string,
    given: SearchFilters,
    page: PageRequest,
  ): Promise<SearchAnswer> {
    const { hits, wanted, notices } = await this.fused(companyId, query, given, depthOf(page));
    return { ...(await this.answer(companyId, hits, page, wanted)), notices };
  }

  /** The same resumes in the same order, without what is shown of them. */
  async hybridIds(
    companyId: string,
    query: string,
    given: SearchFilters,
  ): Promise<readonly string[]> {
    const { hits } = await this.fused(companyId, query, given, LIST_DEPTH);
    return hits.map(({ resumeId }) => resumeId);
  }

  private async fused(
    companyId: string,
    query: string,
    given: SearchFilters,
    wantedDepth: number,
  ): Promise<{ hits: readonly Hit[]; wanted: Wanted; notices: readonly SearchNotice[] }> {
    const filters = await this.filters.read(companyId, given);
    const read = await this.reader.read(companyId, query);
    const scope = { companyId, filters, textQuery: read.condition };
    const depth = Math.min(MOST_RESULTS, Math.max(LIST_DEPTH, 2 * wantedDepth));
    const meaning = await this.models.meaningFor(companyId);
    // The skills need no vector, which is computed beside them.
    const vector = meaning.isSearched ? this.vectorOf(companyId, read.text) : Promise.resolve(null);
    const [text, semantic, skills] = await Promise.all([
      vector.then((known) => this.textList(scope, read, { vector: known, limit: depth })),
      vector.then((known) => (known === null ? [] : this.semanticHits(scope, known, depth))),
      this.retrieval.bySkills(scope, read.skills, depth),
    ]);
    const byId = new Map(semantic.map((hit) => [hit.resumeId, hit]));
    const fused = fuseRanks({
      text: idsOf(text),
      semantic: semantic.map((hit) => hit.resumeId),
      skills: idsOf(skills),
    });
    const hits = fused.map(({ id, score, ranks }) => ({
      resumeId: id,
      score,
      similarityScore: byId.get(id)?.similarityScore ?? null,
      ranks,
      chunks: byId.get(id)?.chunks ?? [],
    }));
    return { hits, wanted: { filters, ...read }, notices: meaning.notices };
  }

  private textList(
    scope: SearchScope,
    read: ReadQuery,
    request: WordSearchRequest,
  ): Promise<readonly FoundResume[]> {
    return read.condition === null
      ? this.retrieval.byTerms(scope, read.terms, request)
      : this.retrieval.byCondition(scope, read.condition, request);
  }

  private async vectorOf(companyId: string, text: string): Promise<QueryVector> {
    return {
      vector: await this.embedder.embed(companyId, text),
      model: this.embedder.modelName,
    };
  }

  /** Resumes by their closest chunk. */
  private async semanticHits(
    scope: SearchScope,
    vector: QueryVector,
    wanted: number,
  ): Promise<Hit[]> {
    for (let limit = wanted * CHUNKS_PER_RESUME; ; limit *= CHUNKS_PER_RESUME) {
      const chunks = await this.retrieval.chunks(scope, { ...vector, limit });
      const hits = hitsOf(chunks);
      if (hits.length >= wanted || chunks.length < limit || limit >= MOST_CHUNKS) {
        return hits.slice(0, wanted);
      }
    }
  }

  private async answer(
    companyId: string,
    hits: readonly Hit[],
    page: PageRequest,
    wanted: Wanted,
  ): Promise<SearchAnswer> {
    const after = decodeCursor(page.cursor, ['number', 'string']);
    const rest = after === null ? hits : hits.filter((hit) => isAfter(hit, after));
    const shown = rest.slice(0, page.limit);
    const last = shown.at(-1);
    const hasMore = rest.length > page.limit && last !== undefined;
    return {
      results: await this.builder.build(companyId, shown, wanted),
      notices: [],
      nextCursor: hasMore ? encodeCursor([last.score, last.resumeId]) : null,
    };
  }
}

/** One more than the page, to know whether there is another; all that can be read when it is not the first. */
function depthOf({ limit, cursor }: PageRequest): number {
  return cursor === undefined ? Math.min(MOST_RESULTS, limit + 1) : MOST_RESULTS;
}

function isAfter(hit: Hit, [score, id]: readonly (string | number)[]): boolean {
  return hit.score < Number(score) || (hit.score === score && hit.resumeId > String(id));
}

function idsOf(found: readonly FoundResume[]): readonly string[] {
  return found.map((one) => one.resumeId);
}

function hitsOf(chunks: readonly FoundChunk[]): Hit[] {
  const byResume = new Map<string, { similarityScore: number; chunks: HitChunk[] }>();
  for (const { resumeId, ...chunk } of chunks) {
    const known = byResume.get(resumeId);
    if (known === undefined) {
      byResume.set(resumeId, { similarityScore: chunk.similarityScore, chunks: [chunk] });
    } else {
      known.chunks.push(chunk);
    }
  }
  return [...byResume]
    .map(([resumeId, found]) => ({
      resumeId,
      score: found.similarityScore,
      ranks: {},
      ...found,
    }))
    .sort((a, b) => b.score - a.score || (a.resumeId < b.resumeId ? -1 : 1));
}
