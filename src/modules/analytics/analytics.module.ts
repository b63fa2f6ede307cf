import { Module } from '@nestjs/common';
import { ApplicationListRepository } from './application-list.repository';
import { ApplicationsRepository } from './applications.repository';
import { HiringFigures } from './hiring-figures.service';
import { HiringReportsController } from './hiring-reports.controller';
import { InterviewersRepository } from './interviewers.repository';
import { OpeningsRepository } from './openings.repository';
import { PipelineRepository } from './pipeline.repository';
import { ReportScopeRepository } from './report-scope.repository';
import { ReportScope } from './report-scope.service';
import { ScoreAgreementController } from './score-agreement.controller';
import { ScoreAgreementRepository } from './score-agreement.repository';
import { ScoreAgreementService } from './score-agreement.service';
import { SkillDemandRepository } from './skill-demand.repository';
import { StaysRepository } from './stays.repository';
import { WorkloadFigures } from './workload-figures.service';
import { WorkloadReportsController } from './workload-reports.controller';

/** Figures about hiring. It calls no module: its queries read the tables that others write. */
@Module({
  controllers: [ScoreAgreementController, HiringReportsController, WorkloadReportsController],
  providers: [
    ScoreAgreementRepository,
    ScoreAgreementService,
    ReportScopeRepository,
    ReportScope,
    ApplicationsRepository,
    StaysRepository,
    OpeningsRepository,
    SkillDemandRepository,
    PipelineRepository,
    InterviewersRepository,
    ApplicationListRepository,
    HiringFigures,
    WorkloadFigures,
  ],
})
export class AnalyticsModule {}
