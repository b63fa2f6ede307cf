import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf, memoryMb } from './process-usage';

const EVERY_MS = 10_000;
const MS_PER_HOUR = 60 * 60 * 1000;

interface Sample {
  readonly atMs: number;
  readonly mb: number;
}

/** Of one process and those that it keeps going. */
export interface MemoryRow {
  readonly what: string;
  readonly firstMb: number;
  readonly mostMb: number;
  readonly lastMb: number;
  /** Of the straight line through the second half: the first half warms up. */
  readonly mbPerHour: number;
  /** Successors that a supervisor has started meanwhile. */
  readonly restarts: number;
}

/** Samples the resident memory of processes every ten seconds. A supervisor counts with its child. */
export class MemoryWatch {
  private readonly samples = new Map<string, Sample[]>();
  private readonly children = new Map<string, Set<number>>();
  private readonly ended = new AbortController();
  private readonly running: Promise<void>;

  constructor(private readonly processes: Readonly<Record<string, number>>) {
    this.running = this.run();
  }

  async stop(): Promise<readonly MemoryRow[]> {
    this.ended.abort();
    await this.running;
    return [...this.samples].map(([what, samples]) => {
      const values = samples.map(({ mb }) => mb);
      return {
        what: `memory of ${what}`,
        firstMb: values[0] ?? 0,
        mostMb: Math.max(...values),
        lastMb: values.at(-1) ?? 0,
        mbPerHour: slopePerHour(samples.slice(Math.floor(samples.length / 2))),
        restarts: Math.max(0, (this.children.get(what)?.size ?? 0) - 1),
      };
    });
  }

  private async run(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      await this.sample();
      // Nothing but its end breaks it off.
      await sleep(EVERY_MS, null, { signal }).catch(() => undefined);
    }
  }

  private async sample(): Promise<void> {
    for (const [what, pid] of Object.entries(this.processes)) {
      const children = await childrenOf(pid);
      const sizes = await Promise.all([pid, ...children].map((one) => memoryMb(one)));
      const mb = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
      this.samples.set(what, [...(this.samples.get(what) ?? []), { atMs: performance.now(), mb }]);
      this.children.set(what, new Set([...(this.children.get(what) ?? []), ...children]));
    }
  }
}

/** By least squares, in MB an hour. */
function slopePerHour(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middleMs = mean(samples.map(({ atMs }) => atMs));
  const middleMb = mean(samples.map(({ mb }) => mb));
  const along = samples.map(({ atMs, mb }) => (atMs - middleMs) * (mb - middleMb));
  const spread = samples.map(({ atMs }) => (atMs - middleMs) ** 2);
  return Math.round((mean(along) / mean(spread)) * MS_PER_HOUR);
}
