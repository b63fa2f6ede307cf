import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Omittable } from '../../../common/http';
import { MAILED_STATUSES, type MailedStatus } from '../domain/status-email';
import type { EmailSettings } from '../settings/email-settings.repository';

const LONGEST_GRACE_SECONDS = 7 * 24 * 60 * 60;
const LONGEST_NAME = 200;

export class EmailSettingsResponseDto {
  @ApiProperty({ enum: MAILED_STATUSES, isArray: true })
  readonly mailed_statuses!: readonly MailedStatus[];

  @ApiProperty({ example: 0 })
  readonly grace_period_seconds!: number;

  @ApiProperty({ nullable: true, type: String, example: null })
  readonly sender_name!: string | null;

  @ApiProperty({ nullable: true, type: String, example: 'jobs@example.com' })
  readonly reply_to!: string | null;

  static from(settings: EmailSettings): EmailSettingsResponseDto {
    return {
      mailed_statuses: settings.mailedStatuses,
      grace_period_seconds: settings.gracePeriodSeconds,
      sender_name: settings.senderName,
      reply_to: settings.replyTo,
    };
  }
}

export class UpdateEmailSettingsDto {
  @ApiPropertyOptional({
    enum: MAILED_STATUSES,
    isArray: true,
    example: ['shortlisted', 'interviewing', 'offered', 'hired', 'rejected'],
    description:
      'Statuses that candidates are told of by e-mail; an empty list tells nobody of any.',
  })
  @Omittable()
  @IsArray()
  @ArrayUnique()
  @IsIn(MAILED_STATUSES, { each: true })
  readonly mailed_statuses?: MailedStatus[];

  @ApiPropertyOptional({
    minimum: 0,
    maximum: LONGEST_GRACE_SECONDS,
    example: 0,
    description:
      'How long a decision can be changed before the candidate is told of it. One that is taken back in time is not mailed.',
  })
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(LONGEST_GRACE_SECONDS)
  readonly grace_period_seconds?: number;

  @ApiPropertyOptional({
    nullable: true,
    type: String,
    maxLength: LONGEST_NAME,
    example: 'Acme Recruiting',
    description: 'The name that mail comes from; null for the company’s own.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly sender_name?: string | null;

  @ApiPropertyOptional({
    nullable: true,
    type: String,
    example: 'jobs@example.com',
    description: 'Where answers go; null for the address that mail comes from.',
  })
  @IsOptional()
  @IsEmail()
  readonly reply_to?: string | null;

  changes(): Partial<EmailSettings> {
    return {
      ...(this.mailed_statuses === undefined ? {} : { mailedStatuses: this.mailed_statuses }),
      ...(this.grace_period_seconds === undefined
        ? {}
        : { gracePeriodSeconds: this.grace_period_seconds }),
      ...(this.sender_name === undefined ? {} : { senderName: this.sender_name }),
      ...(this.reply_to === undefined ? {} : { replyTo: this.reply_to }),
    };
  }
}
