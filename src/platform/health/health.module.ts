import { Module } from '@nestjs/common';
import { HealthController, LivenessController } from './health.controller';
import { ReadinessService } from './readiness.service';

@Module({
  controllers: [LivenessController, HealthController],
  providers: [ReadinessService],
  exports: [ReadinessService],
})
export class HealthModule {}
