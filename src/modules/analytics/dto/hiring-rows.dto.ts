import { ApiProperty } from '@nestjs/swagger';
import type { OriginRow } from '../applications.repository';
import type { Durations } from '../domain/durations';
import { shareOf } from '../domain/shares';
import type { Funnel, Overview, TimeInStage } from '../hiring-figures.service';
import { Count, CountOrNull, Days, Share } from './figure-properties';

export class OverviewFiguresDto {
  @Count(412, 'Begun in the period.')
  readonly applications!: number;

  @Count(37, 'Of these found in the pool.')
  readonly sourced!: number;

  @Count(96, 'Shortlisted for the first time in the period.')
  readonly shortlisted!: number;

  @Count(48)
  readonly interviewing!: number;

  @Count(11)
  readonly offered!: number;

  @Count(8, 'Hires of the period that stand.')
  readonly hired!: number;

  @Count(203)
  readonly rejected!: number;

  @Count(14)
  readonly withdrawn!: number;

  @Count(187, 'Applications going on at the end.')
  readonly active!: number;

  @Count(61, 'Interviews of the period that took place.')
  readonly interviews_held!: number;

  @Count(9, 'Jobs open at the end.')
  readonly open_jobs!: number;

  @Count(4)
  readonly jobs_opened!: number;

  @Count(3)
  readonly jobs_closed!: number;

  @Count(3, 'Openings whose first hire is of the period.')
  readonly jobs_filled!: number;

  @Days(24.5, 'From the beginning of an application to the hire.')
  readonly median_days_to_hire!: number | null;

  @Days(38, 'From the opening of a job to its first hire.')
  readonly median_days_to_fill!: number | null;

  static from(figures: Overview): OverviewFiguresDto {
    return {
      applications: figures.applications,
      sourced: figures.sourced,
      shortlisted: figures.shortlisted,
      interviewing: figures.interviewing,
      offered: figures.offered,
      hired: figures.hired,
      rejected: figures.rejected,
      withdrawn: figures.withdrawn,
      active: figures.active,
      interviews_held: figures.interviewsHeld,
      open_jobs: figures.openJobs,
      jobs_opened: figures.openedJobs,
      jobs_closed: figures.closedJobs,
      jobs_filled: figures.timeToFill.count,
      median_days_to_hire: figures.timeToHire.medianDays,
      median_days_to_fill: figures.timeToFill.medianDays,
    };
  }
}

export class FunnelFiguresDto {
  @ApiProperty({
    enum: ['status', 'stage'],
    description: 'With `job_id` the job’s own stages follow the statuses.',
  })
  readonly kind!: 'status' | 'stage';

  @ApiProperty({ example: 'shortlisted' })
  readonly stage!: string;

  @Count(96, 'Applications that came so far or further.')
  readonly reached!: number;

  @Share(0.233, 'Of all that began in the period.')
  readonly share_of_all!: number | null;

  @Share(0.511, 'Of those that reached the one before.')
  readonly conversion!: number | null;

  @CountOrNull(21, 'Came no further yet; null for stages.')
  readonly active!: number | null;

  @CountOrNull(24)
  readonly rejected!: number | null;

  @CountOrNull(2)
  readonly withdrawn!: number | null;

  @CountOrNull(1, 'Were going on when the person’s data were deleted.')
  readonly removed!: number | null;

  static allFrom({ steps, stages }: Funnel): FunnelFiguresDto[] {
    const all = steps[0]?.reached ?? 0;
    return [
      ...steps.map((step) => ({
        kind: 'status' as const,
        stage: step.status,
        reached: step.reached,
        share_of_all: step.shareOfAll,
        conversion: step.conversion,
        active: step.active,
        rejected: step.rejected,
        withdrawn: step.withdrawn,
        removed: step.removed,
      })),
      ...stages.map(({ stage, reached, conversion }) => ({
        kind: 'stage' as const,
        stage,
        reached,
        share_of_all: shareOf(reached, all),
        conversion,
        active: null,
        rejected: null,
        withdrawn: null,
        removed: null,
      })),
    ];
  }
}

export class TimeInStageFiguresDto {
  @ApiProperty({ enum: ['status', 'stage'] })
  readonly kind!: 'status' | 'stage';

  @ApiProperty({ example: 'interviewing' })
  readonly stage!: string;

  @Count(44, 'Stays that ended in the period; a return is another stay.')
  readonly stays!: number;

  @Days(9.2, 'Null without a stay.')
  readonly mean_days!: number | null;

  @Days(7, 'Half of the stays were no longer.')
  readonly median_days!: number | null;

  @Days(19.75, 'Nine in ten stays were no longer.')
  readonly p90_days!: number | null;

  @CountOrNull(21, 'In it at the end; null for stages.')
  readonly now!: number | null;

  static from(row: TimeInStage): TimeInStageFiguresDto {
    return {
      kind: row.kind,
      stage: row.stage,
      stays: row.count,
      mean_days: row.meanDays,
      median_days: row.medianDays,
      p90_days: row.p90Days,
      now: row.now,
    };
  }
}

export class DurationFiguresDto {
  @Count(8, 'Cases of the period.')
  readonly count!: number;

  @Days(27.1, 'Null without a case.')
  readonly mean_days!: number | null;

  @Days(24.5, 'Half took no longer.')
  readonly median_days!: number | null;

  @Days(41, 'Nine in ten took no longer.')
  readonly p90_days!: number | null;

  static from({ count, meanDays, medianDays, p90Days }: Durations): DurationFiguresDto {
    return { count, mean_days: meanDays, median_days: medianDays, p90_days: p90Days };
  }
}

export class SourceFiguresDto {
  @ApiProperty({ example: 'referral', description: '`unknown` where nothing was recorded.' })
  readonly source!: string;

  @Count(58, 'Begun in the period.')
  readonly applications!: number;

  @Count(31, 'Of these ever shortlisted or further.')
  readonly advanced!: number;

  @Count(19, 'Of these ever interviewed or further.')
  readonly interviewed!: number;

  @Count(4, 'Of these hired.')
  readonly hired!: number;

  @Share(0.534, 'Of the applications.')
  readonly advanced_share!: number | null;

  @Share(0.328, 'Of the applications.')
  readonly interviewed_share!: number | null;

  @Share(0.069, 'Of the applications.')
  readonly hired_share!: number | null;

  @ApiProperty({ example: 0.64, description: 'At the last decision, else at the beginning.' })
  readonly mean_score!: number;

  static from(row: OriginRow): SourceFiguresDto {
    return {
      source: row.origin,
      applications: row.applications,
      advanced: row.advanced,
      interviewed: row.interviewed,
      hired: row.hired,
      advanced_share: shareOf(row.advanced, row.applications),
      interviewed_share: shareOf(row.interviewed, row.applications),
      hired_share: shareOf(row.hired, row.applications),
      mean_score: Math.round(row.meanScore * 10_000) / 10_000,
    };
  }
}
