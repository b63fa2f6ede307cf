import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for threads that load; one that died on the way never reports. */
const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 10;

/**
 * How many threads still load the model, counted in memory that they share. A thread that is ended
 * while onnxruntime creates its session takes the whole process with it, so who ends them waits.
 */
export class LoadingThreads {
  /** Hand it to each thread; the thread gives it to `reportLoaded`. */
  readonly count: Int32Array<SharedArrayBuffer>;

  constructor(threads: number) {
    this.count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.count[0] = threads;
  }

  /** Resolves when no thread loads any more. */
  async ended(): Promise<void> {
    const end = Date.now() + LONGEST_WAIT_MS;
    while (Atomics.load(this.count, 0) > 0 && Date.now() < end) {
      await sleep(POLL_MS);
    }
  }
}

/** A thread has loaded the model, or failed to. */
export function reportLoaded(count: Int32Array<SharedArrayBuffer>): void {
  Atomics.sub(count, 0, 1);
}
