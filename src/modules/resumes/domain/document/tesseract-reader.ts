import { dirname, join } from 'node:path';
import { UnreadableDocumentError } from './document.errors';
import { type OcrLine, type OcrReader, OcrUnavailableError } from './ocr-reader';
import { EngineTimeoutError, TesseractEngine } from './tesseract-engine';

interface TesseractOptions {
  /** One picture may take so long; then its engine is thrown away and `timeout` is thrown. */
  readonly timeoutMs: number;
  /** The engine ends when no picture came for so long; it stays until `close` unless told. */
  readonly idleMs?: number;
  /** Folder of the language data; that of the npm package unless told otherwise. */
  readonly dataPath?: string;
}

/** A second on an idle machine; a busy one may take many times that. */
const START_LIMIT_MS = 30_000;

/** What kept the engine from starting is seldom gone a moment later, and each try takes seconds. */
const RETRY_AFTER_MS = 60_000;

/**
 * OCR by Tesseract in a thread of its own, with the English data that comes by npm. The engine
 * takes a second and 150 MB to start, which happens with the first picture. Pictures that come
 * together are read one after another.
 */
export class TesseractReader implements OcrReader {
  private engine: TesseractEngine | null = null;
  private idle: NodeJS.Timeout | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  /** Counts the calls of `close`: a picture that waited through one is not read any more. */
  private closings = 0;
  private failure: { readonly error: OcrUnavailableError; readonly until: number } | null = null;

  constructor(private readonly options: TesseractOptions) {}

  get isRunning(): boolean {
    return this.engine !== null;
  }

  async recognise(image: Uint8Array): Promise<readonly OcrLine[]> {
    const { closings } = this;
    const reading = this.turn.then(async () => {
      if (closings !== this.closings) throw new OcrUnavailableError();
      return this.read(image);
    });
    this.turn = reading.catch(() => undefined);
    return reading;
  }

  close(): Promise<void> {
    this.closings += 1;
    this.endEngine();
    return Promise.resolve();
  }

  private async read(image: Uint8Array): Promise<readonly OcrLine[]> {
    this.stayAwake();
    const { closings } = this;
    try {
      const engine = this.engine ?? (await this.start());
      const answer = await engine.recognise(image, this.options.timeoutMs);
      if (answer.ok) return answer.lines;
      throw new Error(answer.message);
    } catch (error) {
      if (closings !== this.closings) throw new OcrUnavailableError({ cause: error });
      // Whatever it was may have left the engine in disorder.
      this.endEngine();
      if (error instanceof OcrUnavailableError) throw error;
      throw unreadable(error);
    } finally {
      this.endWhenIdle();
    }
  }

  private async start(): Promise<TesseractEngine> {
    if (this.failure && performance.now() < this.failure.until) throw this.failure.error;
    const engine = new TesseractEngine({ dataPath: this.options.dataPath ?? packagedData() });
    this.engine = engine;
    try {
      await engine.ready(START_LIMIT_MS);
      return engine;
    } catch (error) {
      const unavailable = new OcrUnavailableError({ cause: error });
      // Closed by its owner it has not failed.
      if (this.engine === engine) {
        this.failure = { error: unavailable, until: performance.now() + RETRY_AFTER_MS };
      }
      throw unavailable;
    }
  }

  private endEngine(): void {
    this.stayAwake();
    this.engine?.close();
    this.engine = null;
  }

  private stayAwake(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
  }

  private endWhenIdle(): void {
    const { idleMs } = this.options;
    if (idleMs === undefined || !this.engine) return;
    this.idle = setTimeout(() => {
      this.endEngine();
    }, idleMs).unref();
  }
}

function unreadable(error: unknown): UnreadableDocumentError {
  if (error instanceof EngineTimeoutError) {
    const message = 'The picture took too long to read.';
    return new UnreadableDocumentError('timeout', message, { cause: error });
  }
  return new UnreadableDocumentError('corrupt', 'The picture cannot be read.', { cause: error });
}

function packagedData(): string {
  return join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
}
