import CircuitBreaker from 'opossum';

export const BREAKER_STATES = ['closed', 'open', 'half_open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

export interface BreakerOptions {
  /** How long an open breaker lets nobody through, before it tries with one. */
  readonly resetAfterMs: number;
  /** Failures within `windowMs` that open it; as long as most calls succeed it stays closed. */
  readonly failures: number;
  readonly windowMs: number;
  /** Whether an error says that the other side is out of order; what concerns one call only does not. */
  readonly isOutage: (error: unknown) => boolean;
}

/** The other side failed again and again a moment ago: nobody asked it this time. */
export class BreakerOpenError extends Error {
  constructor(
    readonly breaker: string,
    readonly retryAfterMs: number,
  ) {
    super(`The breaker of ${breaker} is open.`);
    this.name = 'BreakerOpenError';
  }
}

/**
 * Stands before something that can be away, and stops asking while it is. Give it calls that end by
 * themselves: it counts how they end and has no time limit of its own, since a call that it gave up
 * would go on unseen.
 */
export class Breaker {
  private readonly circuit: CircuitBreaker<[() => Promise<unknown>]>;
  private openedAtMs = 0;

  constructor(
    readonly name: string,
    private readonly options: BreakerOptions,
  ) {
    this.circuit = new CircuitBreaker((work: () => Promise<unknown>) => work(), {
      name,
      timeout: false,
      resetTimeout: options.resetAfterMs,
      rollingCountTimeout: options.windowMs,
      volumeThreshold: options.failures,
      errorThresholdPercentage: 50,
      errorFilter: (error: unknown) => !options.isOutage(error),
    });
    this.circuit.on('open', () => {
      this.openedAtMs = performance.now();
    });
  }

  get state(): BreakerState {
    if (this.circuit.halfOpen) {
      return 'half_open';
    }
    return this.circuit.opened ? 'open' : 'closed';
  }

  /** @throws BreakerOpenError, or what `work` throws. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      // The circuit resolves with what the work it is given resolves with.
      return (await this.circuit.fire(work)) as T;
    } catch (error) {
      if (error instanceof Error && CircuitBreaker.isOurError(error)) {
        throw new BreakerOpenError(this.name, this.retryAfterMs());
      }
      throw error;
    }
  }

  /** While one call tries whether it works again, the others ask soon after. */
  private retryAfterMs(): number {
    const passed = performance.now() - this.openedAtMs;
    return Math.max(1000, this.options.resetAfterMs - passed);
  }
}
