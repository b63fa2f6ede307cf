import { Injectable } from '@nestjs/common';
import { Embedder, meanVector, normalisedSum } from '../../platform/embeddings';
import { withoutPerson } from './domain/embedding/personal-parts';
import { plainWording } from './domain/embedding/plain-wording';
import { profileOfRules } from './domain/profile/profile-of-rules';
import {
  type ChunkContext,
  chunkedSections,
  contextOf,
  contextText,
  type EmbeddedProfile,
  isWork,
  resumeTexts,
} from './domain/embedding/resume-texts';

export interface ResumeChunk {
  readonly section: string;
  /** The position that the chunk tells of, where there is one. */
  readonly context: ChunkContext;
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
 * Shares in a resume's vector: what the person is called, was called, can do, and the text of the work.
 * Measured in docs/matching.md; another choice needs another `VECTOR_RECIPE`.
 */
const SHARES = { title: 1, positions: 1, skills: 0.5, work: 0.5 } as const;

/** Room in front of each chunk for its context; `contextText` is no longer. */
const CONTEXT_WORD_PIECES = 32;

interface Piece extends ResumeChunk {
  readonly isWork: boolean;
  /** In the mean of the work: letters that say something new. */
  readonly weight: number;
}

/**
 * A resume's vectors: one per chunk of a section, and one for the whole, the normalised sum of `SHARES`.
 * Neither knows who the person is: name, contact and words for a sex are taken out before. Costs one
 * model call per chunk and three more, or four for somebody with a hundred skills.
 */
@Injectable()
export class ResumeEmbedder {
  constructor(private readonly embedder: Embedder) {}

  async embed(content: string, read: EmbeddedProfile): Promise<EmbeddedResume> {
    const profile = profileOfRules(read);
    const model = this.embedder.modelName;
    if (content.trim() === '') {
      return { vector: null, chunks: [], model };
    }
    const { title, positions, skills } = resumeTexts(profile);
    const [pieces, titleVector, positionsVector, skillsVector] = await Promise.all([
      this.pieces(content, profile),
      this.embedIfAny(title),
      this.embedIfAny(positions),
      this.embedIfAny(skills),
    ]);
    const parts = [
      { vector: titleVector, share: SHARES.title },
      { vector: positionsVector, share: SHARES.positions },
      { vector: skillsVector, share: SHARES.skills },
      { vector: meanOfWork(pieces), share: SHARES.work },
    ].flatMap(({ vector, share }) => (vector === null ? [] : [{ vector, share }]));
    const vector = normalisedSum(
      parts.map((part) => part.vector),
      parts.map((part) => part.share),
    );
    return { vector, chunks: pieces, model };
  }

  private async pieces(content: string, profile: EmbeddedProfile): Promise<Piece[]> {
    const anonymous = withoutPerson(content, profile.personal_info);
    const sections = chunkedSections(content, profile.sections);
    const windows = await this.embedder.windows(anonymous, sections, CONTEXT_WORD_PIECES);
    const found = sections.flatMap((section, index) =>
      (windows[index] ?? []).map((window) => ({ section, window })),
    );
    return Promise.all(
      found.map(async ({ section, window: { start, end, wordPieces } }) => {
        const text = anonymous.slice(start, end);
        const plain = plainWording(text);
        const context = contextOf(section.kind, { start, end }, profile.positions);
        return {
          section: section.kind,
          context,
          text: content.slice(start, end),
          start,
          end,
          wordPieces,
          isWork: isWork(section.kind),
          weight: plain.length,
          embedding: await this.embedder.embed(contextText(context) + plain),
        };
      }),
    );
  }

  /** The whole text, however long: the mean of its windows. */
  private async embedIfAny(text: string | null): Promise<Float32Array | null> {
    if (text === null) {
      return null;
    }
    const [windows = []] = await this.embedder.windows(text, [{ start: 0, end: text.length }]);
    const vectors = await this.embedder.embedAll(
      windows.map(({ start, end }) => text.slice(start, end)),
    );
    return meanVector(
      vectors,
      windows.map(({ wordPieces }) => wordPieces),
    );
  }
}

/** Not scaled to length 1: texts that point apart count less. A resume without a section of work is taken whole. */
function meanOfWork(pieces: readonly Piece[]): Float32Array | null {
  const work = pieces.filter((piece) => piece.isWork);
  const used = work.length > 0 ? work : pieces;
  return used.length === 0
    ? null
    : meanVector(
        used.map(({ embedding }) => embedding),
        used.map(({ weight }) => weight),
      );
}
