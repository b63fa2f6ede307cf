export { type Breaker, BREAKER_STATES, BreakerOpenError, type BreakerState } from './breaker';
export { Breakers } from './breakers';
export { BreakersModule } from './breakers.module';
