import {
  type Count,
  type Distribution,
  DURATION_BUCKETS,
  type Metrics,
} from '../../../platform/metrics';
import { inSpan } from '../../../platform/tracing';
import { MIME_TYPES } from '../domain/document/mime-types';
import type { ParseAnswer } from './parser.messages';

const KIND_OF_MIME = new Map(Object.entries(MIME_TYPES).map(([kind, mime]) => [mime, kind]));

/** Neither bytes nor time told what it is. */
const UNKNOWN_KIND = 'unknown';

/** What comes of the files that people send, by kind. */
export class ParsingMetrics {
  private readonly outcomes: Count<'kind' | 'outcome'>;
  private readonly durations: Distribution<'method'>;

  constructor(metrics: Metrics) {
    this.outcomes = metrics.counter({
      name: 'shortlist_resumes_parsed_total',
      help: 'Files read, by kind and outcome: parsed, needs_attention, or why it cannot be read.',
      labels: ['kind', 'outcome'],
    });
    this.durations = metrics.histogram({
      name: 'shortlist_resume_parsing_duration_seconds',
      help: 'Time to read one file, waiting for a thread included, by how its text was won.',
      labels: ['method'],
      buckets: DURATION_BUCKETS,
    });
  }

  async measured(parse: () => Promise<ParseAnswer>): Promise<ParseAnswer> {
    const start = performance.now();
    const answer = await inSpan('parse resume', {}, parse);
    if (!answer.ok) {
      this.outcomes.inc({ kind: answer.type ?? UNKNOWN_KIND, outcome: answer.reason });
      return answer;
    }
    const { mimeType, extraction } = answer.resume;
    const kind = KIND_OF_MIME.get(mimeType) ?? UNKNOWN_KIND;
    this.outcomes.inc({ kind, outcome: extraction.state });
    const seconds = (performance.now() - start) / 1000;
    this.durations.observe({ method: extraction.method ?? 'none' }, seconds);
    return answer;
  }
}
