import type { ModelPrecision } from './model-manifest';

export interface EmbeddingWorkerOptions {
  readonly folder: string;
  readonly precision: ModelPrecision;
}

/** A part of a text, as offsets into it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface TextWindow extends TextRange {
  /** Word pieces, specials not included. */
  readonly wordPieces: number;
}

export interface WindowRequest {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** Specials not included. */
  readonly maxWordPieces: number;
}
