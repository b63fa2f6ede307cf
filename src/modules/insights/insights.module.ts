import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { SkillsModule } from '../skills';
import { TasksModule } from '../tasks';
import { AiSettingsController } from './company-model/ai-settings.controller';
import { AiSettingsRepository } from './company-model/ai-settings.repository';
import { AiSettingsService } from './company-model/ai-settings.service';
import { AiUsageRepository } from './company-model/ai-usage.repository';
import { CompanyModel } from './company-model/company-model';
import { AnalysesRepository } from './analyses.repository';
import { Analyst } from './analyst';
import { Dossiers } from './dossiers';
import { InterviewQuestionsService } from './interview-questions.service';
import { InsightsController } from './insights.controller';
import { InsightsProcessor } from './insights.processor';
import { InsightsService } from './insights.service';
import { MatchListener } from './match-listener';
import { ModelCard } from './model-card';

@Module({
  imports: [JobsModule, MatchingModule, ResumesModule, SkillsModule, TasksModule],
  controllers: [AiSettingsController, InsightsController],
  providers: [
    AiSettingsRepository,
    AiSettingsService,
    AiUsageRepository,
    AnalysesRepository,
    Analyst,
    CompanyModel,
    Dossiers,
    InsightsProcessor,
    InsightsService,
    InterviewQuestionsService,
    MatchListener,
    ModelCard,
  ],
  exports: [CompanyModel, InterviewQuestionsService],
})
export class InsightsModule {}
