import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import { QUEUE_NAMES, type QueueName } from '../../../platform/queue';
import { TASK_NAMES, TASK_STATES, type TaskName, type TaskState } from '../task-contract';
import type { TaskEntity } from '../task.entity';

export class TaskErrorDto {
  @ApiProperty({ example: 'encrypted' })
  readonly code!: string;

  @ApiProperty({ example: 'The file is protected by a password.' })
  readonly message!: string;
}

export class TaskResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly task_id!: string;

  @ApiProperty({ example: 'matching.rank-pool' })
  readonly name!: string;

  @ApiProperty({ enum: QUEUE_NAMES, example: 'documents' })
  readonly queue!: QueueName;

  @ApiProperty({ enum: TASK_STATES })
  readonly state!: TaskState;

  @ApiProperty({ minimum: 0, maximum: 100, example: 100 })
  readonly progress!: number;

  @ApiProperty({ type: Object, nullable: true, example: { ranked: 120 } })
  readonly result!: Readonly<Record<string, unknown>> | null;

  @ApiProperty({ type: TaskErrorDto, nullable: true })
  readonly error!: TaskErrorDto | null;

  @ApiProperty({ example: 1 })
  readonly attempts!: number;

  @ApiProperty({
    example: 3,
    description: 'Runs after which a task that fails each time is given up.',
  })
  readonly max_attempts!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly finished_at!: string | null;

  static from(task: TaskEntity): TaskResponseDto {
    return {
      task_id: task.id,
      name: task.name,
      queue: task.queue,
      state: task.state,
      progress: task.progress,
      result: task.result,
      error: task.error,
      attempts: task.attempts,
      max_attempts: task.maxAttempts,
      created_at: task.createdAt.toISOString(),
      updated_at: task.updatedAt.toISOString(),
      finished_at: task.finishedAt?.toISOString() ?? null,
    };
  }
}

/** The 202 answer of every route that starts background work. */
export class TaskAcceptedDto {
  @ApiProperty({ format: 'uuid' })
  readonly task_id!: string;

  @ApiProperty({ example: 'queued' })
  readonly status!: 'queued';

  static of(taskId: string): TaskAcceptedDto {
    return { task_id: taskId, status: 'queued' };
  }
}

export class ListTasksQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: TASK_STATES })
  @IsOptional()
  @IsIn(TASK_STATES)
  readonly state?: TaskState;

  @ApiPropertyOptional({ enum: QUEUE_NAMES })
  @IsOptional()
  @IsIn(QUEUE_NAMES)
  readonly queue?: QueueName;

  @ApiPropertyOptional({ enum: TASK_NAMES, description: 'One kind of work.' })
  @IsOptional()
  @IsIn(TASK_NAMES)
  readonly name?: TaskName;
}
