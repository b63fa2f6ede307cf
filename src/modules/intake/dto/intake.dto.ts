import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MatchResponseDto } from '../../matching';
import { ResumeResponseDto } from '../../resumes';
import type { IntakeResult } from '../intake.service';

/** What a form cannot leave out it sends empty. */
const emptyIsNone = Transform(({ value }: { value: unknown }) => {
  const given = typeof value === 'string' ? value.trim() : value;
  return given === '' ? undefined : given;
});

const GIVEN_SOURCES = ['referral', 'import'] as const;

/** The text fields of the multipart form. */
export class UploadResumeDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Match this job only; else all open jobs.' })
  @emptyIsNone
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;

  @ApiPropertyOptional({
    enum: GIVEN_SOURCES,
    example: 'referral',
    description: 'Where the person came from, when it is more than the upload; kept for good.',
  })
  @emptyIsNone
  @IsOptional()
  @IsIn(GIVEN_SOURCES)
  readonly source?: (typeof GIVEN_SOURCES)[number];

  @ApiPropertyOptional({ example: 'Mira Okafor', description: 'Who recommended them.' })
  @emptyIsNone
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly referrer?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The colleague who recommended them.' })
  @emptyIsNone
  @IsOptional()
  @IsUUID()
  readonly referrer_id?: string;

  @ApiPropertyOptional({ example: 'Job fair in May', description: 'In your own words.' })
  @emptyIsNone
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly source_detail?: string;
}

/** The whole form, for the documentation. */
export class UploadResumeFormDto extends UploadResumeDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'PDF, DOCX or text.' })
  readonly file!: unknown;
}

export class UploadResponseDto {
  @ApiProperty({ type: ResumeResponseDto })
  readonly resume!: ResumeResponseDto;

  @ApiProperty({
    type: MatchResponseDto,
    nullable: true,
    description: 'For the job given; without one, the best of the open jobs.',
  })
  readonly match!: MatchResponseDto | null;

  @ApiProperty({ type: [MatchResponseDto], description: 'Best first.' })
  readonly matches!: readonly MatchResponseDto[];

  @ApiProperty({
    example: false,
    description: 'The same file was here before; nothing was stored.',
  })
  readonly duplicate!: boolean;

  static from(result: IntakeResult): UploadResponseDto {
    const matches = result.matches.map((match) => MatchResponseDto.from(match));
    return {
      resume: ResumeResponseDto.from(result.resume),
      match: matches[0] ?? null,
      matches,
      duplicate: result.isDuplicate,
    };
  }
}
