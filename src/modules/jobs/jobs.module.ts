import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompaniesModule } from '../companies';
import { SkillsModule } from '../skills';
import { UsersModule } from '../users';
import { JobEmbedder } from './job-embedder';
import { JobPeople } from './job-people';
import { JobReader } from './job-reader';
import { JobRequirements } from './job-requirements';
import { JobSkillChanges } from './job-skill-changes';
import { JobEntity, JobSkillEntity } from './job.entity';
import { JobVectors } from './job-vectors';
import { JobVectorsRepository } from './job-vectors.repository';
import { JobsController } from './jobs.controller';
import { JobsRepository } from './jobs.repository';
import { JobsService } from './jobs.service';
import { JobStagesController } from './stages/job-stages.controller';
import { JobStagesRepository } from './stages/job-stages.repository';
import { JobStagesService } from './stages/job-stages.service';
import { JobTeamController } from './team/job-team.controller';
import { JobTeamRepository } from './team/job-team.repository';
import { JobTeamService } from './team/job-team.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([JobEntity, JobSkillEntity]),
    CompaniesModule,
    SkillsModule,
    UsersModule,
  ],
  controllers: [JobsController, JobStagesController, JobTeamController],
  providers: [
    JobsRepository,
    JobEmbedder,
    JobPeople,
    JobReader,
    JobRequirements,
    JobSkillChanges,
    JobsService,
    JobStagesRepository,
    JobStagesService,
    JobTeamRepository,
    JobTeamService,
    JobVectorsRepository,
    JobVectors,
  ],
  exports: [JobReader, JobsService, JobSkillChanges, JobStagesService, JobVectors],
})
export class JobsModule {}
