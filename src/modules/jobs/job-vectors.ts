import { Injectable } from '@nestjs/common';
import { Embedder } from '../../platform/embeddings';
import { JobEmbedder, type JobEmbedding } from './job-embedder';
import { JobVectorsRepository, type OutdatedJob } from './job-vectors.repository';

/** Jobs whose vectors are not of the running model, to be embedded again. */
@Injectable()
export class JobVectors {
  constructor(
    private readonly repository: JobVectorsRepository,
    private readonly jobEmbedder: JobEmbedder,
    private readonly embedder: Embedder,
  ) {}

  countOutdated(): Promise<number> {
    return this.repository.countOutdated(this.embedder.modelName);
  }

  outdated(afterId: string | null, limit: number): Promise<OutdatedJob[]> {
    return this.repository.outdated(this.embedder.modelName, afterId, limit);
  }

  embed(job: OutdatedJob): Promise<JobEmbedding> {
    return this.jobEmbedder.embed(job);
  }

  /** False when the job changed meanwhile, or is gone. Call it in a transaction. */
  replace(job: OutdatedJob, embedding: JobEmbedding): Promise<boolean> {
    return this.repository.replace(job, embedding);
  }
}
