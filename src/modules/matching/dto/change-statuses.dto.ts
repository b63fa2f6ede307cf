import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { REFUSED_TRANSITIONS, type RefusedTransition } from '../domain/transitions';
import type { DecisionOutcome } from '../pipeline/decisions.service';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../match.entity';
import { ChangeStatusDto } from './match.dto';

/** The largest page of a list. */
const MOST_AT_ONCE = 100;

const OUTCOMES = ['changed', 'unchanged', 'not_allowed', 'not_found'] as const;

/** Of a decision on many. */
export function ResumeIds(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: [String],
      example: ['0197a9a2-6f0e-7c41-9d1c-3f6f8f1f3c55'],
      minItems: 1,
      maxItems: MOST_AT_ONCE,
      description: 'Each once.',
    }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_AT_ONCE),
    ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)),
    IsUUID(undefined, { each: true }),
  );
}

export class ChangeStatusesDto extends ChangeStatusDto {
  @ResumeIds()
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

  @ApiPropertyOptional({
    enum: REFUSED_TRANSITIONS,
    description: 'Why it was not allowed; only then.',
  })
  readonly code?: RefusedTransition;
}

export class StatusChangesDto {
  @ApiProperty({ type: [StatusChangeOutcomeDto], description: 'In the order of the request.' })
  readonly results!: readonly StatusChangeOutcomeDto[];

  @ApiProperty({ example: 1 })
  readonly changed!: number;

  @ApiProperty({ example: 0 })
  readonly unchanged!: number;

  @ApiProperty({ example: 0 })
  readonly not_allowed!: number;

  @ApiProperty({ example: 0 })
  readonly not_found!: number;

  static from(outcomes: readonly DecisionOutcome[]): StatusChangesDto {
    const count = (of: DecisionOutcome['outcome']): number =>
      outcomes.filter(({ outcome }) => outcome === of).length;
    return {
      results: outcomes.map(({ resumeId, outcome, from, status, refusal }) => ({
        resume_id: resumeId,
        outcome,
        from_status: from,
        status,
        ...(refusal === null ? {} : { code: refusal }),
      })),
      changed: count('changed'),
      unchanged: count('unchanged'),
      not_allowed: count('not_allowed'),
      not_found: count('not_found'),
    };
  }
}
