interface Waiting {
  readonly rank: number;
  readonly begin: (isOpen: boolean) => void;
}

/** A point of priority is worth this much waiting, so that the least urgent is only put off, never forgotten. */
const MS_PER_PRIORITY = 5_000;

/**
 * The tasks of all queues that this process runs at once. When there are more, the next is the one whose
 * arrival, moved forward by its queue's priority, is earliest.
 */
export class TaskSlots {
  private readonly waiting: Waiting[] = [];
  private free: number;
  private isOpen = true;

  constructor(
    count: number,
    private readonly now: () => number,
  ) {
    this.free = count;
  }

  /** Does the work in a slot of its own; not at all when the slots were closed meanwhile. */
  async run(priority: number, work: () => Promise<void>): Promise<void> {
    if (!(await this.acquire(priority))) {
      return;
    }
    try {
      await work();
    } finally {
      this.release();
    }
  }

  /** Lets what runs end and what waits go: its rows are dispatched again by another worker. */
  close(): void {
    this.isOpen = false;
    for (const { begin } of this.waiting.splice(0)) {
      begin(false);
    }
  }

  private acquire(priority: number): Promise<boolean> {
    if (!this.isOpen) {
      return Promise.resolve(false);
    }
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve(true);
    }
    const rank = this.now() - priority * MS_PER_PRIORITY;
    return new Promise((begin) => {
      const later = this.waiting.findIndex((other) => other.rank > rank);
      this.waiting.splice(later === -1 ? this.waiting.length : later, 0, { rank, begin });
    });
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.free += 1;
      return;
    }
    next.begin(true);
  }
}
