import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { type OcrLine } from './ocr-reader';
import { type EngineAnswer, type EngineOptions } from './tesseract-engine';

/**
 * The library behind one more thread. It loses errors of its own: with damaged language data its
 * promises stay open for ever, and a message handler of it throws where nobody can catch. Here that
 * ends this thread, which its owner hears of.
 */
async function main(): Promise<void> {
  const { dataPath } = workerData as EngineOptions;
  await access(join(dataPath, 'eng.traineddata.gz'));
  const worker = await startWorker(dataPath);
  parentPort?.on('message', (image: Uint8Array) => {
    void recognise(worker, image).then((answer) => {
      parentPort?.postMessage(answer);
    });
  });
  const ready: EngineAnswer = { ok: true, lines: [] };
  parentPort?.postMessage(ready);
}

async function startWorker(dataPath: string): Promise<Worker> {
  const worker = await new Promise<Worker>((resolve, reject) => {
    // Without a handler the library throws what it also rejects with.
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

async function recognise(worker: Worker, image: Uint8Array): Promise<EngineAnswer> {
  try {
    const picture = Buffer.from(image);
    const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
    return { ok: true, lines: toLines(data) };
  } catch (error) {
    return { ok: false, message: String(error) };
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

void main();
