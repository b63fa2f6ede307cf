import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import { isDay, isTimeZone } from '../domain/time-zone';
import type { ReportQuery } from '../report-scope.service';

const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const FIRST_YEAR = '1970';

const isDayOrMoment = (value: unknown): boolean => {
  const day = typeof value === 'string' ? (MOMENT.exec(value)?.[1] ?? value) : '';
  return isDay(day) && day >= FIRST_YEAR && !Number.isNaN(Date.parse(String(value)));
};

const IsDayOrMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDayOrMoment',
    validator: {
      validate: isDayOrMoment,
      defaultMessage: () =>
        'must be a day such as 2026-01-31, or a moment of ISO 8601, from 1970 on',
    },
  });

const IsTimeZone = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTimeZone',
    validator: {
      validate: (value) => typeof value === 'string' && isTimeZone(value),
      defaultMessage: () => 'must be a time zone such as Europe/Berlin',
    },
  });

class ReportFilterDto {
  @ApiPropertyOptional({
    type: String,
    example: '2026-01-01',
    description:
      'A day in `time_zone` or a moment, included; ninety days before `to` when left out.',
  })
  @IsOptional()
  @IsDayOrMoment()
  readonly from?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-04-01',
    description: 'Excluded; now when left out.',
  })
  @IsOptional()
  @IsDayOrMoment()
  readonly to?: string;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    default: 'UTC',
    description: 'IANA name of the zone whose days `from` and `to` are.',
  })
  @IsOptional()
  @IsTimeZone()
  readonly time_zone?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'One job instead of all.' })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;

  @ApiPropertyOptional({ example: 'Logistics', description: 'The jobs of one department.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly department?: string;

  @ApiPropertyOptional({
    enum: ['json', 'csv'],
    description: '`Accept: text/csv` does the same.',
  })
  @IsOptional()
  @IsIn(['json', 'csv'])
  readonly format?: 'json' | 'csv';
}

export class ReportQueryDto extends ReportFilterDto {
  @ApiPropertyOptional({
    enum: ['previous'],
    description: 'Adds the same figures of the period of equal length before.',
  })
  @IsOptional()
  @IsIn(['previous'])
  readonly compare?: 'previous';
}

export class ApplicationsQueryDto extends IntersectionType(ReportFilterDto, PageQueryDto) {}

const MOST_ROWS = 1_000;

export class LongReportQueryDto extends ReportQueryDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_ROWS,
    default: 100,
    description: 'Rows of the answer, the most important first; a CSV has all.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ROWS)
  readonly limit: number = 100;
}

export class PipelineQueryDto extends LongReportQueryDto {
  @ApiPropertyOptional({ enum: ['job', 'recruiter'], default: 'job' })
  @IsOptional()
  @IsIn(['job', 'recruiter'])
  readonly by: 'job' | 'recruiter' = 'job';
}

export function askedIn(query: ReportFilterDto & { readonly compare?: 'previous' }): ReportQuery {
  const { from, to } = query;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    timeZone: query.time_zone ?? 'UTC',
    jobId: query.job_id ?? null,
    department: query.department ?? null,
    isCompared: query.compare === 'previous',
  };
}
