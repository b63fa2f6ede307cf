import { Injectable } from '@nestjs/common';
import { Embedder } from '../../platform/embeddings';
import { type EmbeddedResume, ResumeEmbedder } from './resume-embedder';
import { type OutdatedResume, ResumeVectorsRepository } from './resume-vectors.repository';

/** Resumes whose vectors are not of the running model, to be embedded again. */
@Injectable()
export class ResumeVectors {
  constructor(
    private readonly repository: ResumeVectorsRepository,
    private readonly resumeEmbedder: ResumeEmbedder,
    private readonly embedder: Embedder,
  ) {}

  countOutdated(): Promise<number> {
    return this.repository.countOutdated(this.embedder.modelName);
  }

  outdated(afterId: string | null, limit: number): Promise<OutdatedResume[]> {
    return this.repository.outdated(this.embedder.modelName, afterId, limit);
  }

  /** A company's resumes that have a vector of the running model already. */
  currentIds(companyId: string, afterId: string | null, limit: number): Promise<string[]> {
    return this.repository.currentIds(companyId, this.embedder.modelName, { afterId, limit });
  }

  embed({ content, profile }: OutdatedResume): Promise<EmbeddedResume> {
    return this.resumeEmbedder.embed(content, profile);
  }

  /** False when the resume was read again meanwhile, or is gone. Call it in a transaction. */
  replace(resume: OutdatedResume, embedded: EmbeddedResume): Promise<boolean> {
    return this.repository.replace(resume, embedded);
  }
}
