import { ApiProperty } from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';

class ClashDto {
  @ApiProperty({ format: 'uuid' })
  readonly interview_id!: string;

  @ApiProperty({ enum: ['candidate', 'attendee'] })
  readonly who!: 'candidate' | 'attendee';

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly user_id!: string | null;

  @ApiProperty({ example: 'Theo Lindqvist', nullable: true, type: String })
  readonly name!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly starts_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly ends_at!: string;
}

/** A refusal that says who is elsewhere, or where the candidate or the interview stands. */
export class InterviewProblemDto extends ProblemDto {
  @ApiProperty({ type: [ClashDto], required: false, description: 'With `interview_conflict`.' })
  readonly conflicts?: readonly ClashDto[];

  @ApiProperty({ required: false, description: 'With `candidate_not_interviewable`.' })
  readonly candidate_status?: string;

  @ApiProperty({ required: false, description: 'With `interview_state`.' })
  readonly interview_status?: string;
}
