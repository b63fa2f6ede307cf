/** Keys that take turns; one that had enough for now is left alone for that long. */
export class KeyRing {
  private readonly restingUntilMs = new Map<string, number>();
  private turn = 0;

  constructor(
    private readonly keys: readonly string[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The next that may be used, else the one that rests for the shortest time; null when there are no keys. */
  next(): string | null {
    const inTurn = this.keys.map(
      (_key, index) => this.keys[(this.turn + index) % this.keys.length],
    );
    this.turn += 1;
    const rested = inTurn
      .filter((key) => key !== undefined)
      .toSorted((a, b) => this.waitOf(a) - this.waitOf(b));
    return rested[0] ?? null;
  }

  rest(key: string | null, forMs: number): void {
    if (key !== null) {
      this.restingUntilMs.set(key, this.now() + forMs);
    }
  }

  /** How long until any key may be used. */
  waitMs(): number {
    return this.keys.length === 0 ? 0 : Math.min(...this.keys.map((key) => this.waitOf(key)));
  }

  private waitOf(key: string): number {
    return Math.max(0, (this.restingUntilMs.get(key) ?? 0) - this.now());
  }
}
