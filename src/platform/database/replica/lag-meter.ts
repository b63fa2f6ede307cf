interface Sample {
  readonly atMs: number;
  readonly position: bigint;
}

/**
 * How old a replica's knowledge is, by where the primary's log stood when: clocks of other machines do not
 * matter, nor whether anything is written at all, and a replica that lost its primary grows old too.
 */
export class LagMeter {
  /** Oldest first. */
  private samples: readonly Sample[] = [];

  constructor(private readonly longestMs: number) {}

  /** The primary's log stood here at that moment. */
  note(atMs: number, position: bigint): void {
    this.samples = [...this.samples, { atMs, position }].filter(
      (sample) => atMs - sample.atMs <= this.longestMs,
    );
  }

  /** The age of what a replica knows that has replayed so far; null when it is older than anything known here. */
  ageMs(nowMs: number, replayed: bigint): number | null {
    const known = this.samples.findLast(({ position }) => position <= replayed);
    return known === undefined ? null : nowMs - known.atMs;
  }
}

/** A position in the log, as in `16/B374D848`. */
export function logPosition(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
