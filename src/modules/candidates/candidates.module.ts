import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidateEntity } from './candidate.entity';
import { CandidatesController } from './candidates.controller';
import { CandidatesRepository } from './candidates.repository';
import { CandidatesService } from './candidates.service';
import { MergeService } from './merge.service';
import { MergesRepository } from './merges.repository';

@Module({
  imports: [TypeOrmModule.forFeature([CandidateEntity])],
  controllers: [CandidatesController],
  providers: [CandidatesRepository, MergesRepository, CandidatesService, MergeService],
  exports: [CandidatesService],
})
export class CandidatesModule {}
