/** Lets so many through at once; the others wait in the order in which they came. */
export class Slots {
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor(private readonly limit: number) {}

  /** A slot is free when `release` was called once. @throws what the signal is aborted with. */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.taken < this.limit) {
      this.taken += 1;
    } else {
      await this.turn(signal);
    }
    let isReleased = false;
    return () => {
      if (!isReleased) {
        isReleased = true;
        this.pass();
      }
    };
  }

  /** The slot goes to the next who waits, so that nobody who comes now is before them. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.taken -= 1;
    } else {
      next();
    }
  }

  private turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      this.waiting.push(go);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }
}
