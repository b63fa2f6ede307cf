import { ApiProperty } from '@nestjs/swagger';
import { ACTIVITY_KINDS, type ActivityKind } from '../../candidates';
import type { FeedRow } from '../feed/feed.repository';

/** Something that happened around a person or a job. */
export class ActivityDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  readonly kind!: ActivityKind;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly candidate_id!: string | null;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly job_id!: string | null;

  @ApiProperty({ example: 'Backend Engineer', nullable: true, type: String })
  readonly job_title!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Who did it.' })
  readonly actor_id!: string | null;

  @ApiProperty({ example: 'Mira Okafor', nullable: true, type: String })
  readonly actor_name!: string | null;

  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'The note, decision or other thing that it is about.',
  })
  readonly subject_id!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { from: 'pending', to: 'shortlisted' },
    description: 'By kind, such as `from` and `to` of a change.',
  })
  readonly data!: Readonly<Record<string, unknown>>;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(row: FeedRow): ActivityDto {
    return {
      id: row.id,
      kind: row.kind,
      candidate_id: row.candidateId,
      candidate_name: row.candidateName,
      job_id: row.jobId,
      job_title: row.jobTitle,
      actor_id: row.actorId,
      actor_name: row.actorName,
      subject_id: row.subjectId,
      data: row.data,
      created_at: row.createdAt.toISOString(),
    };
  }
}
