import { type ChildProcess, fork } from 'node:child_process';

/** How a supervised process asks for a successor: all that it had begun is done. EX_TEMPFAIL of sysexits.h. */
export const RESTART_EXIT_CODE = 75;

/** What a supervised process sends once it works. */
export const READY = 'ready';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

export interface SupervisorOptions {
  readonly script: string;
  /** Wait before the successor of a process that broke down; doubled each time up to the longest. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A process that worked for so long begins with the first delay again. */
  readonly steadyMs: number;
  readonly log: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

/**
 * Keeps one child process working: a successor at once when it asks for one, later when it broke down. A
 * signal to end is the child's; so is the exit code, and a child that never worked is not tried again.
 */
export class Supervisor {
  private child: ChildProcess | null = null;
  private delayMs: number;
  private isEnding = false;
  private hasWorked = false;
  private wake: () => void = () => undefined;

  constructor(private readonly options: SupervisorOptions) {
    this.delayMs = options.firstDelayMs;
  }

  /** The exit code for this process, once no successor is wanted. */
  async run(): Promise<number> {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        this.end(signal);
      });
    }
    for (;;) {
      const bornAt = performance.now();
      const { code, signal } = await this.runChild();
      if (this.isEnding || !this.hasWorked) {
        return code ?? 1;
      }
      if (code === RESTART_EXIT_CODE) {
        this.options.log({ code }, 'child asked for a successor');
        continue;
      }
      if (performance.now() - bornAt >= this.options.steadyMs) {
        this.delayMs = this.options.firstDelayMs;
      }
      this.options.log({ code, signal, delayMs: this.delayMs }, 'child broke down');
      await this.sleep(this.delayMs);
      this.delayMs = Math.min(this.delayMs * 2, this.options.longestDelayMs);
      // `end` may have been called while it slept.
      if (this.isAskedToEnd()) {
        return 0;
      }
    }
  }

  private runChild(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    const child = fork(this.options.script, process.argv.slice(2));
    this.child = child;
    child.on('message', (message) => {
      this.hasWorked ||= message === READY;
    });
    return new Promise((ended, failed) => {
      child.once('error', failed);
      child.once('exit', (code, signal) => {
        this.child = null;
        ended({ code, signal });
      });
    });
  }

  private end(signal: NodeJS.Signals): void {
    this.isEnding = true;
    this.child?.kill(signal);
    this.wake();
  }

  private isAskedToEnd(): boolean {
    return this.isEnding;
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((awake) => {
      const timer = setTimeout(awake, ms);
      this.wake = () => {
        clearTimeout(timer);
        awake();
      };
    });
  }
}
