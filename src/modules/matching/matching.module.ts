import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { ComparisonController } from './comparison.controller';
import { JobCandidatesService } from './job-candidates.service';
import { JobListener } from './job-listener';
import { MatchComparison } from './match-comparison';
import { MatchReasons } from './match-reasons';
import { MatchScorer } from './match-scorer';
import { MatchEntity, StatusChangeEntity } from './match.entity';
import { MatchesRepository } from './matches.repository';
import { MatchingController } from './matching.controller';
import { MatchingProcessor } from './matching.processor';
import { MatchingService } from './matching.service';
import { PoolRanker } from './pool-ranker';
import { RankedCandidatesService } from './ranked-candidates.service';
import { RankedListRepository } from './ranked-list.repository';
import { RankedPages } from './ranked-pages';
import { ReasonsRepository } from './reasons.repository';
import { Reembedding } from './reembedding';
import { ScoringRepository } from './scoring.repository';

@Module({
  imports: [
    TypeOrmModule.forFeature([MatchEntity, StatusChangeEntity]),
    JobsModule,
    ResumesModule,
    SkillsModule,
    TasksModule,
  ],
  controllers: [ComparisonController, MatchingController],
  providers: [
    MatchesRepository,
    RankedListRepository,
    RankedPages,
    ScoringRepository,
    ReasonsRepository,
    MatchScorer,
    MatchReasons,
    MatchComparison,
    PoolRanker,
    MatchingService,
    JobCandidatesService,
    RankedCandidatesService,
    MatchingProcessor,
    JobListener,
    Reembedding,
  ],
  exports: [JobCandidatesService, MatchingService, Reembedding],
})
export class MatchingModule {}
