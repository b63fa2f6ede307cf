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
import { Reviewer } from './reviews/reviewer';
import { ReviewsController } from './reviews/reviews.controller';
import { ReviewsRepository } from './reviews/reviews.repository';
import { ReviewsService } from './reviews/reviews.service';
import { Structurer } from './structuring/structurer';
import { StructuringController } from './structuring/structuring.controller';
import { StructuringListener } from './structuring/structuring-listener';
import { StructuringService } from './structuring/structuring.service';
import { StructuringsRepository } from './structuring/structurings.repository';

@Module({
  imports: [JobsModule, MatchingModule, ResumesModule, SkillsModule, TasksModule],
  controllers: [AiSettingsController, InsightsController, ReviewsController, StructuringController],
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
    Reviewer,
    ReviewsRepository,
    ReviewsService,
    Structurer,
    StructuringListener,
    StructuringService,
    StructuringsRepository,
  ],
  exports: [CompanyModel, InterviewQuestionsService],
})
export class InsightsModule {}
