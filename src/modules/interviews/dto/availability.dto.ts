import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  IsObject,
} from 'class-validator';
import { Omittable } from '../../../common/http';
import type { KnownHours, Slot, SlotSearch } from '../availability/availability.service';
import { localIso } from '../domain/local-time';
import { IsMoment } from './moment';
import { LowerCaseIds } from './schedule-interview.dto';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const TIME_OR_END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MOST_STRETCHES = 28;
const MOST_SLOTS = 200;
const DEFAULT_SLOTS = 20;
const STEPS = [15, 30, 60] as const;

export class WeeklyHoursDto {
  @ApiProperty({ example: 1, minimum: 1, maximum: 7, description: 'Monday is 1.' })
  @IsInt()
  @Min(1)
  @Max(7)
  readonly weekday!: number;

  @ApiProperty({ example: '09:00', description: 'On the clock of `time_zone`.' })
  @Matches(TIME, { message: 'from must be a time such as 09:00' })
  readonly from!: string;

  @ApiProperty({ example: '17:00', description: '24:00 is the end of the day.' })
  @Matches(TIME_OR_END, { message: 'to must be a time such as 17:00' })
  readonly to!: string;
}

export class SaveWorkingHoursDto {
  @ApiProperty({ example: 'Europe/Berlin', maxLength: 64 })
  @IsString()
  @MaxLength(64)
  readonly time_zone!: string;

  @ApiProperty({ type: [WeeklyHoursDto], maxItems: MOST_STRETCHES })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(MOST_STRETCHES)
  // Without it an empty list would pass as hours.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursDto)
  readonly weekly!: readonly WeeklyHoursDto[];
}

export class WorkingHoursDto {
  @ApiProperty({ format: 'uuid' })
  readonly user_id!: string;

  @ApiProperty({ example: 'Europe/Berlin' })
  readonly time_zone!: string;

  @ApiProperty({ type: [WeeklyHoursDto] })
  readonly weekly!: readonly WeeklyHoursDto[];

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null while they are only assumed: Monday to Friday, nine to five.',
  })
  readonly updated_at!: string | null;

  static from({ userId, timeZone, weekly, updatedAt }: KnownHours): WorkingHoursDto {
    return {
      user_id: userId,
      time_zone: timeZone,
      weekly: weekly.map(({ weekday, from, to }) => ({ weekday, from, to })),
      updated_at: updatedAt === null ? null : updatedAt.toISOString(),
    };
  }
}

export class FindSlotsDto {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    example: [],
    description: 'Users of your company who take part.',
  })
  @Omittable()
  @LowerCaseIds()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly attendees?: readonly string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'With `resume_id`: who is interviewed.' })
  @ValidateIf((body: FindSlotsDto) => body.job_id !== undefined || body.resume_id !== undefined)
  @IsUUID()
  readonly job_id?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((body: FindSlotsDto) => body.job_id !== undefined || body.resume_id !== undefined)
  @IsUUID()
  readonly resume_id?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The interview that is to be moved: its own time counts as free.',
  })
  @Omittable()
  @IsUUID()
  readonly interview_id?: string;

  @ApiProperty({ type: String, example: '2027-05-10T00:00:00Z' })
  @IsMoment()
  readonly from!: Date;

  @ApiProperty({
    type: String,
    example: '2027-05-15T00:00:00Z',
    description: 'At most 62 days on.',
  })
  @IsMoment()
  readonly to!: Date;

  @ApiPropertyOptional({ example: 45, minimum: 5, maximum: 720, default: 60 })
  @Omittable()
  @IsInt()
  @Min(5)
  @Max(720)
  readonly duration_minutes: number = 60;

  @ApiPropertyOptional({
    enum: STEPS,
    example: 30,
    default: 30,
    description: 'Slots begin at multiples of it on the clock of `time_zone`.',
  })
  @Omittable()
  @IsIn(STEPS)
  readonly step_minutes: number = 30;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    maxLength: 64,
    default: 'UTC',
    description: 'Also of those who did not say when they work.',
  })
  @Omittable()
  @IsString()
  @MaxLength(64)
  readonly time_zone: string = 'UTC';

  @ApiPropertyOptional({ example: 20, minimum: 1, maximum: MOST_SLOTS, default: DEFAULT_SLOTS })
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(MOST_SLOTS)
  readonly limit: number = DEFAULT_SLOTS;

  search(): SlotSearch {
    const { job_id: jobId, resume_id: resumeId } = this;
    return {
      attendeeIds: this.attendees ?? [],
      candidate: jobId === undefined || resumeId === undefined ? null : { jobId, resumeId },
      movedId: this.interview_id ?? null,
      from: this.from,
      to: this.to,
      durationMinutes: this.duration_minutes,
      stepMinutes: this.step_minutes,
      timeZone: this.time_zone,
      limit: this.limit,
    };
  }
}

export class SlotDto {
  @ApiProperty({ format: 'date-time' })
  readonly starts_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly ends_at!: string;

  @ApiProperty({ example: '2027-05-10T09:00:00+02:00' })
  readonly local_time!: string;
}

export class SlotsDto {
  @ApiProperty({ type: [SlotDto], description: 'The earliest first.' })
  readonly slots!: readonly SlotDto[];

  static from(slots: readonly Slot[], timeZone: string): SlotsDto {
    return {
      slots: slots.map(({ startsAt, endsAt }) => ({
        starts_at: startsAt.toISOString(),
        ends_at: endsAt.toISOString(),
        local_time: localIso(startsAt, timeZone),
      })),
    };
  }
}
