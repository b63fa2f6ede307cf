/** A line of text that was recognised in a picture; the box is in pixels of that picture. */
export interface OcrLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly words: readonly OcrWord[];
}

export interface OcrWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0..1. */
  readonly confidence: number;
}

/** Reads text from pictures. Slow (seconds a page) and heavy: one per worker, kept and closed by its owner. */
export interface OcrReader {
  /** @param image an encoded picture: PNG, JPG, TIFF or WebP */
  recognise(image: Uint8Array): Promise<readonly OcrLine[]>;
  close(): Promise<void>;
}
