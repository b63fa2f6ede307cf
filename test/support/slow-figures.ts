import type { InventedApplication, InventedHistory } from './hiring-history';

/** The figures again, from what happened, one application after the other and without any SQL. */
export interface SlowFilter {
  /** Whether a moment is of the period. */
  readonly isIn: (moment: Date) => boolean;
  readonly end: Date;
  readonly jobIds: readonly string[] | null;
}

interface Stay {
  readonly status: string;
  readonly entered: Date;
  readonly left: Date | null;
}

interface Told {
  readonly application: InventedApplication;
  readonly stays: readonly Stay[];
}

export interface SlowDurations {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

const ORDER = ['pending', 'reviewing', 'shortlisted', 'interviewing', 'offered', 'hired'];
const ENDED = ['hired', 'rejected', 'withdrawn'];
const QUARTER_MS = 15 * 60 * 1000;

export class SlowFigures {
  private readonly told: readonly Told[];

  constructor(
    private readonly history: InventedHistory,
    private readonly filter: SlowFilter,
  ) {
    this.told = history.applications
      .filter(({ jobId }) => this.isAsked(jobId))
      .map((application) => ({ application, stays: staysOf(application) }))
      .filter(({ stays }) => stays.length > 0);
  }

  begun(): { applications: number; sourced: number } {
    const begun = this.begunHere();
    const sourced = begun.filter(({ application }) => application.source === 'matched');
    return { applications: begun.length, sourced: sourced.length };
  }

  firstEntries(): Record<string, number> {
    return countBy(
      this.told.flatMap(({ stays }) =>
        [...new Set(stays.map(({ status }) => status))].filter((status) => {
          const first = stays.find((stay) => stay.status === status);
          return first !== undefined && this.filter.isIn(first.entered);
        }),
      ),
    );
  }

  furthest(): Record<string, number> {
    return countBy(
      this.begunHere().map(({ application, stays }) => {
        const status = last(stays).status;
        const reached = stays.map((stay) => Math.min(4, ORDER.indexOf(stay.status)));
        const step = status === 'hired' ? 5 : Math.max(0, ...reached);
        const outcome = ENDED.includes(status)
          ? status
          : application.isErased
            ? 'removed'
            : 'active';
        return `${step} ${outcome}`;
      }),
    );
  }

  timeInStatus(): Record<string, SlowDurations> {
    const ended = this.told.flatMap(({ stays }) =>
      stays.filter(({ left }) => left !== null && this.filter.isIn(left)),
    );
    const statuses = [...new Set(ended.map(({ status }) => status))].sort();
    return Object.fromEntries(
      statuses.map((status) => {
        const times = ended
          .filter((stay) => stay.status === status)
          .map((stay) => quartersBetween(stay.entered, stay.left ?? stay.entered));
        return [status, durationsOf(times)];
      }),
    );
  }

  timeToHire(): SlowDurations {
    return durationsOf(
      this.hires()
        .filter(({ at }) => this.filter.isIn(at))
        .map(({ began, at }) => quartersBetween(began, at)),
    );
  }

  timeToFill(): SlowDurations {
    const times: number[] = [];
    for (const job of this.history.jobs.filter(({ id }) => this.isAsked(id))) {
      const openings = statesOf(job).filter(({ status }) => status === 'open');
      openings.forEach((opening, at) => {
        const next = openings[at + 1];
        const [first] = this.hires()
          .filter(({ jobId }) => jobId === job.id)
          .filter((hire) => quarter(hire.at) >= quarter(opening.at))
          .filter((hire) => next === undefined || quarter(hire.at) < quarter(next.at))
          .sort((a, b) => a.at.getTime() - b.at.getTime());
        if (first !== undefined && this.filter.isIn(first.at)) {
          times.push(quartersBetween(opening.at, first.at));
        }
      });
    }
    return durationsOf(times);
  }

  activeAtEnd(): Record<string, number> {
    const { end } = this.filter;
    return countBy(
      this.told.flatMap(({ stays }) =>
        stays
          .filter(({ entered, left }) => entered < end && (left === null || left >= end))
          .map(({ status }) => status)
          .filter((status) => !ENDED.includes(status)),
      ),
    );
  }

