import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** What a probed process says about itself, in `<pid>.json`. */
export interface ProcessFigures {
  readonly script: string;
  readonly loopDelayP50Ms: number;
  readonly loopDelayP99Ms: number;
  readonly loopDelayMaxMs: number;
  /** Resident memory, one sample a second. */
  readonly memoryMb: readonly number[];
}

const RESOLUTION_MS = 10;
const INTERVAL_MS = 1_000;
const NS_PER_MS = 1e6;
const BYTES_PER_MB = 1024 * 1024;

/**
 * Loaded into a process of the bench with `--require`: measures it from inside. SIGWINCH begins anew; the server
 * takes other free signals for a wish to end it.
 */
function probe(folder: string): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let memoryMb: number[] = [];
  process.on('SIGWINCH', () => {
    delay.reset();
    memoryMb = [];
  });
  // A timer that fires on time already shows its own resolution as delay.
  const ms = (ns: number): number => Math.max(0, Math.round(ns / NS_PER_MS - RESOLUTION_MS));
  setInterval(() => {
    memoryMb.push(Math.round(process.memoryUsage.rss() / BYTES_PER_MB));
    const figures: ProcessFigures = {
      script: process.argv[1] ?? '',
      loopDelayP50Ms: ms(delay.percentile(50)),
      loopDelayP99Ms: ms(delay.percentile(99)),
      loopDelayMaxMs: ms(delay.max),
      memoryMb,
    };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(figures));
  }, INTERVAL_MS).unref();
}

const folder = process.env['BENCH_PROBE_DIR'];
if (isMainThread && folder !== undefined) {
  probe(folder);
}
