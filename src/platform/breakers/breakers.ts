import { Injectable } from '@nestjs/common';
import { Breaker, type BreakerOptions, type BreakerState } from './breaker';

/** All breakers of the process, so that health and metrics can tell how they stand. */
@Injectable()
export class Breakers {
  private readonly breakers = new Map<string, Breaker>();

  /** Each adapter makes its own when it starts. The name is shown in health and metrics. */
  add(name: string, options: BreakerOptions): Breaker {
    if (this.breakers.has(name)) {
      throw new Error(`There is a breaker named ${name} already.`);
    }
    const breaker = new Breaker(name, options);
    this.breakers.set(name, breaker);
    return breaker;
  }

  states(): Readonly<Record<string, BreakerState>> {
    return Object.fromEntries([...this.breakers].map(([name, { state }]) => [name, state]));
  }
}
