import { Injectable } from '@nestjs/common';
import { rarity } from './domain/rarity';
import { wordQuery } from './domain/word-weights';
import type { SearchScope } from './filter-sql';
import { PoolCounts } from './pool-counts';
import {
  type FoundChunk,
  type FoundResume,
  type QueryVector,
  RetrievalRepository,
} from './retrieval.repository';
import { type WordCondition, WordsRepository } from './words.repository';

/**
 * So many texts are ranked by their words. What more resumes hold says little by itself: of those, the nearest in
 * meaning are ranked, so that a search costs the same in a pool of any size.
 */
const MOST_RANKED = 1000;

export interface WordSearchRequest {
  /** The query's meaning; null where no vector can be compared: the newest are ranked instead. */
  readonly vector: QueryVector | null;
  readonly limit: number;
}

/** The lists of resumes that searches are made of: by vector, by words, by skill, by filter alone. */
@Injectable()
export class Retrieval {
  constructor(
    private readonly repository: RetrievalRepository,
    private readonly words: WordsRepository,
    private readonly counts: PoolCounts,
  ) {}

  /** The chunks closest to a vector, closest first. */
  chunks(
    scope: SearchScope,
    query: QueryVector & { readonly limit: number },
  ): Promise<readonly FoundChunk[]> {
    return this.repository.chunks(scope, query);
  }

  /** Every chunk of these resumes that a vector can be compared with, closest first. */
  chunksOf(
    companyId: string,
    resumeIds: readonly string[],
    query: QueryVector,
  ): Promise<readonly FoundChunk[]> {
    return this.repository.chunksOf(companyId, resumeIds, query);
  }

  /** The resumes closest to a vector as a whole, closest first. */
  resumes(
    scope: SearchScope,
    query: QueryVector & { readonly limit: number },
  ): Promise<readonly FoundResume[]> {
    return this.repository.resumes(scope, query);
  }

  /** Resumes that pass the filters, those with the strongest evidence first. */
  byFilters(scope: SearchScope, limit: number): Promise<readonly FoundResume[]> {
    return this.repository.byFilters(scope, limit);
  }

  /** Resumes that have any of the skills, by their canonical names: those with more and rarer ones first. */
  async bySkills(
    scope: SearchScope,
    skills: readonly string[],
    limit: number,
  ): Promise<readonly FoundResume[]> {
    if (skills.length === 0) {
      return [];
    }
    const keys = [...new Set(skills.map((skill) => skill.toLowerCase()))];
    const frequencies = await this.counts.withSkills(scope.companyId, keys);
    const poolSize = await this.counts.size(scope.companyId);
    const weighed = keys.map((key, index) => ({
      key,
      weight: rarity(frequencies[index] ?? 0, poolSize),
    }));
    return this.repository.bySkills(scope, weighed, limit);
  }

  /**
   * Resumes that hold any of the terms, best first: each term counts by its rarity in the company and by
   * the weightiest place that holds it. Who holds too little of the query was not found by its words, and words
   * that most resumes have find nobody (`domain/word-weights.ts`).
   */
  async byTerms(
    scope: SearchScope,
    terms: readonly string[],
    request: WordSearchRequest,
  ): Promise<readonly FoundResume[]> {
    const { companyId } = scope;
    const frequencies = await this.counts.withWords(companyId, terms);
    const counted = terms.map((term, index) => ({ term, frequency: frequencies[index] ?? 0 }));
    const query = wordQuery(counted, await this.counts.size(companyId));
    const { condition, mostMatches } = query;
    if (condition === null) {
      return [];
    }
    const ids = await this.idsToRank(scope, { condition, mostMatches }, request);
    return this.words.rankedByTerms(ids, query, request.limit);
  }

  /** Resumes that fulfil a condition, those first that hold its words often and in weighty places. */
  async byCondition(
    scope: SearchScope,
    condition: string,
    request: WordSearchRequest,
  ): Promise<readonly FoundResume[]> {
    const [mostMatches = 0] = await this.counts.withWords(scope.companyId, [condition]);
    // As a filter its words would be looked at in every row, beside their index.
    const others = { ...scope, textQuery: null };
    const ids = await this.idsToRank(others, { condition, mostMatches }, request);
    return this.words.rankedByCondition(ids, condition, request.limit);
  }

  private idsToRank(
    scope: SearchScope,
    condition: WordCondition,
    { vector, limit }: WordSearchRequest,
  ): Promise<readonly string[]> {
    const most = Math.max(MOST_RANKED, limit);
    return vector === null || condition.mostMatches <= most
      ? this.words.newestHolding(scope, condition, most)
      : this.words.nearestHolding(scope, condition, { ...vector, limit: most });
  }
}
