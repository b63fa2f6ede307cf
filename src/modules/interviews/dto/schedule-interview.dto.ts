import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Omittable, PageQueryDto } from '../../../common/http';
import {
  INTERVIEW_STATUSES,
  INTERVIEW_TYPES,
  type InterviewStatus,
  type InterviewType,
} from '../interview';
import type { InterviewFilter } from '../interviews.repository';
import type { InterviewDraft } from '../scheduling/scheduling.service';
import { IsMoment } from './moment';

const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 12 * 60;
const DEFAULT_MINUTES = 60;
const MOST_ATTENDEES = 20;
const LONGEST_TIME = 40;
const LONGEST_ZONE = 64;
const LONGEST_PLACE = 500;
const LONGEST_URL = 2000;
const LONGEST_NOTES = 5000;

const ABOUT_TIME =
  'A moment with its offset, or a local time of `time_zone` without one. A local time that a clock change ' +
  'skips is refused, and so is one that comes twice, which needs its offset.';

/** Ids are compared with those of the database, which writes them in lower case. */
export const LowerCaseIds = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
      : value,
  );

/** What may be said of an interview, first or later. */
abstract class InterviewFieldsDto {
  @ApiPropertyOptional({
    example: 45,
    minimum: SHORTEST_MINUTES,
    maximum: LONGEST_MINUTES,
    default: DEFAULT_MINUTES,
  })
  @Omittable()
  @IsInt()
  @Min(SHORTEST_MINUTES)
  @Max(LONGEST_MINUTES)
  readonly duration_minutes?: number;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    maxLength: LONGEST_ZONE,
    description: 'An IANA name: the zone in which people are told the time. UTC when left out.',
  })
  @Omittable()
  @IsString()
  @MaxLength(LONGEST_ZONE)
  readonly time_zone?: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    example: [],
    maxItems: MOST_ATTENDEES,
    description: 'Users of your company who take part; all of them, also in a change.',
  })
  @Omittable()
  @LowerCaseIds()
  @IsArray()
  @ArrayMaxSize(MOST_ATTENDEES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly attendees?: readonly string[];

  @ApiPropertyOptional({
    example: 'Room 4',
    nullable: true,
    type: String,
    maxLength: LONGEST_PLACE,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PLACE)
  readonly location?: string | null;

  @ApiPropertyOptional({
    example: 'https://meet.example.com/abc',
    nullable: true,
    type: String,
    maxLength: LONGEST_URL,
  })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(LONGEST_URL)
  readonly meeting_url?: string | null;

  @ApiPropertyOptional({
    example: 'Ask about the move to the new warehouse.',
    nullable: true,
    type: String,
    maxLength: LONGEST_NOTES,
    description: 'For the interviewers; candidates never see them.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NOTES)
  readonly notes?: string | null;
}

/** What is left out stays. */
export class RescheduleInterviewDto extends InterviewFieldsDto {
  @ApiPropertyOptional({ enum: INTERVIEW_TYPES, example: 'video' })
  @Omittable()
  @IsIn(INTERVIEW_TYPES)
  readonly interview_type?: InterviewType;

  @ApiPropertyOptional({
    example: '2027-05-12T14:00:00+02:00',
    maxLength: LONGEST_TIME,
    description: ABOUT_TIME,
  })
  @Omittable()
  @IsString()
  @MaxLength(LONGEST_TIME)
  readonly scheduled_at?: string;

  changes(): Partial<InterviewDraft> {
    const changes = {
      interviewType: this.interview_type,
      at: this.scheduled_at,
      timeZone: this.time_zone,
      durationMinutes: this.duration_minutes,
      location: this.location,
      meetingUrl: this.meeting_url,
      notes: this.notes,
      attendeeIds: this.attendees,
    };
    return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  }
}

export class ScheduleInterviewDto extends InterviewFieldsDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly job_id!: string;

  @ApiProperty({ enum: INTERVIEW_TYPES, example: 'video' })
  @IsIn(INTERVIEW_TYPES)
  readonly interview_type!: InterviewType;

  @ApiProperty({
    example: '2027-05-12T14:00:00',
    maxLength: LONGEST_TIME,
    description: ABOUT_TIME,
  })
  @IsString()
  @MaxLength(LONGEST_TIME)
  readonly scheduled_at!: string;

  @ApiPropertyOptional({
    example: false,
    default: false,
    description: 'Also sets the status of a candidate who is not that far yet to `interviewing`.',
  })
  @Omittable()
  @IsBoolean()
  readonly move_to_interviewing: boolean = false;

  draft(): InterviewDraft {
    return {
      interviewType: this.interview_type,
      at: this.scheduled_at,
      timeZone: this.time_zone ?? null,
      durationMinutes: this.duration_minutes ?? DEFAULT_MINUTES,
      location: this.location ?? null,
      meetingUrl: this.meeting_url ?? null,
      notes: this.notes ?? null,
      attendeeIds: this.attendees ?? [],
    };
  }
}

export class AllowConflictQueryDto {
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Arrange it although somebody has another interview at that time.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @Transform(({ value }: { value: unknown }) => (value === 'false' ? false : value))
  @IsBoolean()
  readonly allow_conflict: boolean = false;
}

export class CancelInterviewDto {
  @ApiPropertyOptional({
    example: 'The position is filled.',
    nullable: true,
    type: String,
    maxLength: LONGEST_PLACE,
    description: 'For your colleagues; the candidate is not told.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PLACE)
  readonly reason?: string | null;
}

export class ListInterviewsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly candidate_id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A user who takes part.' })
  @IsOptional()
  @IsUUID()
  readonly attendee_id?: string;

  @ApiPropertyOptional({ enum: INTERVIEW_STATUSES })
  @IsOptional()
  @IsIn(INTERVIEW_STATUSES)
  readonly status?: InterviewStatus;

  @ApiPropertyOptional({ type: String, example: '2027-05-01', description: 'Starts from then on.' })
  @IsOptional()
  @IsMoment()
  readonly from?: Date;

  @ApiPropertyOptional({ type: String, example: '2027-06-01', description: 'Starts before it.' })
  @IsOptional()
  @IsMoment()
  readonly to?: Date;

  filter(): InterviewFilter {
    const filter = {
      jobId: this.job_id,
      candidateId: this.candidate_id,
      attendeeId: this.attendee_id,
      status: this.status,
      from: this.from,
      to: this.to,
    };
    return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  }
}
