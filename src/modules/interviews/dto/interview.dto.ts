import { ApiProperty } from '@nestjs/swagger';
import { localIso } from '../domain/local-time';
import {
  INTERVIEW_STATUSES,
  INTERVIEW_TYPES,
  type Interview,
  type InterviewStatus,
  type InterviewType,
} from '../interview';

const MINUTE_MS = 60_000;

export class AttendeeDto {
  @ApiProperty({ format: 'uuid' })
  readonly user_id!: string;

  @ApiProperty({ example: 'Theo Lindqvist' })
  readonly full_name!: string;
}

export class InterviewResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ example: 'Warehouse Operations Manager' })
  readonly job_title!: string;

  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Jane Example', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ enum: INTERVIEW_TYPES })
  readonly interview_type!: InterviewType;

  @ApiProperty({ enum: INTERVIEW_STATUSES })
  readonly status!: InterviewStatus;

  @ApiProperty({ format: 'date-time', description: 'In UTC.' })
  readonly scheduled_at!: string;

  @ApiProperty({ format: 'date-time', description: 'In UTC.' })
  readonly ends_at!: string;

  @ApiProperty({ example: 45 })
  readonly duration_minutes!: number;

  @ApiProperty({ example: 'Europe/Berlin' })
  readonly time_zone!: string;

  @ApiProperty({ example: '2027-05-12T14:00:00+02:00', description: 'As the zone’s clock has it.' })
  readonly local_time!: string;

  @ApiProperty({ example: 'Room 4', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ example: 'https://meet.example.com/abc', nullable: true, type: String })
  readonly meeting_url!: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'For the interviewers.' })
  readonly notes!: string | null;

  @ApiProperty({ type: [AttendeeDto] })
  readonly attendees!: readonly AttendeeDto[];

  @ApiProperty({ nullable: true, type: String })
  readonly cancelled_reason!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly created_by!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(interview: Interview): InterviewResponseDto {
    const { startsAt, endsAt, timeZone } = interview;
    return {
      id: interview.id,
      job_id: interview.jobId,
      job_title: interview.jobTitle,
      resume_id: interview.resumeId,
      candidate_id: interview.candidateId,
      candidate_name: interview.candidateName,
      interview_type: interview.interviewType,
      status: interview.status,
      scheduled_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      duration_minutes: (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS,
      time_zone: timeZone,
      local_time: localIso(startsAt, timeZone),
      location: interview.location,
      meeting_url: interview.meetingUrl,
      notes: interview.notes,
      attendees: interview.attendees.map(({ userId, fullName }) => ({
        user_id: userId,
        full_name: fullName,
      })),
      cancelled_reason: interview.cancelledReason,
      created_by: interview.createdBy,
      created_at: interview.createdAt.toISOString(),
      updated_at: interview.updatedAt.toISOString(),
    };
  }
}
