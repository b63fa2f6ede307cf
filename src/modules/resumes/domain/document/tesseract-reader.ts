import { dirname, join } from 'node:path';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { UnreadableDocumentError } from './document.errors';
import { type OcrLine, type OcrReader, OcrUnavailableError } from './ocr-reader';

interface TesseractOptions {
  /** One picture may take so long; then its engine is thrown away and `timeout` is thrown. */
  readonly timeoutMs: number;
}

/**
 * OCR by Tesseract in a thread of its own, with the English data that comes by npm. The engine
 * takes a second and 150 MB to start, which happens with the first picture.
 */
export class TesseractReader implements OcrReader {
  private worker: Promise<Worker> | null = null;

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
    this.worker ??= startWorker();
    try {
      return await this.worker;
    } catch (error) {
      // The next picture tries again: memory may have been short for a moment.
      this.worker = null;
      throw new OcrUnavailableError({ cause: error });
    }
  }
}

async function startWorker(): Promise<Worker> {
  const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    // Without a handler of our own, an error of the engine would end the process.
    errorHandler: () => undefined,
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
