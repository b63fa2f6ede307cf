import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QueueName } from '../../platform/queue';
import type { TaskName, TaskResult, TaskState } from './task-contract';

export interface TaskError {
  readonly code: string;
  readonly message: string;
}

/**
 * Indexes: tasks_company for lists, tasks_waiting and tasks_unfinished for what stands in a queue, tasks_running
 * for lost runs, tasks_finished for retention. The column `sequence` is only ordered by.
 */
@Entity('tasks')
export class TaskEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('text')
  name!: TaskName;

  @Column('text')
  queue!: QueueName;

  @Column('jsonb')
  payload!: object;

  @Column('text')
  state!: TaskState;

  @Column('integer')
  progress!: number;

  @Column('jsonb', { nullable: true })
  result!: TaskResult | null;

  @Column('jsonb', { nullable: true })
  error!: TaskError | null;

  @Column('integer')
  attempts!: number;

  @Column('integer')
  generation!: number;

  @Column('integer')
  maxAttempts!: number;

  /** Not before this time. */
  @Column('timestamptz')
  runAt!: Date;

  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;

  /** The run that holds it; null while none does. */
  @Column('uuid', { nullable: true })
  runId!: string | null;

  @Column('timestamptz', { nullable: true })
  heartbeatAt!: Date | null;

  @Column('uuid', { nullable: true })
  requestedBy!: string | null;

  /** The HTTP request that asked for it, for the logs; null when none did. */
  @Column('text', { nullable: true })
  requestId!: string | null;

  /** W3C trace context of that request; null while nothing is traced. */
  @Column('text', { nullable: true })
  traceParent!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
