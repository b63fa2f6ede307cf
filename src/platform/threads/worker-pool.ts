import { basename } from 'node:path';
import { Logger } from '@nestjs/common';
import Piscina from 'piscina';
import { hasCode } from '../../common/errors';

export interface WorkerPoolOptions {
  /** Compiled script that exports the functions to call. */
  readonly script: string;
  readonly threads: number;
  /** Handed to every thread as piscina's `workerData`. */
  readonly workerData?: unknown;
  /** Heap of one thread; one that needs more is replaced. */
  readonly memoryMb?: number;
  /** Longest run of one call, waiting not counted. */
  readonly timeoutMs?: number;
  /** A function of the script that every thread runs before it is ended, even one that still starts. */
  readonly lastCall?: string;
}

/** Longest wait for the last calls; a thread that hangs is ended all the same. */
const LONGEST_LAST_CALLS_MS = 10_000;

/** The call took longer than allowed or more memory; its thread was replaced, nothing else is hurt. */
export class WorkerLimitError extends Error {
  constructor(
    readonly limit: 'time' | 'memory',
    options?: ErrorOptions,
  ) {
    super(`The work exceeded its ${limit} limit.`, options);
    this.name = 'WorkerLimitError';
  }
}

/**
 * Threads for work that would block the event loop. Calls wait in order of arrival while every thread
 * is busy; a call that exceeds its limits fails alone.
 */
export class WorkerPool {
  private readonly log = new Logger(WorkerPool.name);
  private readonly pool: Piscina;
  private readonly waiting: (() => void)[] = [];
  private readonly unfinished = new Set<Promise<unknown>>();
  private free: number;
  private closing = false;

  constructor(private readonly options: WorkerPoolOptions) {
    this.free = options.threads;
    this.pool = new Piscina({
      filename: options.script,
      minThreads: options.threads,
      maxThreads: options.threads,
      workerData: options.workerData,
      // Otherwise a thread without a call sleeps where none of its timers fire, and hears nothing from
      // threads of its own.
      atomics: 'disabled',
      ...(options.memoryMb === undefined
        ? {}
        : { resourceLimits: { maxOldGenerationSizeMb: options.memoryMb } }),
    });
    // A thread that fails between two calls is replaced; without a listener it would end the process.
    this.pool.on('error', (error: unknown) => {
      this.log.warn({ err: error, script: basename(options.script) }, 'thread failed, replaced');
    });
  }

  get threads(): number {
    return this.options.threads;
  }

  /**
   * Calls the script's exported function; input and result are structured clones.
   *
   * @throws WorkerLimitError, or what the function throws (as a plain Error: classes do not survive).
   */
  run<Output>(
    name: string,
    input: unknown,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Output> {
    const call = this.inTurn<Output>(name, input, transfer);
    this.unfinished.add(call);
    return call.finally(() => this.unfinished.delete(call));
  }

  /**
   * Ends the threads once the calls that run have ended: native code that is cut off can take the process
   * with it. Calls that wait are rejected.
   */
  async close(): Promise<void> {
    this.closing = true;
    this.waiting.splice(0).forEach((resume) => {
      resume();
    });
    await Promise.allSettled(this.unfinished);
    await this.makeLastCalls();
    await this.pool.destroy();
  }

  /** As many calls as threads, begun at once: each thread is given one. */
  private async makeLastCalls(): Promise<void> {
    const { lastCall: name, threads } = this.options;
    if (name === undefined) {
      return;
    }
    const signal = AbortSignal.timeout(LONGEST_LAST_CALLS_MS);
    const calls = Array.from({ length: threads }, () => this.pool.run(null, { name, signal }));
    await Promise.allSettled(calls);
  }

  private async inTurn<Output>(
    name: string,
    input: unknown,
    transfer: readonly ArrayBuffer[],
  ): Promise<Output> {
    await this.acquire();
    const abort = new AbortController();
    const timer =
      this.options.timeoutMs === undefined
        ? null
        : setTimeout(() => {
            abort.abort();
          }, this.options.timeoutMs);
    try {
      // The script's author states the output's shape; threads carry no types.
      const options = { name, signal: abort.signal, transferList: [...transfer] };
      return (await this.pool.run(input, options)) as Output;
    } catch (error) {
      if (abort.signal.aborted) {
        throw new WorkerLimitError('time', { cause: error });
      }
      if (hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) {
        throw new WorkerLimitError('memory', { cause: error });
      }
      throw error;
    } finally {
      if (timer !== null) {
        clearTimeout(timer);
      }
      this.release();
    }
  }

  private async acquire(): Promise<void> {
    if (this.free > 0 && !this.closing) {
      this.free -= 1;
      return;
    }
    if (!this.closing) {
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    if (this.closing) {
      throw new Error('The threads have been ended.');
    }
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.free += 1;
      return;
    }
    next();
  }
}
