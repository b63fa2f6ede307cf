import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import { EMAIL_KINDS, type EmailKind, isSecret } from '../domain/email-kinds';
import { type Email, EMAIL_STATES, type EmailError, type EmailState } from '../emails/email';

class EmailErrorDto {
  @ApiProperty({ example: 'smtp_550', description: 'Stable; branch on this.' })
  readonly code!: string;

  @ApiProperty({ example: 'The mail server refused the mail for good (550).' })
  readonly message!: string;
}

export class EmailResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: EMAIL_KINDS })
  readonly kind!: EmailKind;

  @ApiProperty({
    enum: EMAIL_STATES,
    description:
      '`no_address`: there was nobody to send it to. `bounced`: refused for good. `failed`: given up. ' +
      '`cancelled`: not wanted any more before it was sent.',
  })
  readonly state!: EmailState;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly candidate_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly user_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly job_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly resume_id!: string | null;

  @ApiProperty({ nullable: true, type: String, example: 'jane@example.com' })
  readonly to!: string | null;

  @ApiProperty({ example: 'Application Update: Warehouse Operations Manager' })
  readonly subject!: string;

  @ApiProperty({ example: 1 })
  readonly attempts!: number;

  @ApiProperty({ type: EmailErrorDto, nullable: true })
  readonly error!: EmailError | null;

  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'The task that sends it.',
  })
  readonly task_id!: string | null;

  @ApiProperty({ format: 'date-time', description: 'Not before this time.' })
  readonly send_after!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly sent_at!: string | null;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When the person was erased and what the e-mail said with them.',
  })
  readonly erased_at!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(email: Email): EmailResponseDto {
    const { errorCode: code, errorMessage: message } = email;
    return {
      id: email.id,
      kind: email.kind,
      state: email.state,
      candidate_id: email.candidateId,
      user_id: email.userId,
      job_id: email.jobId,
      resume_id: email.resumeId,
      to: email.toAddress,
      subject: email.subject,
      attempts: email.attempts,
      error: code === null || message === null ? null : { code, message },
      task_id: email.taskId,
      send_after: email.sendAfter.toISOString(),
      sent_at: email.sentAt?.toISOString() ?? null,
      erased_at: email.erasedAt?.toISOString() ?? null,
      created_at: email.createdAt.toISOString(),
    };
  }
}

export class EmailDetailDto extends EmailResponseDto {
  @ApiProperty({
    example: 'Hello Jane Example, …',
    description: 'Empty when it holds a code to get in.',
  })
  readonly text!: string;

  @ApiProperty({ example: '<p>Hello Jane Example, …</p>' })
  readonly html!: string;

  static override from(email: Email): EmailDetailDto {
    const { text, html } = isSecret(email.kind) ? { text: '', html: '' } : email;
    return { ...EmailResponseDto.from(email), text, html };
  }
}

export class ListEmailsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: EMAIL_STATES })
  @IsOptional()
  @IsIn(EMAIL_STATES)
  readonly state?: EmailState;

  @ApiPropertyOptional({ enum: EMAIL_KINDS })
  @IsOptional()
  @IsIn(EMAIL_KINDS)
  readonly kind?: EmailKind;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly candidate_id?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;
}
