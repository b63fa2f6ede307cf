import { Injectable } from '@nestjs/common';
import type { JobTexts } from './domain/job-text';
import { JobEmbedder, type JobEmbedding } from './job-embedder';
import { JobRequirements, type RequirementsOfJob } from './job-requirements';

export interface ReadJob extends RequirementsOfJob {
  readonly embedding: JobEmbedding;
}

/** What a job's text asks for and where it stands, without a job: nothing is stored. */
@Injectable()
export class JobReader {
  constructor(
    private readonly requirements: JobRequirements,
    private readonly embedder: JobEmbedder,
  ) {}

  async read(companyId: string, texts: JobTexts): Promise<ReadJob> {
    const asked = await this.requirements.of(companyId, texts, []);
    return { ...asked, embedding: await this.embedder.embed(texts) };
  }
}
