import { Global, Module } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Breakers } from '../breakers';
import { Metrics } from '../metrics';
import { endpointOf } from './endpoint';
import { LanguageModel } from './language-model';

/** The language model of the settings, or one that says that there is none. */
@Global()
@Module({
  providers: [
    {
      provide: LanguageModel,
      inject: [ENV, Breakers, Metrics],
      useFactory: (env: Env, breakers: Breakers, metrics: Metrics): LanguageModel =>
        new LanguageModel(
          {
            endpoint: endpointOf(env),
            timeoutMs: env.LLM_TIMEOUT * 1000,
            concurrency: env.LLM_CONCURRENCY,
            breakerResetMs: env.BREAKER_RESET_SECONDS * 1000,
          },
          breakers,
          metrics,
        ),
    },
  ],
  exports: [LanguageModel],
})
export class LlmModule {}
