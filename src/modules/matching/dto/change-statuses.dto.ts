import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import type { DecisionOutcome } from '../job-candidates.service';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../match.entity';
import { ChangeStatusDto } from './match.dto';

/** The largest page of a list. */
const MOST_AT_ONCE = 100;

const OUTCOMES = ['changed', 'unchanged', 'not_found'] as const;

export class ChangeStatusesDto extends ChangeStatusDto {
  @ApiProperty({
    type: [String],
    example: ['0197a9a2-6f0e-7c41-9d1c-3f6f8f1f3c55'],
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'Each once.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID(undefined, { each: true })
  readonly resume_ids!: readonly string[];
}

class StatusChangeOutcomeDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ enum: OUTCOMES })
  readonly outcome!: (typeof OUTCOMES)[number];

  @ApiProperty({
    enum: APPLICATION_STATUSES,
    nullable: true,
    description: 'Null when it was not found.',
  })
  readonly from_status!: ApplicationStatus | null;

  @ApiProperty({ enum: APPLICATION_STATUSES, nullable: true, description: 'As it is now.' })
  readonly status!: ApplicationStatus | null;
}

export class StatusChangesDto {
  @ApiProperty({ type: [StatusChangeOutcomeDto], description: 'In the order of the request.' })
  readonly results!: readonly StatusChangeOutcomeDto[];

  @ApiProperty({ example: 1 })
  readonly changed!: number;

  @ApiProperty({ example: 0 })
  readonly unchanged!: number;

  @ApiProperty({ example: 0 })
  readonly not_found!: number;

  static from(outcomes: readonly DecisionOutcome[], to: ApplicationStatus): StatusChangesDto {
    const count = (of: DecisionOutcome['outcome']): number =>
      outcomes.filter(({ outcome }) => outcome === of).length;
    return {
      results: outcomes.map(({ resumeId, outcome, from }) => ({
        resume_id: resumeId,
        outcome,
        from_status: from,
        status: outcome === 'not_found' ? null : to,
      })),
      changed: count('changed'),
      unchanged: count('unchanged'),
      not_found: count('not_found'),
    };
  }
}
