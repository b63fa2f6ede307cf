import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ENV, type Env } from '../../../config';
import { dataSourceOptions } from '../data-source-options';
import { LagMeter, logPosition } from './lag-meter';

const CHECK_EVERY_MS = 500;
const ANSWER_WITHIN_MS = 3_000;

interface Position {
  /** Null on a server that is no replica. */
  readonly position: string | null;
}

/**
 * The replica of `DATABASE_REPLICA_URL`, and whether it is up to date. Twice a second the primary is asked how
 * far its log is and the replica how much of it it has; no answer, too old, or no longer a replica means that nobody
 * reads from it until that has changed. Its absence never keeps a process from starting or being ready.
 */
@Injectable()
export class Replica implements OnModuleInit {
  private readonly log = new Logger(Replica.name);
  private readonly meter: LagMeter;
  private connection: DataSource | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isChecking = false;
  private isClosed = false;
  private ageMs: number | null = null;
  private checkedAtMs = 0;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly primary: DataSource,
  ) {
    // Older positions than twice the allowed age say no more than that it is too old.
    this.meter = new LagMeter(2 * this.maxLagMs + CHECK_EVERY_MS);
  }

  async onModuleInit(): Promise<void> {
    if (this.env.DATABASE_REPLICA_URL === '') {
      return;
    }
    await this.check();
    this.timer = setInterval(() => {
      void this.check();
    }, CHECK_EVERY_MS);
  }

  /** Null while reads belong on the primary. */
  usableManager(): EntityManager | null {
    if (this.connection === null || this.ageMs === null) {
      return null;
    }
    const ageMs = this.ageMs + performance.now() - this.checkedAtMs;
    return ageMs <= this.maxLagMs ? this.connection.manager : null;
  }

  /** It just failed: nobody else need find out before the next check. */
  suspend(error: unknown): void {
    this.ageMs = null;
    this.log.warn({ err: error }, 'the replica failed; reading from the primary');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.connection?.destroy();
  }

  private get maxLagMs(): number {
    return this.env.DATABASE_REPLICA_MAX_LAG_SECONDS * 1000;
  }

  private async check(): Promise<void> {
    if (this.isChecking || this.isClosed) {
      return;
    }
    this.isChecking = true;
    const wasUsable = this.ageMs !== null && this.ageMs <= this.maxLagMs;
    try {
      this.ageMs = await this.measure();
    } catch {
      // Why it is away is told by whoever runs it; here it only matters that it is.
      this.ageMs = null;
    } finally {
      this.isChecking = false;
      this.checkedAtMs = performance.now();
    }
    const isUsable = this.ageMs !== null && this.ageMs <= this.maxLagMs;
    if (isUsable !== wasUsable) {
      const fields = { ageMs: this.ageMs === null ? null : Math.round(this.ageMs) };
      this.log.log(fields, isUsable ? 'reading from the replica' : 'reading from the primary');
    }
  }

  private async measure(): Promise<number | null> {
    this.connection ??= await this.connect();
    const askedAtMs = performance.now();
    const [[primary], [replica]] = await Promise.all([
      inTime(
        this.primary.query<Position[]>(
          'SELECT CASE WHEN NOT pg_is_in_recovery() THEN pg_current_wal_lsn()::text END AS position',
        ),
      ),
      inTime(
        this.connection.query<Position[]>(
          'SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text END AS position',
        ),
      ),
    ]);
    if (typeof primary?.position === 'string') {
      this.meter.note(askedAtMs, logPosition(primary.position));
    }
    return typeof replica?.position === 'string'
      ? this.meter.ageMs(performance.now(), logPosition(replica.position))
      : null;
  }

  /** With the entities of the primary, so that repositories work on either. */
  private async connect(): Promise<DataSource> {
    const connection = new DataSource({
      ...dataSourceOptions({ ...this.env, DATABASE_URL: this.env.DATABASE_REPLICA_URL }, null),
      entities: this.primary.options.entities ?? [],
      connectTimeoutMS: ANSWER_WITHIN_MS,
    });
    return connection.initialize();
  }
}

/** @throws when it takes too long; what comes later is ignored. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${ANSWER_WITHIN_MS} ms.`));
    }, ANSWER_WITHIN_MS);
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
