import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  type AfterQueryEvent,
  type BeforeQueryEvent,
  DataSource,
  type EntitySubscriberInterface,
  type QueryRunner,
} from 'typeorm';
import { type Count, type Distribution, DURATION_BUCKETS, Metrics } from '../metrics';
import { recordSpan } from '../tracing';

const OPERATIONS: readonly string[] = ['select', 'insert', 'update', 'delete', 'with'];

/** How long queries take, and how the connections to the database are used. */
@Injectable()
export class QueryMetrics implements EntitySubscriberInterface, OnModuleInit {
  /** A connection runs one query after the other. */
  private readonly startedAt = new WeakMap<QueryRunner, number>();
  private readonly durations: Distribution<'operation'>;
  private readonly failures: Count<'operation'>;

  constructor(
    private readonly dataSource: DataSource,
    metrics: Metrics,
  ) {
    this.durations = metrics.histogram({
      name: 'shortlist_database_query_duration_seconds',
      help: 'Time of one query, waiting for a connection not included, by the first word of its SQL.',
      labels: ['operation'],
      buckets: DURATION_BUCKETS,
    });
    this.failures = metrics.counter({
      name: 'shortlist_database_query_failures_total',
      help: 'Queries that the database refused or did not answer.',
      labels: ['operation'],
    });
    metrics.gauge(
      {
        name: 'shortlist_database_pool_connections',
        help: 'Connections of this process to the database, and work that waits for one (waiting).',
        labels: ['state'],
      },
      () => {
        const { totalCount, idleCount, waitingCount } = this.pool();
        return [
          { labels: { state: 'busy' }, value: totalCount - idleCount },
          { labels: { state: 'idle' }, value: idleCount },
          { labels: { state: 'waiting' }, value: waitingCount },
        ];
      },
    );
    metrics.gauge(
      {
        name: 'shortlist_database_pool_max_connections',
        help: 'Most connections of this process to the database (DATABASE_POOL_SIZE).',
        labels: [],
      },
      () => [{ labels: {}, value: this.pool().options.max }],
    );
  }

  onModuleInit(): void {
    this.dataSource.subscribers.push(this);
  }

  beforeQuery({ queryRunner }: BeforeQueryEvent): void {
    this.startedAt.set(queryRunner, performance.now());
  }

  afterQuery({ queryRunner, query, success }: AfterQueryEvent): void {
    const start = this.startedAt.get(queryRunner) ?? performance.now();
    const operation = operationOf(query);
    this.durations.observe({ operation }, (performance.now() - start) / 1000);
    if (!success) {
      this.failures.inc({ operation });
    }
    // Values are parameters, so the text of a query holds nothing of anybody.
    recordSpan(`database ${operation}`, start, {
      'db.system.name': 'postgresql',
      'db.query.text': query,
    });
  }

  private pool(): Pool {
    // TypeORM's driver for PostgreSQL keeps its pool there, of a type that it leaves open.
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}

function operationOf(query: string): string {
  const word = /^\s*(\w+)/.exec(query)?.[1]?.toLowerCase() ?? '';
  return OPERATIONS.includes(word) ? word : 'other';
}
