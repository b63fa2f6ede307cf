import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type OcrLine } from './ocr-reader';

export interface EngineOptions {
  /** Folder with `eng.traineddata.gz`. */
  readonly dataPath: string;
}

/** What the engine's thread says when it is ready, and to each picture. */
export type EngineAnswer =
  | { readonly ok: true; readonly lines: readonly OcrLine[] }
  | { readonly ok: false; readonly message: string };

/** No answer came in time; the engine still works at it and must be closed. */
export class EngineTimeoutError extends Error {
  override readonly name = 'EngineTimeoutError';
}

/** The thread was closed, or has failed, before it answered. */
export class EngineEndedError extends Error {
  override readonly name = 'EngineEndedError';
}

interface Waiter {
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The thread that holds the OCR engine. Every wait for it ends: with an answer, with the limit, or
 * with the thread. One picture at a time.
 */
export class TesseractEngine {
  private readonly thread: Worker;
  private waiter: Waiter | null = null;
  private end: EngineEndedError | null = null;

  constructor(options: EngineOptions) {
    this.thread = new Worker(join(__dirname, 'tesseract.worker.js'), { workerData: options });
    this.thread.on('message', (answer: EngineAnswer) => {
      this.waiter?.resolve(answer);
    });
    this.thread.on('error', (error) => {
      this.ended(new EngineEndedError('The engine failed.', { cause: error }));
    });
    this.thread.on('exit', () => {
      this.ended(new EngineEndedError('The engine has ended.'));
    });
  }

  /** Waits until the engine can be given pictures. */
  async ready(limitMs: number): Promise<void> {
    await this.answer(limitMs);
  }

  async recognise(image: Uint8Array, limitMs: number): Promise<EngineAnswer> {
    const answer = this.answer(limitMs);
    this.thread.postMessage(image);
    return answer;
  }

  /** Whoever waits is told at once; the thread needs not have ended when this returns. */
  close(): void {
    this.ended(new EngineEndedError('The engine was closed.'));
    void this.thread.terminate();
  }

  private ended(error: EngineEndedError): void {
    this.end ??= error;
    this.waiter?.reject(this.end);
  }

  private async answer(limitMs: number): Promise<EngineAnswer> {
    if (this.end) throw this.end;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<EngineAnswer>((resolve, reject) => {
        this.waiter = { resolve, reject };
        timer = setTimeout(() => {
          reject(new EngineTimeoutError('The engine did not answer in time.'));
        }, limitMs);
      });
    } finally {
      clearTimeout(timer);
      this.waiter = null;
    }
  }
}
