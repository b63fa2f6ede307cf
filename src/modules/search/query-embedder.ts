import { Injectable } from '@nestjs/common';
import { Embedder, normalisedSum } from '../../platform/embeddings';

/** Vectors of what is searched for. The model reads 256 word pieces: a longer text is the sum of its windows. */
@Injectable()
export class QueryEmbedder {
  constructor(private readonly embedder: Embedder) {}

  get modelName(): string {
    return this.embedder.modelName;
  }

  /** Searches repeat: a company's are shared by all processes. */
  async embed(companyId: string, text: string): Promise<Float32Array> {
    const [windows = []] = await this.embedder.windows(text, [{ start: 0, end: text.length }]);
    if (windows.length <= 1) {
      return this.embedder.embed(text, companyId);
    }
    const parts = windows.map(({ start, end }) => text.slice(start, end));
    return normalisedSum(await this.embedder.embedAll(parts, companyId));
  }
}
