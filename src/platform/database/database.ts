import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Replica } from './replica/replica';
import { isReplicaFailure } from './replica/replica-failure';
import { isDeadlock } from './violations';

/** Locks are taken in one order wherever that is possible; cascades of deletions have an order of their own. */
const MOST_ATTEMPTS = 4;

/** Where queries go: into an open transaction, or to the replica outside of any. */
interface Scope {
  readonly kind: 'transaction' | 'replica';
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

/**
 * The one way to the database. Repositories ask it for `manager` each time they query, so that code
 * inside `transaction` uses that transaction without handing a manager around: with the embedded
 * database's single connection, a query beside the open transaction would wait for ever.
 */
@Injectable()
export class Database {
  private readonly log = new Logger(Database.name);
  private readonly current = new AsyncLocalStorage<Scope>();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly replica?: Replica,
  ) {}

  /** The open transaction's manager, else the pool's. Do not keep it. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Rows of a SQL statement; values only as parameters. The caller states the row's shape. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...parameters]);
  }

  /** Rows affected by an UPDATE or DELETE. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    // TypeORM answers these two kinds of statement with [rows, count].
    const [, count] = await this.manager.query<[unknown, number]>(sql, [...parameters]);
    return count;
  }

  /**
   * Commits when `work` resolves and rolls back when it rejects; inside another transaction it joins
   * that one. No network, model or queue call belongs inside: PostgreSQL ends one of two transactions
   * that wait for each other, and the work of that one runs again.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.isInTransaction) {
      return work();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isDeadlock(error)) {
          throw error;
        }
        this.log.warn({ attempt }, 'a deadlock ended a transaction; it runs again');
      }
    }
  }

  /**
   * For work that only reads, and may miss what was written in the last DATABASE_REPLICA_MAX_LAG_SECONDS: its
   * queries go to the replica while that is up to date, else to the primary. When the replica fails meanwhile the
   * work runs again on the primary. Its transactions are the primary's.
   */
  async reading<T>(work: () => Promise<T>): Promise<T> {
    const manager = this.replica?.usableManager() ?? null;
    if (manager === null || this.current.getStore() !== undefined) {
      return work();
    }
    try {
      return await this.current.run({ kind: 'replica', manager, afterCommit: [] }, work);
    } catch (error) {
      if (!isReplicaFailure(error)) {
        throw error;
      }
      this.replica?.suspend(error);
      return work();
    }
  }

  /** For work that outlives a `reading` which started it, or writes. */
  onPrimary<T>(work: () => Promise<T>): Promise<T> {
    return this.isInTransaction ? work() : this.current.exit(work);
  }

  /** Runs once the open transaction has committed, never when it rolls back; at once outside of one. */
  afterCommit(callback: () => void): void {
    const scope = this.current.getStore();
    if (scope?.kind !== 'transaction') {
      this.runQuietly(callback);
      return;
    }
    scope.afterCommit.push(callback);
  }

  /** Closes the pool; the process ends next. */
  async close(): Promise<void> {
    if (this.dataSource.isInitialized) {
      await this.dataSource.destroy();
    }
  }

  private get isInTransaction(): boolean {
    return this.current.getStore()?.kind === 'transaction';
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction((manager) =>
      this.current.run({ kind: 'transaction', manager, afterCommit }, work),
    );
    this.current.exit(() => {
      afterCommit.forEach((callback) => {
        this.runQuietly(callback);
      });
    });
    return result;
  }

  /** What is committed stays committed: a failing callback must not fail the caller. */
  private runQuietly(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.log.error({ err: error }, 'after-commit callback failed');
    }
  }
}
