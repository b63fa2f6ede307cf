import { Injectable } from '@nestjs/common';
import { Embedder, meanVector, normalisedSum } from '../../platform/embeddings';
import type { Section } from './domain/profile/profile';

export interface ResumeChunk {
  readonly section: string;
  readonly text: string;
  /** Offsets into `content`. */
  readonly start: number;
  readonly end: number;
  readonly wordPieces: number;
  readonly embedding: Float32Array;
}

export interface EmbeddedResume {
  /** Null when there is no text. */
  readonly vector: Float32Array | null;
  readonly chunks: readonly ResumeChunk[];
  readonly model: string;
}

/**
 * A resume's vectors: one per chunk of a section, and the document vector
 * normalise(title + first 254 word pieces + mean of the chunks). A single vector of the text alone sees a
 * quarter of a resume; the sum was measured best on the development data (docs/matching.md).
 */
@Injectable()
export class ResumeEmbedder {
  constructor(private readonly embedder: Embedder) {}

  async embed(
    content: string,
    title: string | null,
    sections: readonly Section[],
  ): Promise<EmbeddedResume> {
    const model = this.embedder.modelName;
    if (content.trim() === '') {
      return { vector: null, chunks: [], model };
    }
    const ranges = sections.length > 0 ? sections : [wholeOf(content)];
    const windows = await this.embedder.windows(content, ranges);
    const pieces = windows.flatMap((inRange, index) =>
      inRange.map((window) => ({
        section: ranges[index]?.kind ?? 'other',
        text: content.slice(window.start, window.end),
        ...window,
      })),
    );
    const [head, ...vectors] = await this.embedder.embedAll([
      content,
      ...pieces.map((piece) => piece.text),
    ]);
    const chunks = pieces.flatMap((piece, index) => {
      const embedding = vectors[index];
      return embedding === undefined ? [] : [{ ...piece, embedding }];
    });
    const titleVector = title === null ? undefined : await this.embedder.embed(title);
    const parts = [titleVector, head, meanVector(vectors)].filter((part) => part !== undefined);
    return { vector: normalisedSum(parts), chunks, model };
  }
}

function wholeOf(content: string): Section {
  return { kind: 'other', heading: null, start: 0, end: content.length };
}
