import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../match.entity';
import type { HistoryRow } from '../pipeline/decisions.repository';
import { ResumeIds } from './change-statuses.dto';

export class MoveToStageDto {
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'One of the job’s stages; null takes the candidate out of theirs.',
  })
  @ValidateIf((move: MoveToStageDto) => move.stage_id !== null)
  @IsUUID()
  readonly stage_id!: string | null;

  @ApiPropertyOptional({ example: 'Called back after a month.', nullable: true, type: String })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string | null;
}

export class MoveManyToStageDto extends MoveToStageDto {
  @ResumeIds()
  readonly resume_ids!: readonly string[];
}

export class AssignCandidateDto {
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Somebody who sees the job; null for nobody.',
  })
  @ValidateIf((assignment: AssignCandidateDto) => assignment.user_id !== null)
  @IsUUID()
  readonly user_id!: string | null;
}

class NamedDto {
  @ApiProperty({ format: 'uuid', description: 'Of what may be deleted since.' })
  readonly id!: string;

  @ApiProperty({ example: 'Phone screen', description: 'Its name at that moment.' })
  readonly name!: string;
}

class DeciderDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Theo Lindqvist', nullable: true, type: String })
  readonly full_name!: string | null;
}

/** One step of a candidate through a job. */
export class HistoryEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: APPLICATION_STATUSES })
  readonly from_status!: ApplicationStatus;

  @ApiProperty({
    enum: APPLICATION_STATUSES,
    description: 'The same as before when only the stage changed.',
  })
  readonly to_status!: ApplicationStatus;

  @ApiProperty({ type: NamedDto, nullable: true })
  readonly from_stage!: NamedDto | null;

  @ApiProperty({ type: NamedDto, nullable: true })
  readonly to_stage!: NamedDto | null;

  @ApiProperty({ example: 'Ran the same migration before.', nullable: true, type: String })
  readonly reason!: string | null;

  @ApiProperty({ type: NamedDto, nullable: true })
  readonly rejection_reason!: NamedDto | null;

  @ApiProperty({ type: DeciderDto, nullable: true, description: 'Null when they are gone.' })
  readonly changed_by!: DeciderDto | null;

  @ApiProperty({ example: 0.812, description: 'The score at that moment.' })
  readonly match_score!: number;

  @ApiProperty({ example: 3, nullable: true, type: Number })
  readonly rank!: number | null;

  @ApiProperty({ example: 120, nullable: true, type: Number, description: 'Ranked among so many.' })
  readonly candidates!: number | null;

  @ApiProperty({ format: 'date-time' })
  readonly changed_at!: string;

  static from(row: HistoryRow): HistoryEntryDto {
    return {
      id: row.id,
      from_status: row.fromStatus,
      to_status: row.toStatus,
      from_stage: named(row.fromStageId, row.fromStageName),
      to_stage: named(row.toStageId, row.toStageName),
      reason: row.reason,
      rejection_reason: named(row.rejectionReasonId, row.rejectionReason),
      changed_by:
        row.changedBy === null ? null : { id: row.changedBy, full_name: row.changedByName },
      match_score: row.matchScore,
      rank: row.rank,
      candidates: row.candidates,
      changed_at: row.createdAt.toISOString(),
    };
  }
}

function named(id: string | null, name: string | null): NamedDto | null {
  return id === null ? null : { id, name: name ?? '' };
}
