/** A word that was recognised in a picture; the box is in pixels of that picture. */
export interface OcrWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0..1. */
  readonly confidence: number;
}

/** Words on one line of one column. */
export interface OcrLine {
  readonly words: readonly OcrWord[];
  /** Where the letters stand, in pixels from the top. */
  readonly baseline: number;
  /** Of the line, in pixels. */
  readonly height: number;
}

/** Reads text from pictures. Slow (seconds a page) and heavy: one per worker, kept and closed by its owner. */
export interface OcrReader {
  /**
   * @param image an encoded picture: PNG or JPG
   * @throws UnreadableDocumentError for the picture, OcrUnavailableError for the engine
   */
  recognise(image: Uint8Array): Promise<readonly OcrLine[]>;
  close(): Promise<void>;
}

/** The engine itself does not start: nothing is wrong with the file, which can be read again later. */
export class OcrUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('Text recognition is not available.', options);
    this.name = 'OcrUnavailableError';
  }
}
