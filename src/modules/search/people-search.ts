import { Injectable } from '@nestjs/common';
import { type SearchFilters } from './domain/filters';
import { FilterReader } from './filter-reader';
import { QueryEmbedder } from './query-embedder';
import { ResultsRepository, type SkillRow } from './results.repository';
import { Retrieval } from './retrieval';
import type { FoundChunk } from './retrieval.repository';
import { MOST_RESULTS, SearchService } from './search.service';

/** Resumes as such, for those who show them in their own way. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly search: SearchService,
    private readonly filters: FilterReader,
    private readonly retrieval: Retrieval,
    private readonly results: ResultsRepository,
    private readonly embedder: QueryEmbedder,
  ) {}

  /** Ids of those that pass the filters, strongest evidence first; at most `MOST_RESULTS`. @throws ValidationFailedError */
  async byFilters(companyId: string, given: SearchFilters): Promise<readonly string[]> {
    const filters = await this.filters.read(companyId, given);
    const found = await this.retrieval.byFilters(
      { companyId, filters, textQuery: null },
      MOST_RESULTS,
    );
    return found.map(({ resumeId }) => resumeId);
  }

  /** Ids by words and meaning, best first. @throws SearchQueryError, ValidationFailedError */
  byText(companyId: string, query: string, filters: SearchFilters): Promise<readonly string[]> {
    return this.search.hybridIds(companyId, query, filters);
  }

  /** What these resumes have of the skills, in canonical names. */
  skillsOf(
    companyId: string,
    resumeIds: readonly string[],
    skills: readonly string[],
  ): Promise<readonly SkillRow[]> {
    return this.results.skills(companyId, resumeIds, skills);
  }

  /** The chunks of these resumes, those closest in meaning to a text first. */
  async chunksOf(
    companyId: string,
    resumeIds: readonly string[],
    text: string,
  ): Promise<readonly FoundChunk[]> {
    const vector = await this.embedder.embed(companyId, text);
    return this.retrieval.chunksOf(companyId, resumeIds, {
      vector,
      model: this.embedder.modelName,
    });
  }
}
