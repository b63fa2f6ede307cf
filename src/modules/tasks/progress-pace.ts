const INTERVAL_MS = 500;

/** How often a run's progress is written: what a handler reports in between is dropped, the end follows. */
export class ProgressPace {
  private lastAtMs = Number.NEGATIVE_INFINITY;

  /** Whether to write now; `nowMs` of a clock that never goes back. */
  allows(nowMs: number): boolean {
    if (nowMs - this.lastAtMs < INTERVAL_MS) {
      return false;
    }
    this.lastAtMs = nowMs;
    return true;
  }
}
