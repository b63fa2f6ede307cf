import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEvent,
  AUDIT_SUBJECTS,
  type AuditSubject,
  type ChainCheck,
} from '../audit-event';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class AuditQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: AUDIT_ACTIONS })
  @IsOptional()
  @IsIn(AUDIT_ACTIONS)
  readonly action?: AuditAction;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who did it.' })
  @IsOptional()
  @IsUUID()
  readonly actor_id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'What was done to.' })
  @IsOptional()
  @IsUUID()
  readonly subject_id?: string;
}

export class AuditEventDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 42, description: 'Place in the company’s chain, from 1 without a gap.' })
  readonly sequence!: number;

  @ApiProperty({ format: 'date-time' })
  readonly occurred_at!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null for what no request asked for.',
  })
  readonly actor_id!: string | null;

  @ApiProperty({ enum: AUDIT_ACTIONS })
  readonly action!: AuditAction;

  @ApiProperty({ enum: AUDIT_SUBJECTS })
  readonly subject_type!: AuditSubject;

  @ApiProperty({ format: 'uuid', description: 'It may be gone meanwhile.' })
  readonly subject_id!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { from: 'reviewing', to: 'shortlisted' },
    description: 'Ids and states, no personal data.',
  })
  readonly details!: AuditEvent['details'];

  @ApiProperty({ example: HASH, description: 'SHA-256 of the event and the hash before it.' })
  readonly hash!: string;

  @ApiProperty({ example: '', description: 'Empty at the first event.' })
  readonly previous_hash!: string;

  static from(event: AuditEvent): AuditEventDto {
    return {
      id: event.id,
      sequence: event.sequence,
      occurred_at: event.occurredAt.toISOString(),
      actor_id: event.actorId,
      action: event.action,
      subject_type: event.subjectType,
      subject_id: event.subjectId,
      details: event.details,
      hash: event.hash,
      previous_hash: event.previousHash,
    };
  }
}

export class ChainCheckDto {
  @ApiProperty({ example: true })
  readonly is_intact!: boolean;

  @ApiProperty({ example: 42 })
  readonly events!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: null,
    description: 'Sequence of the first event that is changed or missing.',
  })
  readonly broken_at!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: HASH,
    description:
      'Hash of the last event. Keep it outside of the database: who could write a whole new chain there cannot write that.',
  })
  readonly head_hash!: string | null;

  static from({ events, brokenAt, head }: ChainCheck): ChainCheckDto {
    return { is_intact: brokenAt === null, events, broken_at: brokenAt, head_hash: head };
  }
}
