import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { AnalysesRepository } from './analyses.repository';
import { Analyst } from './analyst';
import { Dossiers } from './dossiers';
import { InterviewQuestionsService } from './interview-questions.service';
import { InsightsController } from './insights.controller';
import { InsightsProcessor } from './insights.processor';
import { InsightsService } from './insights.service';
import { ModelCard } from './model-card';

@Module({
  imports: [JobsModule, MatchingModule, ResumesModule, SkillsModule, TasksModule],
  controllers: [InsightsController],
  providers: [
    AnalysesRepository,
    Analyst,
    Dossiers,
    InsightsProcessor,
    InsightsService,
    InterviewQuestionsService,
    ModelCard,
  ],
  exports: [InterviewQuestionsService],
})
export class InsightsModule {}
