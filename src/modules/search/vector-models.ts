import { Injectable } from '@nestjs/common';
import { Embedder, EmbeddingModelChangedError } from '../../platform/embeddings';
import type { SearchNotice } from './search-result';
import { type ModelShare, VectorModelsRepository } from './vector-models.repository';

/**
 * What a search must know, and say, of vectors that another model made. Two models' vectors are never
 * compared: with none left to compare a search is refused, else it says how many it left out.
 */
@Injectable()
export class VectorModels {
  constructor(
    private readonly repository: VectorModelsRepository,
    private readonly embedder: Embedder,
  ) {}

  /** For a comparison with the company's resumes, by default by the running model. @throws EmbeddingModelChangedError */
  async noticesOfResumes(
    companyId: string,
    model = this.embedder.modelName,
  ): Promise<readonly SearchNotice[]> {
    return noticesOf(await this.repository.resumes(companyId, model), 'resumes');
  }

  /** For a comparison with the open jobs. @throws EmbeddingModelChangedError */
  async noticesOfJobs(
    companyId: string,
    memberId: string | null,
  ): Promise<readonly SearchNotice[]> {
    const model = this.embedder.modelName;
    return noticesOf(await this.repository.openJobs(companyId, model, memberId), 'jobs');
  }

  /** For a search that has more than meaning to go by: it says what it lacks and answers. */
  async meaningFor(
    companyId: string,
  ): Promise<{ readonly isSearched: boolean; readonly notices: readonly SearchNotice[] }> {
    const share = await this.repository.resumes(companyId, this.embedder.modelName);
    return share.others > 0 && !share.hasCurrent
      ? { isSearched: false, notices: [WORDS_ONLY] }
      : { isSearched: true, notices: noticesOf(share, 'resumes') };
  }
}

const WORDS_ONLY: SearchNotice = {
  code: 'embedding_model_changed',
  message:
    'Found by words and skills, not by meaning: the stored vectors are of another model. Run `npm run reembed`.',
};

function noticesOf(
  { hasCurrent, others }: ModelShare,
  what: 'resumes' | 'jobs',
): readonly SearchNotice[] {
  if (others === 0) {
    return [];
  }
  if (!hasCurrent) {
    throw new EmbeddingModelChangedError(
      `The stored vectors of the ${what} were made by another model than what is searched for.`,
    );
  }
  const message = `${others} ${what} were not compared: their vectors are of another model. Run \`npm run reembed\`.`;
  return [{ code: 'embedding_model_changed', message }];
}
