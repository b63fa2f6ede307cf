import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { ComparisonSources } from './comparison-sources';
import { ConnectionsRepository } from './connections.repository';
import { FilterReader } from './filter-reader';
import { JobFitRepository } from './job-fit.repository';
import { JobSearchService } from './job-search.service';
import { PeopleSearch } from './people-search';
import { PoolCounts } from './pool-counts';
import { PoolCountsRepository } from './pool-counts.repository';
import { QueryEmbedder } from './query-embedder';
import { QueryReader } from './query-reader';
import { RelationsController } from './relations.controller';
import { ResultBuilder } from './result-builder';
import { ResultsRepository } from './results.repository';
import { Retrieval } from './retrieval';
import { RetrievalRepository } from './retrieval.repository';
import { SavedSearchesController } from './saved-searches.controller';
import { SavedSearchesRepository } from './saved-searches.repository';
import { SavedSearchesService } from './saved-searches.service';
import { SearchController } from './search.controller';
import { SearchRunsController } from './search-runs.controller';
import { SearchRunsRepository } from './search-runs.repository';
import { SearchRunsService } from './search-runs.service';
import { SearchService } from './search.service';
import { VectorModels } from './vector-models';
import { VectorModelsRepository } from './vector-models.repository';
import { WordsRepository } from './words.repository';

@Module({
  imports: [CandidatesModule, JobsModule, ResumesModule, SkillsModule],
  controllers: [
    SearchController,
    RelationsController,
    SearchRunsController,
    SavedSearchesController,
  ],
  providers: [
    RetrievalRepository,
    WordsRepository,
    PoolCountsRepository,
    PoolCounts,
    Retrieval,
    ResultsRepository,
    ConnectionsRepository,
    JobFitRepository,
    SearchRunsRepository,
    SavedSearchesRepository,
    VectorModelsRepository,
    VectorModels,
    QueryEmbedder,
    FilterReader,
    QueryReader,
    ResultBuilder,
    ComparisonSources,
    PeopleSearch,
    SearchService,
    JobSearchService,
    SearchRunsService,
    SavedSearchesService,
  ],
  exports: [PeopleSearch, SearchService],
})
export class SearchModule {}
