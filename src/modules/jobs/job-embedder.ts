import { Injectable } from '@nestjs/common';
import { Embedder, meanVector, normalisedSum } from '../../platform/embeddings';
import { jobText, type JobTexts } from './domain/job-text';

export interface JobEmbedding {
  readonly vector: Float32Array;
  readonly model: string;
}

/**
 * Share of the text's mean beside the title's: the title says what the work is, and what else an
 * advertisement holds is partly praise of the employer. Measured in docs/matching.md; another choice
 * needs another `VECTOR_RECIPE`.
 */
const TEXT_SHARE = 0.5;

/** A job's vector: normalise(title + half the mean of the text's chunks). */
@Injectable()
export class JobEmbedder {
  constructor(private readonly embedder: Embedder) {}

  /** What a company writes is embedded again and again while it is edited; then its processes share it. */
  async embed(job: JobTexts, companyId: string | null = null): Promise<JobEmbedding> {
    const text = jobText(job);
    const [windows = []] = await this.embedder.windows(text, [{ start: 0, end: text.length }]);
    const [title, ...chunks] = await Promise.all([
      this.embedder.embed(job.title, companyId),
      ...windows.map(({ start, end }) => this.embedder.embed(text.slice(start, end), companyId)),
    ]);
    const vector = normalisedSum([title, meanVector(chunks)], [1, TEXT_SHARE]);
    return { vector, model: this.embedder.modelName };
  }
}
