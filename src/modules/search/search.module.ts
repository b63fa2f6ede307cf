import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { SkillsModule } from '../skills';
import { QueryReader } from './query-reader';
import { ResultBuilder } from './result-builder';
import { ResultsRepository } from './results.repository';
import { RetrievalRepository } from './retrieval.repository';
import { SearchController } from './search.controller';
import { SearchService } from './search.service';

@Module({
  imports: [CandidatesModule, SkillsModule],
  controllers: [SearchController],
  providers: [RetrievalRepository, ResultsRepository, QueryReader, ResultBuilder, SearchService],
  exports: [SearchService],
})
export class SearchModule {}
