import { Global, Module } from '@nestjs/common';
import { Metrics } from '../metrics';
import { BREAKER_STATES } from './breaker';
import { Breakers } from './breakers';

@Global()
@Module({ providers: [Breakers], exports: [Breakers] })
export class BreakersModule {
  constructor(breakers: Breakers, metrics: Metrics) {
    metrics.gauge(
      {
        name: 'shortlist_breaker_state',
        help: '1 for the state that a breaker is in, 0 for the others.',
        labels: ['breaker', 'state'],
      },
      () =>
        Object.entries(breakers.states()).flatMap(([breaker, current]) =>
          BREAKER_STATES.map((state) => ({
            labels: { breaker, state },
            value: state === current ? 1 : 0,
          })),
        ),
    );
  }
}
