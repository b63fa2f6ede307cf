import { shareOf } from './shares';

/** The way to a hire; rejected and withdrawn are ends beside it. */
export const STEPS = [
  'pending',
  'reviewing',
  'shortlisted',
  'interviewing',
  'offered',
  'hired',
] as const;
export type Step = (typeof STEPS)[number];

/** Statuses in which an application waits for somebody. */
export const ACTIVE_STATUSES = STEPS.slice(0, -1);

/** How an application stands now; `removed` was still going on when the person's data were erased. */
export const OUTCOMES = ['active', 'hired', 'rejected', 'withdrawn', 'removed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** So many applications came as far as a step, by its place in `STEPS`, and stand so. */
export interface FurthestCount {
  readonly step: number;
  readonly outcome: Outcome;
  readonly count: number;
}

export interface FunnelStep {
  readonly status: Step;
  /** Came so far or further. */
  readonly reached: number;
  readonly shareOfAll: number | null;
  /** Of those who reached the step before. */
  readonly conversion: number | null;
  /** Of those who came no further, by how they stand. */
  readonly active: number;
  readonly rejected: number;
  readonly withdrawn: number;
  readonly removed: number;
}

export function funnelOf(counts: readonly FurthestCount[]): FunnelStep[] {
  const from = (step: number): number =>
    sum(counts.filter((one) => one.step >= step).map(({ count }) => count));
  return STEPS.map((status, step) => {
    const here = (outcome: Outcome): number =>
      sum(
        counts
          .filter((one) => one.step === step && one.outcome === outcome)
          .map(({ count }) => count),
      );
    return {
      status,
      reached: from(step),
      shareOfAll: shareOf(from(step), from(0)),
      conversion: step === 0 ? null : shareOf(from(step), from(step - 1)),
      active: here('active'),
      rejected: here('rejected'),
      withdrawn: here('withdrawn'),
      removed: here('removed'),
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
