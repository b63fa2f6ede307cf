import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { UsersModule } from '../users';
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
import { AssignmentReleases } from './pipeline/assignment-releases';
import { AssignmentsService } from './pipeline/assignments.service';
import { DecisionHistory } from './pipeline/decision-history';
import { DecisionMaker } from './pipeline/decision-maker';
import { DecisionsRepository } from './pipeline/decisions.repository';
import { DecisionsService } from './pipeline/decisions.service';
import { PipelineController } from './pipeline/pipeline.controller';
import { PoolRanker } from './pool-ranker';
import { RankedCandidatesService } from './ranked-candidates.service';
import { RankedListRepository } from './ranked-list.repository';
import { RankedPages } from './ranked-pages';
import { ReasonsRepository } from './reasons.repository';
import { Reembedding } from './reembedding';
import { RejectionReasonsController } from './rejection-reasons/rejection-reasons.controller';
import { RejectionReasonsRepository } from './rejection-reasons/rejection-reasons.repository';
import { RejectionReasonsService } from './rejection-reasons/rejection-reasons.service';
import { ScoringRepository } from './scoring.repository';

@Module({
  imports: [
    TypeOrmModule.forFeature([MatchEntity, StatusChangeEntity]),
    CandidatesModule,
    JobsModule,
    ResumesModule,
    SkillsModule,
    TasksModule,
    UsersModule,
  ],
  controllers: [
    ComparisonController,
    MatchingController,
    PipelineController,
    RejectionReasonsController,
  ],
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
    RejectionReasonsRepository,
    RejectionReasonsService,
    DecisionsRepository,
    DecisionMaker,
    DecisionsService,
    DecisionHistory,
    AssignmentsService,
    AssignmentReleases,
  ],
  exports: [DecisionsService, JobCandidatesService, MatchingService, Reembedding],
})
export class MatchingModule {}
