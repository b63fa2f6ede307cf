import { BreakerOpenError } from '../breakers';
import { type Distribution, type Metrics } from '../metrics';
import { inSpan } from '../tracing';
import { LlmError } from './llm.errors';

/** Seconds; an answer takes from one to the time limit, which may be ten minutes. */
const BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600] as const;

/** How long the language model takes, and what comes of it. */
export class LlmMetrics {
  private readonly durations: Distribution<'outcome'>;

  constructor(metrics: Metrics) {
    this.durations = metrics.histogram({
      name: 'shortlist_language_model_duration_seconds',
      help: 'Time of one request to the language model, retries apart, by outcome: ok or what went wrong.',
      labels: ['outcome'],
      buckets: BUCKETS,
    });
  }

  /** One attempt. Of a streamed answer it is the time until it begins. */
  async measured<T>(request: () => Promise<T>): Promise<T> {
    const start = performance.now();
    let outcome = 'ok';
    try {
      return await inSpan('language model request', { kind: 'client' }, request);
    } catch (error) {
      outcome = outcomeOf(error);
      throw error;
    } finally {
      this.durations.observe({ outcome }, (performance.now() - start) / 1000);
    }
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof BreakerOpenError) {
    return 'left_alone';
  }
  return error instanceof LlmError ? error.code : 'aborted';
}
