import { Module } from '@nestjs/common';
import { ScoreAgreementController } from './score-agreement.controller';
import { ScoreAgreementRepository } from './score-agreement.repository';
import { ScoreAgreementService } from './score-agreement.service';

/** Figures about hiring. It calls no module: its queries read the tables that others write. */
@Module({
  controllers: [ScoreAgreementController],
  providers: [ScoreAgreementRepository, ScoreAgreementService],
})
export class AnalyticsModule {}
