import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate, IsOptional, IsUUID } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import { type Agreement, FEWEST_DECISIONS } from '../domain/agreement';
import type { AgreementQuery, JobAgreement, MeasuredAgreement } from '../score-agreement.service';

/** A day or a moment of ISO 8601; what is none stays as it is and is refused. */
const moment = Transform(({ value }: { value: unknown }) => {
  const isIso =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(value);
  return isIso ? new Date(value) : value;
});

class DateRangeQueryDto {
  @ApiPropertyOptional({
    type: String,
    example: '2026-01-01',
    description: 'A day or a moment, included; ninety days before `to` when left out.',
  })
  @IsOptional()
  @moment
  @IsDate({ message: 'from must be a day or a moment of ISO 8601' })
  readonly from?: Date;

  @ApiPropertyOptional({
    type: String,
    example: '2026-04-01',
    description: 'Excluded; now when left out.',
  })
  @IsOptional()
  @moment
  @IsDate({ message: 'to must be a day or a moment of ISO 8601' })
  readonly to?: Date;
}

/** The times that were given. */
export function rangeOf({ from, to }: DateRangeQueryDto): Pick<AgreementQuery, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export class ScoreAgreementQueryDto extends DateRangeQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'One job instead of all.' })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;
}

export class JobAgreementsQueryDto extends IntersectionType(DateRangeQueryDto, PageQueryDto) {}

export class AgreementDto {
  @ApiProperty({ example: 24, description: 'Shortlisted, interviewing, offered or hired.' })
  readonly advanced!: number;

  @ApiProperty({ example: 61 })
  readonly rejected!: number;

  @ApiProperty({
    example: 1464,
    description: 'Of an advanced and a rejected candidate on the same ranking.',
  })
  readonly pairs!: number;

  @ApiProperty({
    example: 1186.5,
    description: 'In which the advanced one scored higher; a tie is half.',
  })
  readonly pairs_with_ranking!: number;

  @ApiProperty({
    example: 0.81,
    nullable: true,
    type: Number,
    description:
      'How probable it is that the advanced one of such a pair had the higher score: 1 always, 0.5 as by chance. ' +
      `Null with fewer than ${FEWEST_DECISIONS} of either kind to compare.`,
  })
  readonly agreement!: number | null;

  @ApiProperty({
    example: 0.1,
    nullable: true,
    type: Number,
    description: 'Half the width of a 95 % interval around the agreement.',
  })
  readonly margin!: number | null;

  @ApiProperty({ enum: ['measured', 'too_few_decisions'], example: 'measured' })
  readonly result!: 'measured' | 'too_few_decisions';

  @ApiProperty({
    example:
      'In 81 of 100 pairs the candidate who was taken further had the higher score than the one who was rejected.',
  })
  readonly summary!: string;

  static of(measured: Agreement): AgreementDto {
    const { advanced, rejected, pairs, agreement } = measured;
    return {
      advanced,
      rejected,
      pairs,
      pairs_with_ranking: measured.pairsWithRanking,
      agreement,
      margin: measured.margin,
      result: agreement === null ? 'too_few_decisions' : 'measured',
      summary:
        agreement === null
          ? `Too few decisions to compare: ${advanced} taken further and ${rejected} rejected in all. It takes ` +
            `${FEWEST_DECISIONS} of each on rankings that have both.`
          : `In ${Math.round(agreement * 100)} of 100 pairs the candidate who was taken further had the higher ` +
            'score than the one who was rejected.',
    };
  }
}

export class ScoreAgreementDto extends AgreementDto {
  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time' })
  readonly to!: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly job_id!: string | null;

  static from({ filter, agreement }: MeasuredAgreement): ScoreAgreementDto {
    return {
      from: filter.from.toISOString(),
      to: filter.to.toISOString(),
      job_id: filter.jobId,
      ...AgreementDto.of(agreement),
    };
  }
}

export class JobAgreementDto extends AgreementDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ example: 'Backend Engineer' })
  readonly title!: string;

  static from({ jobId, title, agreement }: JobAgreement): JobAgreementDto {
    return { job_id: jobId, title, ...AgreementDto.of(agreement) };
  }
}
