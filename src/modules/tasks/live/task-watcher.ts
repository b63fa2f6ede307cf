import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { Broadcast } from '../../../platform/realtime';
import { TaskChanged } from '../tasks.events';
import { TasksRepository } from '../tasks.repository';
import { isFinalState, type TaskView } from './task-update';

const CHANNEL = 'tasks';

/** Changes are told at most this often: many small steps of progress become one. */
const READ_INTERVAL_MS = 200;

/** Heals what a lost hint left behind, and is all there is while Redis is away. */
const RECHECK_INTERVAL_MS = 5_000;

export interface TaskListener {
  /** The row has changed since the listener saw it last. */
  readonly changed: (before: TaskView, now: TaskView) => void;
  /** The row is gone; it is no longer watched. */
  readonly gone: (taskId: string) => void;
}

/** One watcher's tasks and what it saw of each last; null until the first read. */
export class TaskSubscription {
  readonly seen = new Map<string, TaskView | null>();

  constructor(
    readonly companyId: string,
    readonly listener: TaskListener,
  ) {}
}

/**
 * Tells whoever watches tasks in this process what their rows say. A hint from the process that changed
 * a row makes this one read it; nothing is told that was not read. Reads happen one at a time and for all
 * watchers together, so what a watcher is told never goes back, and a thousand watchers cost one query.
 */
@Injectable()
export class TaskWatcher implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(TaskWatcher.name);
  private readonly watched = new Map<string, Set<TaskSubscription>>();
  private readonly hinted = new Set<string>();
  private readonly wanted = new Set<string>();
  private nextRead: Promise<void> | null = null;
  private lastRead: Promise<void> = Promise.resolve();
  private readTimer: NodeJS.Timeout | null = null;
  private recheckTimer: NodeJS.Timeout | null = null;
  private lastReadAtMs = 0;

  constructor(
    private readonly repository: TasksRepository,
    private readonly database: Database,
    private readonly events: EventBus,
    private readonly broadcast: Broadcast,
  ) {}

  onModuleInit(): void {
    this.events.on(TaskChanged, ({ taskId }) => {
      this.database.afterCommit(() => {
        this.broadcast.publish(CHANNEL, taskId);
      });
    });
    this.broadcast.on(CHANNEL, {
      message: (taskId) => {
        this.hint([taskId]);
      },
      resumed: () => {
        this.hint(this.watched.keys());
      },
    });
    this.recheckTimer = setInterval(() => {
      this.hint(this.unfinished());
    }, RECHECK_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of [this.readTimer, this.recheckTimer]) {
      clearTimeout(timer ?? undefined);
    }
    this.watched.clear();
    await this.lastRead;
  }

  /**
   * The tasks as they are, those of the subscription's company only; from then on its listener hears of
   * every change. What is not among them is not watched. Watches first and reads then: nothing is missed.
   */
  async watch(
    subscription: TaskSubscription,
    taskIds: readonly string[],
  ): Promise<readonly TaskView[]> {
    const fresh = taskIds.filter((id) => !subscription.seen.has(id));
    for (const id of fresh) {
      subscription.seen.set(id, null);
      const subscriptions = this.watched.get(id) ?? new Set();
      this.watched.set(id, subscriptions.add(subscription));
    }
    try {
      if (fresh.length > 0) {
        await this.read(fresh);
      }
    } finally {
      this.unwatch(
        subscription,
        fresh.filter((id) => subscription.seen.get(id) === null),
      );
    }
    return taskIds.flatMap((id) => subscription.seen.get(id) ?? []);
  }

  unwatch(subscription: TaskSubscription, taskIds: Iterable<string>): void {
    for (const id of taskIds) {
      subscription.seen.delete(id);
      const subscriptions = this.watched.get(id);
      subscriptions?.delete(subscription);
      if (subscriptions?.size === 0) {
        this.watched.delete(id);
      }
    }
  }

  private unfinished(): readonly string[] {
    const isUnfinished = (view: TaskView | null | undefined): boolean =>
      view === null || view === undefined || !isFinalState(view.state);
    return [...this.watched].flatMap(([id, subscriptions]) =>
      [...subscriptions].some(({ seen }) => isUnfinished(seen.get(id))) ? [id] : [],
    );
  }

  /** These rows may have changed: read soon, at once after a quiet time. */
  private hint(taskIds: Iterable<string>): void {
    for (const id of taskIds) {
      if (this.watched.has(id)) {
        this.hinted.add(id);
      }
    }
    if (this.hinted.size > 0 && this.readTimer === null) {
      const waitMs = Math.max(0, this.lastReadAtMs + READ_INTERVAL_MS - performance.now());
      this.readTimer = setTimeout(() => {
        this.readTimer = null;
        this.lastReadAtMs = performance.now();
        this.readHinted();
      }, waitMs);
    }
  }

  private readHinted(): void {
    const taskIds = [...this.hinted];
    this.hinted.clear();
    this.read(taskIds).catch((error: unknown) => {
      this.log.warn({ err: error }, 'watched tasks not read, tried again at the next recheck');
    });
  }

  /** Joins the read that comes after the one that runs. */
  private read(taskIds: readonly string[]): Promise<void> {
    taskIds.forEach((id) => this.wanted.add(id));
    if (this.nextRead === null) {
      this.nextRead = this.lastRead.then(() => {
        this.nextRead = null;
        const wanted = [...this.wanted];
        this.wanted.clear();
        return this.readNow(wanted);
      });
      this.lastRead = this.nextRead.catch(() => undefined);
    }
    return this.nextRead;
  }

  private async readNow(taskIds: readonly string[]): Promise<void> {
    const views = new Map(
      (await this.repository.findViews(taskIds)).map((view) => [view.id, view]),
    );
    for (const id of taskIds) {
      for (const subscription of this.watched.get(id) ?? []) {
        this.tell(subscription, id, views.get(id) ?? null);
      }
    }
  }

  private tell(subscription: TaskSubscription, id: string, now: TaskView | null): void {
    const before = subscription.seen.get(id) ?? null;
    // A row of another company is no row.
    if (now?.companyId !== subscription.companyId) {
      if (before !== null) {
        this.unwatch(subscription, [id]);
        subscription.listener.gone(id);
      }
      return;
    }
    subscription.seen.set(id, now);
    if (before !== null) {
      subscription.listener.changed(before, now);
    }
  }
}
