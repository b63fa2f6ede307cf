import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { UnreadableDocumentError } from './document.errors';
import { type OcrLine, type OcrReader, OcrUnavailableError } from './ocr-reader';

interface TesseractOptions {
  /** One picture may take so long; then its engine is thrown away and `timeout` is thrown. */
  readonly timeoutMs: number;
  /** Folder of the language data; that of the npm package unless told otherwise. */
  readonly dataPath?: string;
}

/** What kept the engine from starting is seldom gone a moment later, and each try takes seconds. */
const RETRY_AFTER_MS = 60_000;

/**
 * OCR by Tesseract in a thread of its own, with the English data that comes by npm. The engine
 * takes a second and 150 MB to start, which happens with the first picture.
 */
export class TesseractReader implements OcrReader {
  private worker: Promise<Worker> | null = null;
  private failure: { readonly error: OcrUnavailableError; readonly until: number } | null = null;

  constructor(private readonly options: TesseractOptions) {}

  async recognise(image: Uint8Array): Promise<readonly OcrLine[]> {
    const worker = await this.start();
    const work = worker.recognize(Buffer.from(image), {}, { text: false, blocks: true });
    try {
      const { data } = await withTimeout(work, this.options.timeoutMs);
      return toLines(data);
    } catch (error) {
      await this.close();
      if (error instanceof UnreadableDocumentError) throw error;
      const message = 'The picture cannot be read.';
      throw new UnreadableDocumentError('corrupt', message, { cause: error });
    }
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await (await worker)?.terminate();
  }

  private async start(): Promise<Worker> {
    if (this.failure && Date.now() < this.failure.until) throw this.failure.error;
    this.worker ??= startWorker(this.options.dataPath ?? packagedData());
    try {
      return await this.worker;
    } catch (error) {
      this.worker = null;
      this.failure = {
        error: new OcrUnavailableError({ cause: error }),
        until: Date.now() + RETRY_AFTER_MS,
      };
      throw this.failure.error;
    }
  }
}

function packagedData(): string {
  return join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
}

async function startWorker(dataPath: string): Promise<Worker> {
  await access(join(dataPath, 'eng.traineddata.gz'));
  // The library's own promise stays open for ever when the data cannot be loaded: only the handler,
  // without which an error would end the process, is told.
  const worker = await new Promise<Worker>((resolve, reject) => {
    const errorHandler = (error: unknown): void => {
      reject(new Error('The engine does not start.', { cause: error }));
    };
    const options = { langPath: dataPath, cacheMethod: 'none', errorHandler };
    createWorker('eng', OEM.LSTM_ONLY, options).then(resolve, reject);
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.AUTO,
    // Sauvola's local threshold: shadows and coloured boxes keep their text.
    thresholding_method: '2',
    // The pictures are prepared for it; without it the engine guesses, and says so on the console.
    user_defined_dpi: '300',
    debug_file: '/dev/null',
  });
  return worker;
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = 'The picture took too long to read.';
      reject(new UnreadableDocumentError('timeout', message));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function toLines(page: Page): OcrLine[] {
  const lines = (page.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines.map((line) => ({
    words: line.words.map((word) => ({
      text: word.text,
      left: word.bbox.x0,
      top: word.bbox.y0,
      right: word.bbox.x1,
      bottom: word.bbox.y1,
      confidence: word.confidence / 100,
    })),
    // The baseline is the line that the letters stand on; boxes reach below it for a "g".
    baseline: (line.baseline.y0 + line.baseline.y1) / 2,
    height: line.rowAttributes.rowHeight,
  }));
}
