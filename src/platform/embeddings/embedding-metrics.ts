import { type Count, type Distribution, DURATION_BUCKETS, type Metrics } from '../metrics';
import { inSpan } from '../tracing';

/** Where a text's vector came from. */
type VectorSource = 'model' | 'memory' | 'cache';

/** What embedding costs and what is spared. */
export class EmbeddingMetrics {
  private readonly texts: Count<'source'>;
  private readonly durations: Distribution<never>;

  constructor(metrics: Metrics) {
    this.texts = metrics.counter({
      name: 'shortlist_embedding_texts_total',
      help: 'Texts whose vector was asked for, by where it came from: model, memory of this process, shared cache.',
      labels: ['source'],
    });
    this.durations = metrics.histogram({
      name: 'shortlist_embedding_duration_seconds',
      help: 'Time to embed one text of at most 256 word pieces, waiting for a thread included.',
      labels: [],
      buckets: DURATION_BUCKETS,
    });
  }

  answeredFrom(source: VectorSource): void {
    this.texts.inc({ source });
  }

  async computed<T>(compute: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const vector = await inSpan('embed text', {}, compute);
    this.durations.observe({}, (performance.now() - start) / 1000);
    this.answeredFrom('model');
    return vector;
  }
}