  byOrigin(): Record<string, string> {
    const begun = this.begunHere();
    const origins = [...new Set(begun.map(({ application }) => this.originOf(application)))];
    return Object.fromEntries(
      origins.sort().map((origin) => {
        const these = begun.filter(({ application }) => this.originOf(application) === origin);
        const reached = (status: string): number =>
          these.filter(({ stays }) =>
            stays.some((stay) => ORDER.indexOf(stay.status) >= ORDER.indexOf(status)),
          ).length;
        const hired = these.filter(({ stays }) => last(stays).status === 'hired').length;
        const scores = these.map(({ application }) => application.score);
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length / 100;
        const counts = [these.length, reached('shortlisted'), reached('interviewing'), hired];
        return [origin, `${counts.join(' ')} ${mean.toFixed(6)}`];
      }),
    );
  }

  countJobs(): { openJobs: number; openedJobs: number; closedJobs: number } {
    const counts = { openJobs: 0, openedJobs: 0, closedJobs: 0 };
    for (const job of this.history.jobs.filter(({ id }) => this.isAsked(id))) {
      const states = statesOf(job);
      const before = states.filter(({ at }) => at < this.filter.end);
      counts.openJobs += before.at(-1)?.status === 'open' ? 1 : 0;
      const here = states.filter(({ at }) => this.filter.isIn(at));
      counts.openedJobs += here.filter(({ status }) => status === 'open').length;
      counts.closedJobs += here.filter(({ status }) => status === 'closed').length;
    }
    return counts;
  }

  private isAsked(jobId: string): boolean {
    return this.filter.jobIds?.includes(jobId) ?? true;
  }

  private begunHere(): Told[] {
    return this.told.filter(({ stays }) => this.filter.isIn(stays[0]?.entered ?? new Date(0)));
  }

  private hires(): { jobId: string; began: Date; at: Date }[] {
    return this.told
      .filter(({ stays }) => last(stays).status === 'hired')
      .map(({ application, stays }) => ({
        jobId: application.jobId,
        began: stays[0]?.entered ?? new Date(0),
        at: last(stays).entered,
      }));
  }

  private originOf({ candidateId, resumeId }: InventedApplication): string {
    const mine = this.history.sources
      .filter((source) => source.candidateId === candidateId)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const own = mine.find((source) => source.resumeId === resumeId);
    return (own ?? mine[0])?.kind ?? 'unknown';
  }
}

function staysOf({ source, createdAt, changes }: InventedApplication): Stay[] {
  const entries: { status: string; entered: Date }[] =
    source === 'applied' ? [{ status: 'pending', entered: createdAt }] : [];
  for (const { at, to } of changes) {
    const before = entries.at(-1);
    if (before?.status !== to) {
      entries.push({
        status: to,
        entered: before !== undefined && at < before.entered ? before.entered : at,
      });
    }
  }
  return entries.map((entry, at) => ({ ...entry, left: entries[at + 1]?.entered ?? null }));
}

function statesOf({ states, createdAt, status }: InventedHistory['jobs'][number]): readonly {
  readonly at: Date;
  readonly status: string;
}[] {
  return states.length > 0 ? states : [{ at: createdAt, status }];
}

/** Nearest rank, by sorting all of them. */
function durationsOf(times: readonly number[]): SlowDurations {
  const sorted = times.toSorted((a, b) => a - b);
  const rank = (share: number): number | null =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  const sum = sorted.reduce((total, one) => total + one, 0);
  const mean = sorted.length === 0 ? null : sum / sorted.length;
  return { count: sorted.length, mean, median: rank(0.5), p90: rank(0.9) };
}

function quarter(moment: Date): number {
  return Math.floor(moment.getTime() / QUARTER_MS);
}

function quartersBetween(from: Date, to: Date): number {
  return quarter(to) - quarter(from);
}

function last(stays: readonly Stay[]): Stay {
  const stay = stays.at(-1);
  if (stay === undefined) {
    throw new Error('An application without a stay does not count.');
  }
  return stay;
}

export function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values.toSorted()) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
