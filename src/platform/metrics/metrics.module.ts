import { Global, Module } from '@nestjs/common';
import { DiskMetrics } from './disk-metrics';
import { HttpMetrics } from './http-metrics';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';

@Global()
@Module({
  controllers: [MetricsController],
  providers: [Metrics, HttpMetrics, DiskMetrics],
  exports: [Metrics, HttpMetrics],
})
export class MetricsModule {}
