import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidateImports } from './candidate-imports';
import { CandidateEntity } from './candidate.entity';
import { CandidatesController } from './candidates.controller';
import { CandidatesRepository } from './candidates.repository';
import { CandidatesService } from './candidates.service';
import { ImportsRepository } from './imports.repository';
import { MergeService } from './merge.service';
import { MergesRepository } from './merges.repository';

@Module({
  imports: [TypeOrmModule.forFeature([CandidateEntity])],
  controllers: [CandidatesController],
  providers: [
    CandidatesRepository,
    MergesRepository,
    CandidatesService,
    MergeService,
    ImportsRepository,
    CandidateImports,
  ],
  exports: [CandidatesService, CandidateImports],
})
export class CandidatesModule {}
