import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { ResumeParser } from './parsing/resume-parser';
import { ResumeAccessRepository } from './resume-access.repository';
import { ResumeEmbedder } from './resume-embedder';
import { ResumeGraphRepository } from './resume-graph.repository';
import { ResumeOriginals } from './resume-originals';
import { ResumeReading } from './resume-reading';
import { ResumeRemoval } from './resume-removal';
import { ResumeSkills } from './resume-skills';
import { ResumeSkillsProcessor } from './resume-skills.processor';
import { ResumeSkillsRepository } from './resume-skills.repository';
import { ResumeEntity } from './resume.entity';
import { ResumeVectors } from './resume-vectors';
import { ResumeVectorsRepository } from './resume-vectors.repository';
import { ResumesController } from './resumes.controller';
import { ResumesRepository } from './resumes.repository';
import { ResumesService } from './resumes.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([ResumeEntity]),
    CandidatesModule,
    JobsModule,
    SkillsModule,
    TasksModule,
  ],
  controllers: [ResumesController],
  providers: [
    ResumesRepository,
    ResumeGraphRepository,
    ResumeParser,
    ResumeEmbedder,
    ResumeSkillsRepository,
    ResumeSkills,
    ResumeSkillsProcessor,
    ResumesService,
    ResumeAccessRepository,
    ResumeOriginals,
    ResumeReading,
    ResumeRemoval,
    ResumeVectorsRepository,
    ResumeVectors,
  ],
  exports: [ResumesService, ResumeOriginals, ResumeVectors],
})
export class ResumesModule {}
