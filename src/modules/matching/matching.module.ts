import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { JobCandidatesService } from './job-candidates.service';
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
import { ScoringRepository } from './scoring.repository';

@Module({
  imports: [
    TypeOrmModule.forFeature([MatchEntity, StatusChangeEntity]),
    JobsModule,
    ResumesModule,
    SkillsModule,
    TasksModule,
  ],
  controllers: [MatchingController],
  providers: [
    MatchesRepository,
    RankedListRepository,
    ScoringRepository,
    MatchScorer,
    MatchReasons,
    PoolRanker,
    MatchingService,
    JobCandidatesService,
    RankedCandidatesService,
    MatchingProcessor,
  ],
  exports: [MatchingService],
})
export class MatchingModule {}
