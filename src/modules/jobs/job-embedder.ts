import { Injectable } from '@nestjs/common';
import { Embedder, meanVector, normalisedSum } from '../../platform/embeddings';
import { jobText, type JobTexts } from './domain/job-text';

export interface JobEmbedding {
  readonly vector: Float32Array;
  readonly model: string;
}

/**
 * A job's vector: normalise(title + mean of the text's chunks). The title says what the work is called,
 * the mean what it is; measured in docs/matching.md.
 */
@Injectable()
export class JobEmbedder {
  constructor(private readonly embedder: Embedder) {}

  async embed(job: JobTexts): Promise<JobEmbedding> {
    const text = jobText(job);
    const [windows = []] = await this.embedder.windows(text, [{ start: 0, end: text.length }]);
    const [title, ...chunks] = await this.embedder.embedAll([
      job.title,
      ...windows.map((window) => text.slice(window.start, window.end)),
    ]);
    const parts = [title, meanVector(chunks)].filter((part) => part !== undefined);
    return { vector: normalisedSum(parts), model: this.embedder.modelName };
  }
}
