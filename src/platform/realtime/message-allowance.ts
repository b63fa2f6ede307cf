const WINDOW_MS = 1000;

/** Past this many times the allowance it is no longer a mistake. */
const ABUSE_FACTOR = 10;

export type Verdict = 'allowed' | 'first_refused' | 'refused' | 'abuse';

/** Counts what a peer sends in windows of one second. */
export class MessageAllowance {
  private windowStart = Number.NEGATIVE_INFINITY;
  private count = 0;

  constructor(private readonly perSecond: number) {}

  take(nowMs: number): Verdict {
    if (nowMs - this.windowStart >= WINDOW_MS) {
      this.windowStart = nowMs;
      this.count = 0;
    }
    this.count += 1;
    if (this.count <= this.perSecond) {
      return 'allowed';
    }
    if (this.count > this.perSecond * ABUSE_FACTOR) {
      return 'abuse';
    }
    return this.count === this.perSecond + 1 ? 'first_refused' : 'refused';
  }
}
