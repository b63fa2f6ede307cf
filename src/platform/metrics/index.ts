export { HttpMetrics, routeOf } from './http-metrics';
export { type Count, type Distribution, DURATION_BUCKETS, Metrics } from './metrics';
export { mayReadMetrics } from './metrics-access';
export { MetricsModule } from './metrics.module';
