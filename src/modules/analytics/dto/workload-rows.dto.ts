import { ApiProperty } from '@nestjs/swagger';
import type { ApplicationRow } from '../application-list.repository';
import { shareOf } from '../domain/shares';
import type { InterviewerRow } from '../interviewers.repository';
import type { PipelineRow } from '../pipeline.repository';
import type { SkillRow } from '../skill-demand.repository';
import { Count, Mean, Share } from './figure-properties';

export class SkillFiguresDto {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly skill!: string;

  @Count(6, 'Jobs open in the period that ask for it.')
  readonly jobs!: number;

  @Count(4)
  readonly must_have_jobs!: number;

  @Count(130, 'Applications of the period that have it, where it was asked for.')
  readonly having!: number;

  @Count(71)
  readonly missing!: number;

  @Share(0.3532)
  readonly missing_share!: number | null;

  static from(row: SkillRow): SkillFiguresDto {
    return {
      skill: row.skill,
      jobs: row.jobs,
      must_have_jobs: row.mustHaveJobs,
      having: row.having,
      missing: row.missing,
      missing_share: shareOf(row.missing, row.having + row.missing),
    };
  }
}

export class PipelineFiguresDto {
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Of the job or the recruiter; null where no recruiter is named.',
  })
  readonly id!: string | null;

  @ApiProperty({ example: 'Backend Engineer', nullable: true, type: String })
  readonly name!: string | null;

  @ApiProperty({ example: 'Engineering', nullable: true, type: String })
  readonly department!: string | null;

  @Count(12, 'At the end of the period, like those that follow.')
  readonly pending!: number;

  @Count(7)
  readonly reviewing!: number;

  @Count(4)
  readonly shortlisted!: number;

  @Count(3)
  readonly interviewing!: number;

  @Count(1)
  readonly offered!: number;

  @Count(27)
  readonly active!: number;

  @Count(52, 'Begun in the period.')
  readonly applications!: number;

  @Count(2, 'In the period, as are those that follow.')
  readonly hired!: number;

  @Count(19)
  readonly rejected!: number;

  @Count(3)
  readonly withdrawn!: number;

  static from(row: PipelineRow): PipelineFiguresDto {
    return {
      id: row.id,
      name: row.name,
      department: row.department,
      pending: row.pending,
      reviewing: row.reviewing,
      shortlisted: row.shortlisted,
      interviewing: row.interviewing,
      offered: row.offered,
      active: row.active,
      applications: row.applications,
      hired: row.hired,
      rejected: row.rejected,
      withdrawn: row.withdrawn,
    };
  }
}

export class InterviewerFiguresDto {
  @ApiProperty({ format: 'uuid' })
  readonly user_id!: string;

  @ApiProperty({ example: 'Ines Okafor' })
  readonly name!: string;

  @Count(14, 'Of the period, without cancelled ones.')
  readonly interviews!: number;

  @Count(11)
  readonly completed!: number;

  @Count(1)
  readonly no_shows!: number;

  @Count(2, 'Neither completed nor ended otherwise.')
  readonly scheduled!: number;

  @ApiProperty({ example: 12.5, description: 'Of completed and scheduled ones.' })
  readonly hours!: number;

  @Count(2, 'Completed interviews without a scorecard.')
  readonly scorecards_missing!: number;

  @Count(9, 'Scorecards submitted in the period.')
  readonly judgements!: number;

  @Mean(3.44, 'From 1 definitely not to 5 strong yes.')
  readonly mean_rating!: number | null;

  @Share(0.5556, 'Judgements that were yes or strong yes.')
  readonly positive_share!: number | null;

  @Count(7, 'Judgements on people whom others judged too.')
  readonly compared!: number;

  @Mean(-0.4, 'How much higher than the mean of the others they rate the same people.')
  readonly mean_difference!: number | null;

  static from(row: InterviewerRow): InterviewerFiguresDto {
    return {
      user_id: row.userId,
      name: row.name,
      interviews: row.interviews,
      completed: row.completed,
      no_shows: row.noShows,
      scheduled: row.scheduled,
      hours: inHundredths(row.hours),
      scorecards_missing: row.scorecardsMissing,
      judgements: row.judgements,
      mean_rating: row.meanRating === null ? null : inHundredths(row.meanRating),
      positive_share: shareOf(row.positive, row.judgements),
      compared: row.compared,
      mean_difference: row.meanDifference === null ? null : inHundredths(row.meanDifference),
    };
  }
}

const entry = (): PropertyDecorator =>
  ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'Entered first.' });

export class ApplicationRecordDto {
  @ApiProperty({ format: 'uuid', description: 'Of the record; it names no person and no resume.' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ example: 'Backend Engineer' })
  readonly job_title!: string;

  @ApiProperty({ example: 'Engineering', nullable: true, type: String })
  readonly department!: string | null;

  @ApiProperty({ enum: ['applied', 'matched'], description: '`matched`: found in the pool.' })
  readonly kind!: string;

  @ApiProperty({ example: 'referral', description: '`unknown` where nothing was recorded.' })
  readonly source!: string;

  @ApiProperty({ example: 0.71 })
  readonly score!: number;

  @ApiProperty({ example: 'interviewing' })
  readonly status!: string;

  @ApiProperty({ format: 'date-time' })
  readonly started_at!: string;

  @entry()
  readonly reviewing_at!: string | null;

  @entry()
  readonly shortlisted_at!: string | null;

  @entry()
  readonly interviewing_at!: string | null;

  @entry()
  readonly offered_at!: string | null;

  @entry()
  readonly hired_at!: string | null;

  @entry()
  readonly rejected_at!: string | null;

  @entry()
  readonly withdrawn_at!: string | null;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When the person’s data were deleted; times are quarter hours then.',
  })
  readonly removed_at!: string | null;

  static from(row: ApplicationRow): ApplicationRecordDto {
    const at = (status: string): string | null => {
      const time = row.entries[status];
      return time === undefined ? null : new Date(time).toISOString();
    };
    return {
      id: row.id,
      job_id: row.jobId,
      job_title: row.jobTitle,
      department: row.department,
      kind: row.source,
      source: row.origin ?? 'unknown',
      score: row.score / 100,
      status: row.status,
      started_at: row.startedAt.toISOString(),
      reviewing_at: at('reviewing'),
      shortlisted_at: at('shortlisted'),
      interviewing_at: at('interviewing'),
      offered_at: at('offered'),
      hired_at: at('hired'),
      rejected_at: at('rejected'),
      withdrawn_at: at('withdrawn'),
      removed_at: row.removedAt?.toISOString() ?? null,
    };
  }
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
