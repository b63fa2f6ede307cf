/**
 * Sends at once after a quiet time and else once an interval, the last of what was offered meanwhile. What
 * was offered last is always sent.
 */
export class PacedSender<T> {
  private waiting: { readonly value: T } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly intervalMs: number,
    private readonly send: (value: T) => void,
  ) {}

  offer(value: T): void {
    if (this.isStopped) {
      return;
    }
    this.waiting = { value };
    if (this.timer === null) {
      this.flush();
    }
  }

  /** Nothing is sent from now on. */
  stop(): void {
    this.isStopped = true;
    this.waiting = null;
    clearTimeout(this.timer ?? undefined);
  }

  private flush(): void {
    this.timer = null;
    const { waiting } = this;
    if (waiting !== null) {
      this.waiting = null;
      this.send(waiting.value);
      this.timer = setTimeout(() => {
        this.flush();
      }, this.intervalMs);
    }
  }
}
