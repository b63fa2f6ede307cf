import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { ConnectionsRepository } from './connections.repository';
import { JobFitRepository } from './job-fit.repository';
import { JobSearchService } from './job-search.service';
import { QueryEmbedder } from './query-embedder';
import { QueryReader } from './query-reader';
import { RelationsController } from './relations.controller';
import { ResultBuilder } from './result-builder';
import { ResultsRepository } from './results.repository';
import { ResumeOwners } from './resume-owners';
import { RetrievalRepository } from './retrieval.repository';
import { SavedSearchesController } from './saved-searches.controller';
import { SavedSearchesRepository } from './saved-searches.repository';
import { SavedSearchesService } from './saved-searches.service';
import { SearchController } from './search.controller';
import { SearchRunsController } from './search-runs.controller';
import { SearchRunsRepository } from './search-runs.repository';
import { SearchRunsService } from './search-runs.service';
import { SearchService } from './search.service';

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
    ResultsRepository,
    ConnectionsRepository,
    JobFitRepository,
    SearchRunsRepository,
    SavedSearchesRepository,
    QueryEmbedder,
    QueryReader,
    ResultBuilder,
    ResumeOwners,
    SearchService,
    JobSearchService,
    SearchRunsService,
    SavedSearchesService,
  ],
  exports: [SearchService],
})
export class SearchModule {}
