import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityLog } from './activity/activity-log';
import { BelongingsRepository } from './belongings.repository';
import { CandidateImports } from './candidate-imports';
import { CandidateEntity } from './candidate.entity';
import { CandidatesController } from './candidates.controller';
import { CandidatesRepository } from './candidates.repository';
import { CandidatesService } from './candidates.service';
import { ImportsRepository } from './imports.repository';
import { MergeService } from './merge.service';
import { MergesRepository } from './merges.repository';
import { CandidateSources } from './sources/candidate-sources';

@Module({
  imports: [TypeOrmModule.forFeature([CandidateEntity])],
  controllers: [CandidatesController],
  providers: [
    ActivityLog,
    BelongingsRepository,
    CandidatesRepository,
    CandidateSources,
    MergesRepository,
    CandidatesService,
    MergeService,
    ImportsRepository,
    CandidateImports,
  ],
  exports: [ActivityLog, CandidatesService, CandidateSources, CandidateImports],
})
export class CandidatesModule {}
