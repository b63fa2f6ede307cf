import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Omittable } from '../../../common/http';
import type { InterviewSettings } from '../reminders/interview-settings.repository';

const LONGEST_HOURS = 14 * 24;
const MOST_REMINDERS = 3;

export class InterviewSettingsResponseDto {
  @ApiProperty({ example: [24], type: [Number] })
  readonly reminder_hours!: readonly number[];

  @ApiProperty({ example: 24, nullable: true, type: Number })
  readonly scorecard_reminder_hours!: number | null;

  static from(settings: InterviewSettings): InterviewSettingsResponseDto {
    return {
      reminder_hours: settings.reminderHours,
      scorecard_reminder_hours: settings.scorecardReminderHours,
    };
  }
}

export class UpdateInterviewSettingsDto {
  @ApiPropertyOptional({
    example: [24, 2],
    type: [Number],
    maxItems: MOST_REMINDERS,
    description:
      'So many hours before an interview all who take part are reminded; nobody ever if empty.',
  })
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MOST_REMINDERS)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LONGEST_HOURS, { each: true })
  readonly reminder_hours?: readonly number[];

  @ApiPropertyOptional({
    example: 24,
    nullable: true,
    type: Number,
    minimum: 1,
    maximum: LONGEST_HOURS,
    description: 'So many hours after it those are who owe a scorecard; null for never.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_HOURS)
  readonly scorecard_reminder_hours?: number | null;

  changes(): Partial<InterviewSettings> {
    const { reminder_hours: before, scorecard_reminder_hours: after } = this;
    return {
      ...(before === undefined ? {} : { reminderHours: before }),
      ...(after === undefined ? {} : { scorecardReminderHours: after }),
    };
  }
}
